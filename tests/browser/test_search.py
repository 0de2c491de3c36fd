"""Searches as people of policy teams type them, and how the search page behaves."""

import json
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from policykb.publish.files.search_terms import Reader

SEARCHES = tomllib.loads(Path(__file__).with_name("searches.toml").read_text("utf-8"))
MOST = 18
"""Requests of a first search, the page itself included."""


def ask(page: Page, query: str) -> list[str]:
    """Search on the search page; the titles found."""
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_contain_text(f"for “{query}”")
    return page.locator(".result-title").all_text_contents()


def test_what_people_type_finds_what_they_mean(page: Page) -> None:
    page.goto("search.html")
    wrong = []
    for query, titles in SEARCHES.items():
        first = ask(page, query)[:3]
        if first[:1] != titles[:1] or not set(titles) <= set(first):
            wrong.append(f"{query}: {first}")
    assert len(SEARCHES) >= 40
    assert wrong == []


@pytest.mark.parametrize(
    ("query", "word", "mark"),
    [
        ("20 percent", "20", "20%"),
        ("abroad", "made", "overseas"),
        ("5000億円", "world", "500 billion yen"),
    ],
)
def test_what_was_meant_is_marked(page: Page, query: str, word: str, mark: str) -> None:
    page.goto("search.html")
    ask(page, query)
    found = page.locator(".result-text", has_text=word).first
    expect(found.locator("mark", has_text=mark).first).to_be_visible()


def test_a_year_is_no_number_that_begins_it(page: Page) -> None:
    page.goto("search.html")
    ask(page, "20%")
    assert set(page.locator(".result mark").all_text_contents()) == {"20%"}


def test_the_field_that_has_the_words_is_named(page: Page) -> None:
    page.goto("search.html")
    ask(page, "労働省")
    expect(page.locator(".result-text").first).to_have_text("Also called: 厚生労働省")
    ask(page, "status:agreed")
    expect(page.locator(".result-text").first).to_have_text("Status: Agreed")


def test_a_word_that_must_not_be_there_is_not(page: Page) -> None:
    page.goto("search.html")
    every = ask(page, "biosimilar")
    without = ask(page, "biosimilar -Amgen")
    expect(page.locator("#summary")).not_to_contain_text("without")
    assert 0 < len(without)
    assert "Amgen Biosimilars" in every
    assert not [title for title in without if "Amgen" in title]


def test_words_in_quotation_marks_stand_together(page: Page) -> None:
    page.goto("search.html")
    apart = ask(page, "Japan generics")
    assert 0 < len(ask(page, "“Japan generics”")) < len(apart) or not ask(page, "“Japan generics”")
    assert "Akita biosimilar joint venture" in ask(page, "「basic agreement」")


def test_what_nothing_has_is_dropped_and_said(page: Page) -> None:
    page.goto("search.html")
    assert ask(page, "drug lag")
    expect(page.locator("#summary")).to_contain_text("without “lag”")
    assert "Kidswell Bio" in ask(page, "Kidswel qqqq")
    expect(page.locator("#summary")).to_contain_text("without “qqqq”")


def test_a_first_search_takes_few_requests(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("search.html?q=biosimilar+Akita", wait_until="networkidle")
    expect(page.locator(".result").first).to_be_visible()
    assert len(asked) <= MOST, asked


def test_search_engines_may_list_all_but_the_pages_for_contributors(site: Path) -> None:
    """An address that leads nowhere is answered with its status, which needs no words of a page."""
    pages = ("search", "404", "guide/index")
    refused = [name for name in pages if 'content="noindex"' in (site / f"{name}.html").read_text()]
    assert refused == ["guide/index"]


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_keys_lead_to_the_box(page: Page, keys: str) -> None:
    page.goto("gaps.html")
    page.keyboard.press(keys)
    expect(page.locator("#jump")).to_be_focused()


def test_back_leads_to_the_same_results_at_the_same_place(page: Page) -> None:
    page.goto("search.html?q=Japan&sort=title")
    expect(page.locator(".result").first).to_be_visible()
    page.get_by_role("button", name="Show more").click()
    link = page.locator(".result-title").nth(22)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.click()
    page.wait_for_url(lambda url: "search.html" not in url)
    page.go_back()
    expect(page.locator(".result").nth(22)).to_be_in_viewport()
    expect(page.locator("#sort")).to_have_value("title")
    expect(page.locator("#q")).to_have_value("Japan")
    assert before > 500
    assert abs(page.evaluate("scrollY") - before) < 20


TEXTS = (
    "20% 20 percent ２０％ 20パーセント 20 per cents",
    "１３億円 13億円 1,300,000,000 yen ¥1.3 billion JPY1.3bn 2.9 trillion yen 2兆9,000億円 $20",
    "US$5 million 5 millions",
    "FY2022 fiscal year 2022 2022年度 fiscals 2021年02月18日 2021-02-18 2021-13-40 12021-02-18",
    "ﾊﾞｲｵ バイオ 厚労省の薬価 ガ か゛ 한국어 薬価Policy３",
    "Bio-similar M&A R&D Japan's Japan’s CMOs contract manufacturing organizations ",
    "labour Programmes",
    "Zürich ÉCOLE ﬁne İstanbul ẞ ⅷ ½ 10² naïve __proto__ constructor a_b JV_AKITA x—y",
)


def test_the_browser_reads_texts_as_the_index_was_made(page: Page, site: Path) -> None:
    page.goto("search.html")
    reader = Reader(json.loads((site / "pagefind/rows.json").read_text("utf-8"))["table"])
    for text in TEXTS:
        assert page.evaluate("text => policykbTerms(text)", text) == reader.terms(text)


def test_few_results_are_not_put_in_order_unless_the_address_says_so(page: Page) -> None:
    page.goto("search.html?q=health+minister")
    expect(page.locator(".result")).to_have_count(4)
    expect(page.locator("#sort")).to_be_hidden()
    page.goto("search.html?q=health+minister&sort=title")
    expect(page.locator("#sort")).to_be_visible()
    page.goto("search.html?q=Japan")
    expect(page.locator("#sort")).to_be_visible()
