"""Citations of records and quotations."""

import json
from datetime import date

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
    assert "Cite this brief" in briefs.after(site, site.briefs[0])


def test_special_characters_of_bibtex_are_escaped(site: Site) -> None:
    entry = site.base.by_id["ORG_PORT"]
    entry.raw.title = r"50% of #1_{a}~^\ "
    assert r"title = {50\% of \#1\_\{a\}\textasciitilde{}\textasciicircum{}\textbackslash{} }" in (
        cite.record(entry, site).bibtex
    )
