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
    assert drawn > 100
    assert outside == []


def test_labels_of_the_timeline_stay_in_it_and_apart(page: Page) -> None:
    page.goto("timeline.html")
    boxes = page.locator(".lanes a text").evaluate_all(
        """texts => texts.map((one) => one.getBoundingClientRect()).map((box) =>
             [box.left, box.right, box.top, box.bottom])"""
    )
    frame = page.locator(".lanes").bounding_box()
    assert frame is not None
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
        ".lanes a", has_text="Acceptance for the health ministry's subsidy program"
    )
    expect(whole).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1000])
def test_where_the_drawing_has_no_room_its_links_are_a_list(page: Page, width: int) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("ventures/akita-biosimilars.html")
    drawn = page.locator(".ego a").evaluate_all("links => links.map((one) => one.href.baseVal)")
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.locator(".ego")).to_be_hidden()
    listed = page.locator(".near a:visible").evaluate_all(
        "links => links.map((one) => one.getAttribute('href'))"
    )
    assert sorted(listed) == sorted(drawn)
    assert len(listed) > 3


def test_on_a_phone_the_timeline_is_its_list(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("timeline.html")
    expect(page.locator(".lanes")).to_be_hidden()
    expect(page.get_by_role("heading", name="2025")).to_be_in_viewport()


def test_focus_rings_are_not_cut_at_the_edge_of_a_drawing(page: Page) -> None:
    page.goto("ventures/akita-biosimilars.html")
    room = page.locator(".scroller").evaluate(
        """box => box.querySelector('a').getBoundingClientRect().left
                  - box.getBoundingClientRect().left"""
    )
    assert room >= 5
    assert page.locator(".ego").evaluate("one => getComputedStyle(one).overflow") == "visible"


def test_labels_of_the_network_tell_records_apart(page: Page) -> None:
    page.goto("network.html")
    labels = page.locator(".network a").evaluate_all(
        """links => links.map((one) => one.querySelector('rect').getAttribute('x')
             + [...one.querySelectorAll('text')].map((line) => line.textContent).join(' '))"""
    )
    assert len(labels) > 50
    assert sorted(set(labels)) == sorted(labels)


def test_the_record_pointed_at_shows_its_own_links_alone(page: Page) -> None:
    page.goto("network.html")
    node = page.locator(".network .node", has_text="BIO delegation").first
    own, other = node.locator(".own"), page.locator(".network .own:visible")
    assert other.count() == 0
    for point in (node.locator("a").hover, node.locator("a").focus):
        point()
        assert own.evaluate("one => getComputedStyle(one).visibility") == "visible"
        faint = page.locator(".network > .edge").first
        assert float(faint.evaluate("one => getComputedStyle(one).strokeOpacity")) < 0.2
        page.mouse.move(0, 0)


def test_the_links_of_the_network_are_short_lines_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("network.html")
    rows = page.locator(".links tbody tr")
    heights = rows.evaluate_all("rows => rows.map((one) => one.getBoundingClientRect().height)")
    assert sum(heights) / len(heights) < 75
