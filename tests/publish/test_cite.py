"""Citations of records and quotations."""

import json
import re
from datetime import date

import pytest
from pybtex.database import parse_string

from policykb.publish.facts import citations as cite
from policykb.publish.facts.site import Site
from policykb.publish.pages import briefs


def test_a_quotation_is_cited_by_source_and_paragraph(site: Site) -> None:
    site.baseurl = "https://quays.example/"
    made = cite.quotation(site.quotations(site.base.by_id["JV_QUAYLIGHT"])[0], site)
    assert "Notice, The Port & Co, 4 March 2024, paragraph 2." in made.plain
    assert made.plain.endswith("https://quays.example/id/JV_QUAYLIGHT.html#JV_QUAYLIGHT-q1")
    assert r"publisher = {The Port \& Co}" in made.bibtex
    assert "url = {https://quays.example/id/JV_QUAYLIGHT.html#JV_QUAYLIGHT-q1}" in made.bibtex
    item = json.loads(made.csl)
    assert item["issued"] == {"date-parts": [[2024, 3, 4]]}
    assert item["publisher"] == "The Port & Co"
    assert item["note"].startswith("paragraph 2: “Vesta Lines")


def test_a_quotation_of_a_whole_sentence_has_one_full_stop(site: Site) -> None:
    made = cite.quotation(site.quotations(site.base.by_id["JV_QUAYLIGHT"])[1], site)
    assert "Fund”. " in made.plain
    assert "Fund.”" in made.bibtex


def test_a_record_is_cited_as_of_the_day_of_the_version(site: Site) -> None:
    site.base._today = date(2026, 1, 2)
    made = cite.record(site.base.by_id["PRG_HEF"], site)
    assert made.plain == (
        "“Harbour fund” (PRG_HEF), Quays & co, as of 2 January 2026. id/PRG_HEF.html"
    )
    assert r"howpublished = {Quays \& co}" in made.bibtex
    assert json.loads(made.csl)["issued"] == {"date-parts": [[2026, 1, 2]]}


def test_a_brief_is_cited_by_its_title_and_page(site: Site) -> None:
    site.base._today = date(2026, 1, 2)
    made = cite.brief(site.briefs[0], site)
    assert made.plain == "“Who pays?”, Quays & co, as of 2 January 2026. briefs/who-pays.html"
    assert made.bibtex.startswith("@misc{who-pays,")
    assert json.loads(made.csl)["type"] == "webpage"
    assert "Cite this brief" in briefs.after(site, site.briefs[0].docname)


def test_a_site_of_others_that_does_not_know_its_address_leaves_it_out(site: Site) -> None:
    site.pages = ()
    entry = site.base.by_id["JV_QUAYLIGHT"]
    made = [cite.record(entry, site), cite.quotation(site.quotations(entry)[0], site)]
    made.append(cite.document(site.base.by_id["SRC_NOTICE"], site))
    for one in made:
        assert "JV_QUAYLIGHT.html" not in one.plain
        assert one.plain == one.plain.strip()
        assert "url" not in one.bibtex
        assert "URL" not in json.loads(one.csl)
    site.baseurl = "https://quays.example/"
    assert "https://quays.example/" in cite.record(entry, site).plain


COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}
TITLES = (
    "50% of #1_{a}~^\\ & $5",
    "a}, year={1} }",
    "}",
    "{",
    "{{{",
    "}{",
    "\\",
    "\\{",
    '"a" @misc{b, title = {c}}',
    "a, year = 1",
    "% a comment",
    "日本の「方針」",
)


def read_back(text: str) -> str:
    """Read a field as LaTeX sets it."""
    pattern = "|".join((*map(re.escape, COMMANDS), r"\\[$&#%_]"))
    return re.sub(pattern, lambda found: COMMANDS.get(found[0], found[0][1:]), text)


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_is_read_back_with_the_title_it_was_made_of(site: Site, title: str) -> None:
    entry = site.base.by_id["ORG_PORT"]
    entry.raw.title = title
    both = cite.record(entry, site).bibtex + "\n" + cite.brief(site.briefs[0], site).bibtex
    entries = parse_string(both, "bibtex").entries
    assert list(entries) == ["ORG_PORT", "who-pays"]
    assert read_back(entries["ORG_PORT"].fields["title"]) == " ".join(title.split())
    assert list(entries["ORG_PORT"].fields) == ["title", "howpublished", "year", "note", "url"]
