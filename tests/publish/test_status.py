"""How old a status is, said beside it."""

from datetime import date
from pathlib import Path

import pytest

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import article, catalog
from policykb.publish.facts import status
from policykb.publish.facts.site import Site
from policykb.publish.files.search_index import record
from policykb.publish.frame.fragments import render
from policykb.publish.pages import chain


def test_a_status_is_as_old_as_the_newest_source_that_shows_it(site: Site) -> None:
    venture = site.base.by_id["JV_QUAYLIGHT"]
    assert status.line(site, venture) == "Agreed, as of 4 March 2024"
    assert "Agreed, as of 4 March 2024" in article.before(venture, site)
    assert "as of 4 March 2024" in article.after(venture, site)
    assert record(venture, site).line == ["Agreed, as of 4 March 2024"]
    html = render("chain.html", site=site, here="chain", rows=chain.rows(site))
    assert "Agreed, as of 4 March 2024" in html


def test_a_status_of_a_source_without_a_date_says_so(root: Path) -> None:
    page = root / "docs/sources/notice.md"
    text = page.read_text(encoding="utf-8").replace(":published: 2024-03-04\n", "")
    page.write_text(text, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    assert status.line(site, site.base.by_id["JV_QUAYLIGHT"]) == "Agreed, undated source"
    assert status.line(site, site.base.by_id["JV_MOLE"]) == ("Proposed, not found in the source")
    assert status.line(site, site.base.by_id["ORG_VESTA"]) == ""
    (ventures,) = (one for one in catalog.pages(site) if one.docname == "ventures/index")
    assert '<abbr title="undated source">n.d.</abbr></td>' in ventures.html


@pytest.mark.parametrize(("today", "old"), [(date(2026, 3, 4), False), (date(2026, 3, 5), True)])
def test_evidence_of_more_than_two_years_is_called_old(site: Site, today: date, old: bool) -> None:
    site.base._today = today
    html = article.before(site.base.by_id["JV_QUAYLIGHT"], site)
    assert ("The newest dated source behind this record is of 4 March 2024" in html) is old


def test_what_holds_for_a_time_has_the_date_that_its_record_or_its_source_gives(root: Path) -> None:
    figure = "# F\n::::{indicator} F\n:id: IND_F\n:value: 3\n:unit: quays\n"
    shown = "\n:::{evidence} SRC_NOTICE\n:supports: value, unit\n\nThe fund is open.\n:::\n::::\n"
    person = "# P\n::::{person} P\n:id: PER_P\n:affiliation: ORG_PORT\n:role: fund\n"
    for name, text in {
        "indicators/f": figure + shown,
        "indicators/g": figure.replace("_F", "_G") + ":as_of: 2019\n" + shown,
        "people/p": person + shown.replace("value, unit", "affiliation, role"),
    }.items():
        file = root / f"docs/{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    entries = site.base.by_id
    assert [
        site.items(entries[ident], name)[0].dated
        for ident, name in (
            ("IND_F", "value"),
            ("IND_G", "value"),
            ("PER_P", "role"),
            ("PER_P", "affiliation"),
        )
    ] == ["as of 4 March 2024", "as of 2019", "as of 4 March 2024", ""]


def test_a_record_without_a_dated_source_says_so_at_its_top(root: Path) -> None:
    page = root / "docs/sources/notice.md"
    text = page.read_text(encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    venture = site.base.by_id["JV_QUAYLIGHT"]
    assert "No source of this record is dated" not in article.before(venture, site)
    page.write_text(text.replace(":published: 2024-03-04", ":not_before: 2024-03-03"), "utf-8")
    site = catalog.site(load(root, Settings()))
    html = article.before(site.base.by_id["JV_QUAYLIGHT"], site)
    assert "No source of this record is dated; the newest is not older than 3 March 2024." in html
    assert "No source of this record" not in article.before(site.base.by_id["JV_MOLE"], site)


def test_a_leap_day_is_two_years_after_the_28th(site: Site) -> None:
    site.base._today = date(2028, 2, 29)
    assert status.aged(site, site.base.by_id["JV_QUAYLIGHT"]) == "4 March 2024"


def test_what_is_held_took_place(root: Path) -> None:
    page = root / "docs/events/visit.md"
    text = page.read_text(encoding="utf-8").replace(":kind:", ":status: held\n:kind:")
    page.write_text(text, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    assert "Happened" in article.before(site.base.by_id["EVT_VISIT"], site)
    assert record(site.base.by_id["EVT_VISIT"], site).facets["Status"] == ["Happened"]


def test_what_took_place_does_not_age(root: Path) -> None:
    (root / "docs/events").mkdir(exist_ok=True)
    (root / "docs/events/signing.md").write_text(
        "# Signing\n\n::::{event} Signing\n:id: EVT_SIGNED\n:kind: other\n:status: held\n\n"
        ":::{evidence} SRC_NOTICE\n:supports: status\n\nsigned an agreement\n:::\n::::\n",
        encoding="utf-8",
    )
    site = catalog.site(load(root, Settings()))
    assert status.line(site, site.base.by_id["EVT_SIGNED"]) == "Happened, to be read"
