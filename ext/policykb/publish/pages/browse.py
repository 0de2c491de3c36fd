"""Everything by kind, and the pages on the base itself, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from policykb.publish.facts.site import Site
from policykb.publish.frame.fragments import render
from policykb.publish.pages.page import GeneratedPage

VIEWS = (
    ("chain", "Ventures and alliances", "each with its program, ministry and policy"),
    ("timeline", "Timeline", "what happened when"),
    ("network", "Network", "who is linked to whom"),
    ("gaps", "Known gaps", "what no source says"),
    ("inferred", "Inferred values", "what the editors concluded"),
    ("single-source", "Single-source facts", "what rests on one source alone"),
    ("disputes", "Disputes", "where quotations differ"),
    ("coverage", "Coverage", "how much of each source is quoted"),
    ("changes", "Changes", "what changed in the records"),
    ("data", "Data", "all records as files"),
)
"""Pages made of the whole base: docname, name, what is there."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The one page."""
    yield GeneratedPage(
        "browse", "Browse", str(render("browse.html", site=site, here="browse", views=VIEWS))
    )
