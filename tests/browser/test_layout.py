"""How pages are set on phones, on tablets, in windows of every width, and on paper."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.kinds import examples

VENTURE = "ventures/akita-biosimilars.html"
A4 = 718
"""Pixels between the margins of a sheet of A4."""


def size(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


def on_paper(page: Page) -> None:
    """As it would be printed, seen on the screen."""
    size(page, A4)
    page.emulate_media(media="print")


def style(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    found: str = page.locator(selector).first.evaluate(
        "(one, [name, pseudo]) => getComputedStyle(one, pseudo || null)[name]", [name, pseudo]
    )
    return found


@pytest.mark.parametrize("width", [768, 800, 900, 960, 1024, 1151, 1152])
def test_no_page_overflows_between_a_tablet_and_a_desk(page: Page, site: Path, width: int) -> None:
    size(page, width)
    wide = []
    for path in examples(site):
        page.goto(path)
        actual = page.evaluate("document.documentElement.scrollWidth")
        if actual > width:
            wide.append(f"{path}: {actual}")
    assert wide == []


def test_the_header_is_one_line_from_a_tablet_on_and_its_menu_opens(page: Page) -> None:
    page.goto(VENTURE)
    for width in (768, 900, 1024, 1151, 1152, 1280):
        size(page, width)
        height = page.locator(".site-header").bounding_box()
        assert height is not None
        assert height["height"] < 75, width
        menu = page.get_by_role("button", name="Menu")
        assert menu.is_visible() != page.locator("#site-nav").is_visible(), width
    size(page, 800)
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#site-nav").get_by_role("link", name="Browse")).to_be_visible()


@pytest.mark.parametrize("name", ["inferred", "single-source", "gaps", "coverage", "data"])
def test_titles_take_the_width_of_their_cards(page: Page, name: str) -> None:
    size(page, 390)
    page.goto(f"{name}.html")
    narrow: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.audit tbody th')].filter((cell) =>
             cell.clientWidth < 0.9 * cell.parentElement.clientWidth).map((one) => one.innerText)"""
    )
    assert narrow == []


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_the_mark_of_a_link_stays_with_its_first_word(page: Page, width: int) -> None:
    size(page, width)
    lone = []
    for path in ("ventures/index.html", "organizations/index.html", "alliances/index.html"):
        page.goto(path)
        lone += page.evaluate(
            """() => [...document.querySelectorAll('a.ref')].filter((link) => {
                 const size = parseFloat(getComputedStyle(link).fontSize);
                 return link.getClientRects()[0].width < 1.5 * size;
               }).map((one) => one.innerText)"""
        )
    assert lone == []


def test_short_sentences_break_where_a_reader_would(page: Page) -> None:
    size(page, 1280)
    page.goto("index.html")
    page.evaluate(
        """() => {
             document.documentElement.lang = "ja";
             const words = document.querySelector(".numbers .figure + span");
             words.textContent = "未確認の事項（理由つき）";
           }"""
    )
    for selector, end in (
        (".creed", "not that it is so."),
        (".numbers .figure + span", "（理由つき）"),
    ):
        places = page.locator(selector).first.evaluate(
            """(one, length) => [...Array(length).keys()].map((back) => {
                 const range = document.createRange(), text = one.firstChild;
                 range.setStart(text, text.length - back - 1);
                 range.setEnd(text, text.length - back);
                 return Math.round(range.getBoundingClientRect().top);
               })""",
            len(end),
        )
        assert len(set(places)) == 1, selector


def test_short_facts_stay_in_sight_beside_the_quotations(page: Page) -> None:
    size(page, 1280)
    page.goto("ventures/cellafa.html")
    page.locator(".quotation").last.scroll_into_view_if_needed()
    expect(page.locator(".infobox")).to_be_in_viewport(ratio=0.99)
    for long in (VENTURE, "events/bio-mission.html", "policies/biopharma-tech-strategy.html"):
        page.goto(long)
        assert style(page, ".infobox", "position") == "static"
        box = page.locator(".infobox")
        assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_tables_stay_tables_on_paper_and_tools_stay_off_it(page: Page) -> None:
    page.goto("organizations/index.html")
    on_paper(page)
    assert style(page, ".list", "display") == "table"
    assert style(page, ".list thead", "display") == "table-header-group"
    assert style(page, ".list tbody tr", "breakInside") == "avoid"
    assert style(page, ".sorter", "content", "::after") == "none"
    expect(page.locator(".list-tools")).to_be_hidden()
    page.goto("inferred.html")
    assert style(page, ".audit", "display") == "table"


