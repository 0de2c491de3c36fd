"""What a person has read, and how a reader says that something is wrong."""

import datetime
import html as markup
import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from policykb.base.settings import Settings
from policykb.check.context import Context
from policykb.check.engine import load
from policykb.evidence.reviewed import stamp
from policykb.publish import article, catalog
from policykb.publish.facts import standing
from policykb.publish.facts.site import Site

VENTURE = "docs/ventures/quaylight.md"
DAY = "2026-01-15"


def stamped(root: Path, day: str = DAY) -> Path:
    """The base with its venture reviewed as it stands."""
    key = stamp(base := load(root), base.by_id["JV_QUAYLIGHT"])
    return change(root, ":id: JV_QUAYLIGHT", f":id: JV_QUAYLIGHT\n:reviewed: {day} {key} AB")


def change(root: Path, old: str, new: str) -> Path:
    page = root / VENTURE
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")
    return root


def look(root: Path, settings: Settings | None = None) -> Site:
    base: Context = load(root, settings or Settings(), today=datetime.date(2026, 1, 20))
    return catalog.site(base)


def reviews(site: Site) -> str:
    made = next(one for one in catalog.pages(site) if one.docname == "reviews")
    return " ".join(markup.unescape(re.sub(r"<[^>]+>", " ", made.html)).split())


def state(site: Site, ident: str = "JV_QUAYLIGHT") -> str:
    return standing.of(site, site.base.by_id[ident]).state


def test_a_record_counts_as_reviewed_for_as_long_as_it_says_the_same(root: Path) -> None:
    assert state(look(root)) == "unread"
    site = look(stamped(root))
    assert state(site) == "read"
    assert "has read 1 of" in reviews(site)
    assert "Reviewed as it stands 15 January 2026, AB" in reviews(site)
    assert "15 January 2026, AB" in article.before(site.base.by_id["JV_QUAYLIGHT"], site)
    site = look(change(root, "on 3 March 2024 to set up Quaylight\n", "on 3 March 2024\n"))
    assert state(site) == "changed"
    assert "Changed since it was reviewed" in article.before(site.base.by_id["JV_QUAYLIGHT"], site)
    assert standing.reviewed_today(site) == 0


def test_what_changed_comes_first_and_marks_what_links_to_it(root: Path) -> None:
    page = next(root.glob("docs/*/*hef*.md"))
    key = stamp(base := load(root), base.by_id["PRG_HEF"])
    text = page.read_text("utf-8").replace(
        ":id: PRG_HEF", f":id: PRG_HEF\n:reviewed: {DAY} {key}\n:name_ja: 港"
    )
    page.write_text(text, "utf-8")
    site = look(root)
    told = reviews(site)
    rows = told.rpartition("For a person to read")[2].split()
    fund = site.base.by_id["PRG_HEF"]
    assert rows[: len(fund.title.split())] == fund.title.split()
    venture = site.base.by_id["JV_QUAYLIGHT"]
    assert state(site) == "unread"
    assert standing.of(site, venture).moved == (fund,)
    assert f"what changed since its review: {fund.title}" in article.before(venture, site)


@pytest.mark.parametrize(("day", "expected"), [("2025-01-01", "due"), (DAY, "read")])
def test_a_review_falls_due_after_the_days_that_are_set(
    root: Path, day: str, expected: str
) -> None:
    assert state(look(stamped(root, day))) == expected


def test_a_day_without_a_key_says_nothing_of_later_changes(root: Path) -> None:
    change(root, ":id: JV_QUAYLIGHT", f":id: JV_QUAYLIGHT\n:reviewed: {DAY}")
    assert state(look(root)) == "dated"


FORM = "https://forge.example/new?record={record}&wrong={field}&words={quotation}&where={source}"


def links(root: Path, settings: Settings) -> list[str]:
    site = look(root, settings)
    html = article.after(site.base.by_id["JV_QUAYLIGHT"], site)
    found = re.findall(r'<a href="([^"]+)" rel="noopener">(?:Report|Suggest)', html)
    return [markup.unescape(one) for one in found]


def test_an_error_is_reported_with_record_field_and_quotation(root: Path) -> None:
    first, *_, last = links(root, Settings(report_url=FORM))
    asked = parse_qs(urlsplit(first).query)
    assert asked["record"] == ["Quaylight (JV_QUAYLIGHT)"]
    assert asked["wrong"][0].startswith("Status: Agreed; Parties: ")
    assert asked["words"][0].startswith("Vesta Lines and Borealis Shipping signed an agreement")
    assert asked["where"] == ["Notice (SRC_NOTICE)"]
    assert parse_qs(urlsplit(last).query) == {"record": asked["record"]}
    assert links(root, Settings()) == []


def test_by_mail_a_letter_is_begun_and_no_header_comes_from_a_title(root: Path) -> None:
    change(root, "{jv} Quaylight", "{jv} Q&bcc=x@evil.example?y")
    settings = Settings(report_url="kb@quay.example", suggest_url="kb@quay.example")
    for link in links(root, settings):
        parts = urlsplit(link)
        assert (parts.scheme, parts.path) == ("mailto", "kb@quay.example")
        assert set(parse_qs(parts.query)) == {"subject", "body"}
        assert "Record: Q&bcc=x@evil.example?y (JV_QUAYLIGHT)\r\n" in unquote(parts.query)
