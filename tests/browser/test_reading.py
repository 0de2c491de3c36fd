"""What readers come for, each within three clicks or one search."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

VENTURE = "Akita biosimilar joint venture"
PROGRAM = "Project for domestic biosimilar production facilities"
MINISTRY = "Ministry of Health, Labour and Welfare"


class Clicks:
    """Counts what a reader clicks; at most three are allowed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.number = 0

    def link(self, name: str, within: str = "main") -> None:
        """Click the first link of that name."""
        self.number += 1
        assert self.number <= 3, f"{name}: that is a fourth click"
        self.page.locator(within).get_by_role("link", name=name).first.click()

    def summary(self, text: str, within: str) -> None:
        """Open what a summary hides."""
        self.number += 1
        assert self.number <= 3, f"{text}: that is a fourth click"
        self.page.locator(within).locator("summary", has_text=text).first.click()


@pytest.fixture
def clicks(page: Page) -> Clicks:
    return Clicks(page)


def search(page: Page, query: str) -> None:
    """Search from the front page, as a reader does."""
    page.goto("index.html")
    page.get_by_label("Search records, quotations and briefs").fill(query)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#summary")).to_contain_text("result")


def heading(page: Page, text: str) -> None:
    """The page's own heading is this."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@contextmanager
def requests(page: Page) -> Iterator[list[str]]:
    """What the page asks for meanwhile."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield asked


def test_the_venture_is_found_by_a_partys_name_and_narrowed_by_a_facet(page: Page) -> None:
    search(page, "Mycenax")
    before = page.locator("#results > .result").count()
    page.get_by_role("checkbox", name="Joint venture").check()
    expect(page.locator("#summary")).to_contain_text("1 result")
    assert before > 1
    page.get_by_role("link", name=VENTURE).click()
    heading(page, VENTURE)


def test_from_venture_to_program_to_ministry(page: Page, clicks: Clicks) -> None:
    page.goto("ventures/akita-biosimilars.html")
    clicks.link(PROGRAM, ".infobox")
    heading(page, PROGRAM)
    clicks.link(MINISTRY, ".infobox")
    heading(page, MINISTRY)


def test_which_program_funds_the_venture_and_where_a_source_says_so(
    page: Page, clicks: Clicks
) -> None:
    page.goto("index.html")
    clicks.link(VENTURE, ".chain")
    fact = page.locator("#JV_AKITA_BIOSIMILARS-f-funded_by")
    expect(fact.get_by_role("link", name=PROGRAM)).to_be_visible()
    clicks.summary("Rests on", "#JV_AKITA_BIOSIMILARS-f-funded_by")
    expect(fact.locator("q").first).to_be_visible()
    expect(fact.locator("mark")).to_contain_text("project to bolster")
    expect(fact.locator(".where").first).to_contain_text("paragraph 3")


def test_all_alliances_of_one_company(page: Page, clicks: Clicks) -> None:
    page.goto("index.html")
    clicks.link("Organizations", "header")
    row = page.get_by_role("row", name="Alfresa Holdings")
    expect(row).to_contain_text("Two-track biosimilar alliance")
    expect(row).to_contain_text(VENTURE)


def test_what_happened_in_2025(page: Page, clicks: Clicks) -> None:
    page.goto("index.html")
    clicks.link("Browse", "header")
    clicks.link("Timeline")
    block = page.locator("section", has=page.get_by_role("heading", name="2025", exact=True))
    expect(block).to_contain_text("21 May 2025")
    expect(block).to_contain_text("Acceptance for the health ministry's subsidy program")


def test_what_is_not_known_about_a_ventures_funding(page: Page, clicks: Clicks) -> None:
    page.goto("index.html")
    row = page.locator(".chain tr", has_text="Cellafa")
    expect(row).to_contain_text("Not known:")
    clicks.link("Cellafa Bioscience", ".chain")
    expect(page.locator("#JV_CELLAFA-f-funded_by")).to_contain_text("names no program")


def test_the_ministry_by_an_abbreviation(page: Page) -> None:
    page.goto("gaps.html")
    page.keyboard.press("/")
    page.keyboard.type("MHLW")
    expect(page.get_by_role("option").first).to_contain_text(MINISTRY)
    page.keyboard.press("Enter")
    heading(page, MINISTRY)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Chiyome", "Chiome Bioscience"),
        ("Alfressa", "Alfresa Holdings"),
        ("Daichi Sankyo", "Daiichi Sankyo"),
        ("労働省", MINISTRY),
        ("JV_AKITA", VENTURE),
    ],
)
def test_the_jump_box_forgives_slips_and_takes_parts(page: Page, slip: str, meant: str) -> None:
    page.goto("index.html")
    page.locator("#jump").fill(slip)
    expect(page.get_by_role("option").filter(has_text=meant).first).to_be_visible()
    options = page.get_by_role("option").all_text_contents()
    assert any(meant in one for one in options[:3]), options


