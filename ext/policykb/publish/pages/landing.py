"""The front page's live parts."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts import words
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render
from policykb.publish.pages import chain

MOST_ROWS = 30
"""Chains shown on the front page at most; all of them are on a page of their own."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """A front page for a base that has none written."""
    yield GeneratedPage(PAGE.docname, site.title, "")


def after(site: Site, docname: str) -> str:
    """What follows the written beginning of the front page."""
    rows = chain.rows(site)
    told = [row for row in rows if row.program.entries or row.program.known]
    return str(
        render(
            "landing.html",
            site=site,
            here=docname,
            numbers=numbers(site),
            rows=told[:MOST_ROWS],
            more=len(told) - MOST_ROWS,
            silent=len(rows) - len(told),
            briefs=site.briefs,
        )
    )


def numbers(site: Site) -> list[tuple[str, str, str]]:
    """Live numbers: figure, words, page. What is not known is counted with what is."""
    ventures = site.by_type["jv"]
    unfunded = [one for one in ventures if not site.targets(one, "funded_by")]
    quotes = sum(len(site.quotations(one)) for one in site.entries)
    records = [one for one in site.entries if one.type != "source"]
    reviewed = [one for one in records if one.value("reviewed")]
    gaps = sum(len(one.gaps) for one in site.entries)

    def plural(number: int, one: str, many: str) -> str:
        return one if number == 1 else many

    venture_words = plural(len(ventures), "joint venture", "joint ventures")
    if unfunded:
        venture_words += f", {len(unfunded)} without a known program"
    counts = {name: len(found) for name, found in site.by_type.items()}
    return [
        (str(len(ventures)), venture_words, "ventures/index"),
        (
            str(counts["alliance"]),
            plural(counts["alliance"], "alliance", "alliances"),
            "alliances/index",
        ),
        (
            str(counts["program"]),
            plural(counts["program"], "program", "programs"),
            "programs/index",
        ),
        (str(quotes), f"quotations from {words.count(counts['source'], 'source')}", "coverage"),
        (str(gaps), f"known {plural(gaps, 'gap', 'gaps')}, each with its reason", "gaps"),
        (
            str(len(reviewed)),
            f"of {words.count(len(records), 'record')} reviewed by a person",
            "about#reviewed" if site.has_page("about") else "browse",
        ),
    ]


PAGE = SitePage("index", "Home", pages, after, ("hero-q", "briefs", "chain", "types"), order=0)