def test_nothing_is_wider_than_the_sheet(page: Page, site: Path) -> None:
    on_paper(page)
    wide = []
    for path in examples(site):
        page.goto(path)
        found: list[Any] = page.evaluate(
            """width => [...document.querySelectorAll('main *')].filter((one) =>
                 !one.closest('svg, .visually-hidden') || one.localName === 'svg')
               .filter((one) => one.getBoundingClientRect().right > width + 1)
               .map((one) => one.outerHTML.slice(0, 80))""",
            A4,
        )
        wide += [f"{path}: {one}" for one in found]
    assert wide == []


def test_the_dots_of_the_timeline_are_whole_on_paper(page: Page) -> None:
    page.goto("timeline.html")
    on_paper(page)
    box = page.locator(".moment").first.bounding_box()
    assert box is not None
    assert box["x"] + float(style(page, ".moment", "left", "::before").removesuffix("px")) >= 0


@pytest.mark.parametrize(("width", "bottom"), [(1280, 465), (390, 1000)])
def test_the_front_page_opens_with_findings_and_the_search(
    page: Page, width: int, bottom: int
) -> None:
    size(page, width)
    page.goto("index.html")
    search = page.locator(".search-hero").bounding_box()
    counters = page.locator(".numbers").bounding_box()
    assert search is not None
    assert counters is not None
    assert search["y"] + search["height"] <= min(bottom, counters["y"])
    findings = page.locator("main > section").first.locator("li")
    assert findings.count() == 3
    for finding in findings.all():
        box = finding.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800
        assert re.search(r"\d", finding.inner_text())
        assert finding.get_by_role("link").count() >= 2


def test_the_front_page_prints_black_on_white(page: Page) -> None:
    page.goto("index.html")
    on_paper(page)
    for selector in (".page-index h1", ".page-index main > section > p"):
        assert style(page, selector, "color") == "rgb(0, 0, 0)"
    assert style(page, "main > section", "boxShadow") == "none"


def test_a_record_prints_its_address_and_a_chip_that_needs_no_background(page: Page) -> None:
    page.goto(VENTURE)
    expect(page.locator(".address")).to_be_hidden()
    on_paper(page)
    expect(page.locator(".address")).to_be_visible()
    address = page.locator(".address").inner_text()
    assert address.startswith("http")
    assert address.endswith("/id/JV_AKITA_BIOSIMILARS.html")
    expect(page.locator(".as-of")).to_be_visible()
    assert style(page, ".chip.type", "color") == "rgb(0, 0, 0)"
    for selector in (".ref", "mark", ".chip .dot"):
        assert style(page, selector, "printColorAdjust") == "exact"


def test_the_underscores_of_an_id_are_seen(page: Page) -> None:
    page.goto(VENTURE)
    assert style(page, ".permalink code", "display") == "inline-block"
    tops = page.locator(".actions > li").evaluate_all(
        """items => items.map((one) => {
             const range = document.createRange();
             const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
             range.selectNodeContents(walk.nextNode());
             return range.getBoundingClientRect().bottom;
           })"""
    )
    assert max(tops) - min(tops) <= 1


def test_a_list_seen_at_once_has_no_fields_until_its_address_narrows_it(page: Page) -> None:
    size(page, 390)
    page.goto("ventures/index.html")
    expect(page.locator(".list tbody tr")).to_have_count(2)
    expect(page.locator(".field, .sorter")).to_have_count(0)
    assert style(page, ".list thead", "width") == "1px"
    page.goto("ventures/index.html?q=Cellafa")
    expect(page.locator(".list tbody tr")).to_have_count(1)
    expect(page.locator(".field input")).to_have_value("Cellafa")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_line_of_a_list_begins_with_a_comma(page: Page, width: int) -> None:
    size(page, width)
    page.goto("alliances/index.html")
    apart = page.evaluate(
        """() => [...document.querySelectorAll('.held')].filter((one) =>
             one.textContent.endsWith(',') && one.getClientRects().length > 1).length"""
    )
    assert page.locator(".held", has_text=",").count() > 0
    assert apart == 0


def test_a_kind_without_a_name_is_no_chip_and_no_word_of_the_timeline(page: Page) -> None:
    page.goto("products/adcetris.html")
    expect(page.locator(".chip.type")).to_have_text(["Product"])
    page.goto("products/amgen-adalimumab.html")
    expect(page.locator(".chip.type")).to_have_text(["Product", "Biosimilar"])
    page.goto("timeline.html")
    expect(page.locator("[aria-labelledby=no-date]")).not_to_contain_text("Other")