def test_a_citation_is_copied(page: Page, clicks: Clicks) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("ventures/akita-biosimilars.html")
    first = "#JV_AKITA_BIOSIMILARS-q1"
    clicks.summary("Cite", first)
    page.locator(first).get_by_role("button", name="Copy").nth(2).click()
    expect(page.locator(first).get_by_role("button", name="Copied")).to_be_visible()
    item = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert item["title"].startswith("Joint Venture Formation to Support")
    assert "paragraph 3" in item["note"]
    assert item["URL"].startswith("http://127.0.0.1")
    assert item["URL"].endswith("id/JV_AKITA_BIOSIMILARS.html#JV_AKITA_BIOSIMILARS-q1")


def test_all_alliances_are_downloaded(page: Page, clicks: Clicks) -> None:
    page.goto("index.html")
    clicks.link("Alliances", ".kinds")
    with page.expect_download() as download:
        clicks.link("Download all as CSV")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    shown = page.locator("table.list tbody tr").count()
    assert text.splitlines()[0].startswith("id,title,")
    assert text.count("ALL_") >= shown > 1
    assert ",parties,parties_names," in text.splitlines()[0]


def test_the_rows_shown_are_downloaded(page: Page) -> None:
    page.goto("alliances/index.html?kind=Equity+stake")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    rows = page.locator("table.list tbody tr:visible")
    assert [one["id"] for one in found] == [row.get_attribute("data-id") for row in rows.all()]
    # Nothing of the screen: what the field has, without what stands beside it there.
    assert {one["kind"] for one in found} == {"equity-stake"}
    assert {"parties_names", "permalink"} <= found[0].keys()


def test_a_permalink_arrives_also_at_one_record_of_a_shared_page(page: Page) -> None:
    page.goto("id/JV_AKITA_BIOSIMILARS.html")
    page.wait_for_url("**/ventures/akita-biosimilars.html")
    heading(page, VENTURE)
    page.goto("id/PER_TONG.html")
    page.wait_for_url("**/people/bio-delegation.html#*")
    expect(page.get_by_role("heading", name="Kurt Tong")).to_be_in_viewport()


def test_the_address_in_a_citation_leads_to_the_quotation(page: Page) -> None:
    page.goto("id/JV_AKITA_BIOSIMILARS.html#JV_AKITA_BIOSIMILARS-q3")
    page.wait_for_url("**/ventures/akita-biosimilars.html#JV_AKITA_BIOSIMILARS-q3")
    expect(page.locator("#JV_AKITA_BIOSIMILARS-q3")).to_be_in_viewport()


def test_a_search_can_be_shared_by_its_address(page: Page) -> None:
    page.goto("search.html?q=biosimilar&f.Type=Alliance&sort=title")
    expect(page.locator("#summary")).to_contain_text("for “biosimilar”")
    expect(page.get_by_role("checkbox", name="Alliance")).to_be_checked()
    titles = page.locator(".result-title").all_text_contents()
    assert titles == sorted(titles, key=str.casefold)
    assert len(titles) > 1
    page.get_by_role("checkbox", name="Alliance").uncheck()
    expect(page.get_by_role("checkbox", name="Alliance")).not_to_be_checked()
    expect(page.locator("#summary")).not_to_contain_text(f"{len(titles)} result")
    assert "f.Type" not in page.url
    assert "q=biosimilar" in page.url


def test_japanese_is_found_from_the_middle_of_a_word(page: Page) -> None:
    search(page, "労働省")
    expect(page.locator(".result-title").first).to_have_text(MINISTRY)


def test_a_search_for_nothing_fetches_no_index(page: Page) -> None:
    with requests(page) as asked:
        page.goto("search.html")
        page.get_by_role("button", name="Search").click()
        page.wait_for_timeout(300)
    assert not [one for one in asked if "pagefind" in one]
    expect(page.get_by_role("heading", name="Browse by kind")).to_be_visible()


def test_narrowing_without_a_query_fetches_no_whole_index(page: Page) -> None:
    with requests(page) as asked:
        page.goto("search.html?f.Type=Program")
        expect(page.locator("#summary")).to_contain_text("result")
    assert page.locator(".result").count() > 1
    assert len([one for one in asked if "/index/" in one]) <= 1


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Alfressa", "Did you mean Alfresa Holdings"),
        ("Chiyonne", "Did you mean Chiome Bioscience"),
        ("biosimlar", "“biosimilar”"),
    ],
)
def test_a_slip_finds_nothing_but_the_nearest_names(page: Page, slip: str, meant: str) -> None:
    search(page, slip)
    expect(page.locator("#near")).to_contain_text(meant)
    assert page.locator(".result").count() == 0


@pytest.mark.parametrize("query", ["biosimilars", "bio-similar", "regulations", "manufacture"])
def test_a_word_is_found_in_its_other_forms(page: Page, query: str) -> None:
    search(page, query)
    expect(page.locator(".result").first).to_be_visible()
    assert page.locator(".result mark").count() > 0


