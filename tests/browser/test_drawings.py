"""Drawings: titles within their boxes, focus rings uncut, a list where there is no room."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.kinds import examples

OUTSIDE = """() => [...document.querySelectorAll('main svg :is(a, .centre)')].flatMap((node) => {
  const box = node.querySelector('rect').getBoundingClientRect();
  return [...node.querySelectorAll('text')].filter((text) => {
    const words = text.getBoundingClientRect();
    return words.width && (words.left < box.left + 4 || words.right > box.right - 3
      || words.top < box.top - 1 || words.bottom > box.bottom + 1);
  }).map((text) => text.textContent);
})"""


def test_words_in_boxes_stay_in_them(page: Page, site: Path) -> None:
    """The font here, DejaVu Sans, is among the widest that readers have."""
    outside = []
    drawn = 0
    for path in examples(site):
        if path == "timeline.html":
            continue
        page.goto(path)
        drawn += page.locator("main svg a").count()
        outside += [f"{path}: {one}" for one in page.evaluate(OUTSIDE)]
    assert drawn > 30
    assert outside == []


@pytest.mark.parametrize("width", [768, 1280])
def test_labels_of_the_timeline_stay_in_it_and_apart(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("timeline.html")
    boxes = page.locator(".lanes:visible a text").evaluate_all(
        """texts => texts.map((one) => one.getBoundingClientRect()).map((box) =>
             [box.left, box.right, box.top, box.bottom])"""
    )
    frame = page.locator(".lanes:visible").bounding_box()
    assert frame is not None
    assert frame["x"] + frame["width"] <= width
    assert len(boxes) > 2
    for left, right, top, bottom in boxes:
        assert frame["x"] <= left < right <= frame["x"] + frame["width"]
        assert not [
            one
            for one in boxes
            if one != [left, right, top, bottom]
            and one[0] < right
            and left < one[1]
            and one[2] < bottom - 2
            and top + 2 < one[3]
        ]
    whole = page.locator(
        ".lanes:visible a", has_text="Acceptance for the health ministry's subsidy program"
    )
    expect(whole).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1000])
def test_where_the_drawing_has_no_room_its_links_are_a_list(page: Page, width: int) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("ventures/akita-biosimilars.html")
    drawn = page.locator(".ego a").evaluate_all("links => links.map((one) => one.href.baseVal)")
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.locator(".ego")).to_be_hidden()
    listed = page.locator(".near a.ref:visible").evaluate_all(
        "links => links.map((one) => one.getAttribute('href'))"
    )
    assert sorted(listed) == sorted(drawn)
    assert len(listed) > 3


def test_on_a_phone_the_timeline_is_its_list(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("timeline.html")
    expect(page.locator(".lanes:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="2025")).to_be_in_viewport()


def test_focus_rings_are_not_cut_at_the_edge_of_a_drawing(page: Page) -> None:
    page.goto("ventures/akita-biosimilars.html")
    room = page.locator(".scroller").evaluate(
        """box => box.querySelector('a').getBoundingClientRect().left
                  - box.getBoundingClientRect().left"""
    )
    assert room >= 5
    assert page.locator(".ego").evaluate("one => getComputedStyle(one).overflow") == "visible"


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_network_draws_a_record_with_all_its_neighbors(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("network.html")
    hub = page.locator(".hub", has_text="BIO delegation").first
    assert hub.locator(".leaves a").count() > 10
    cut = page.locator(".hub a").evaluate_all(
        "(links, width) => links.filter((one) => one.getBoundingClientRect().right > width).length",
        width,
    )
    assert cut == 0
    page.get_by_role("link", name="Every link is also in the table.").press("Enter")
    expect(page.locator("#links")).to_be_in_viewport()


def test_the_links_of_the_network_are_short_lines_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("network.html")
    rows = page.locator(".links tbody tr")
    heights = rows.evaluate_all("rows => rows.map((one) => one.getBoundingClientRect().height)")
    assert sum(heights) / len(heights) < 75