def test_where_nothing_is_found_there_is_a_way_on(page: Page) -> None:
    search(page, "zzzzqqqq")
    nothing = page.locator("#nothing")
    expect(nothing.get_by_role("link", name="Known gaps")).to_be_visible()
    nothing.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("heading", name="Browse by kind")).to_be_visible()
    page.goto("events/index.html?q=Alfresa+Holdings")
    expect(page.locator("#near").get_by_role("link", name="Alfresa Holdings").first).to_be_visible()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("table.list tbody tr").first).to_be_visible()
    assert "q=" not in page.url


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_an_order_by_date_loses_nothing_and_has_the_undated_last(page: Page, order: str) -> None:
    page.goto(f"search.html?q=biosimilar&sort={order}")
    expect(page.locator("#summary")).to_contain_text("result")
    words = page.locator("#summary").inner_text()
    page.locator("#sort").select_option("")
    expect(page.locator("#summary")).to_have_text(words)
    page.locator("#sort").select_option(order)
    expect(page.locator(".result-line").last.locator("span").last).to_have_text("undated")
    expect(page.locator(".result-line").first.locator("span").last).not_to_have_text("undated")


def test_an_excerpt_is_a_sentence_without_ids(page: Page) -> None:
    search(page, "JV_AKITA")
    expect(page.locator(".result-title").first).to_have_text(VENTURE)
    search(page, "biosimilar")
    texts = page.locator(".result-text").all_text_contents()
    assert len(texts) > 10
    assert not [one for one in texts if "_" in one or "‖" in one]
    kinds = page.locator(".result-kind").all_text_contents()
    assert {"Program", "Joint venture", "Brief"} <= set(kinds[:4])


def test_the_back_button_undoes_each_choice(page: Page) -> None:
    page.goto("search.html?q=biosimilar")
    expect(page.locator("#summary")).to_contain_text("result")
    words = page.locator("#summary").inner_text()
    page.get_by_role("checkbox", name="Alliance").check()
    expect(page.locator("#summary")).to_contain_text("3 results ")
    page.go_back()
    expect(page.locator("#summary")).to_have_text(words)
    page.get_by_role("checkbox", name="Alliance").check()
    expect(page.locator("#summary")).to_contain_text("3 results ")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#summary")).to_have_text(words)


def test_a_kind_leads_to_the_list_of_its_like_and_back_undoes_a_filter(page: Page) -> None:
    page.goto("alliances/itochu-and-pharma.html")
    page.locator(".chips").get_by_role("link", name="Equity stake").click()
    rows = page.locator("table.list tbody tr:visible")
    expect(page.locator(".list-count")).to_contain_text(" of ")
    few = rows.count()
    page.get_by_label("Kind").select_option("")
    expect(page.locator(".list-count")).not_to_contain_text(" of ")
    assert rows.count() > few > 0
    page.go_back()
    expect(page.locator(".list-count")).to_contain_text(" of ")
    assert rows.count() == few


def test_showing_more_leads_to_the_first_new_result(page: Page) -> None:
    search(page, "biosimilar")
    before = page.locator(".result").count()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".result-title").nth(before)).to_be_focused()


def test_the_jump_box_offers_nothing_near_beside_what_is_meant(page: Page) -> None:
    page.goto("index.html")
    page.locator("#jump").fill("METI")
    expect(page.get_by_role("option").first).to_be_visible()
    assert "BeOne Medicines" not in page.locator("#jump-list").inner_text()


def test_events_begin_with_the_newest_and_end_with_those_without_a_year(page: Page) -> None:
    page.goto("events/index.html")
    dates = page.locator("table.list tbody td[data-label='Date']")
    years = [one[-4:] for one in dates.all_text_contents() if one.strip()[-4:].isdigit()]
    assert years == sorted(years, reverse=True)
    sorts = dates.evaluate_all("cells => cells.map((cell) => cell.dataset.sort)")
    assert sorts == sorted(sorts, reverse=True)
    page.get_by_role("button", name="Date").click()
    sorts = dates.evaluate_all("cells => cells.map((cell) => cell.dataset.sort)")
    assert sorts[-1] == ""
    assert [one for one in sorts if one] == sorted(one for one in sorts if one)
    assert "Happened" in page.locator("table.list").inner_text()


def test_a_list_is_filtered_by_other_names(page: Page) -> None:
    page.goto("organizations/index.html")
    page.get_by_label("Filter").fill("経産省")
    rows = page.locator("table.list tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Ministry of Economy, Trade and Industry")


def test_a_list_is_filtered_sorted_and_shared_by_its_address(page: Page) -> None:
    page.goto("alliances/index.html")
    page.get_by_label("Kind").select_option("Equity stake")
    rows = page.locator("table.list tbody tr:visible")
    expect(page.locator(".list-count")).to_contain_text(" of ")
    number = rows.count()
    page.get_by_role("button", name="Alliance").click()
    page.get_by_role("button", name="Alliance").click()
    titles = page.locator("table.list tbody tr:visible th").all_text_contents()
    assert titles == sorted(titles, key=str.casefold, reverse=True)
    page.goto(page.url)
    assert page.locator("table.list tbody tr:visible").count() == number
