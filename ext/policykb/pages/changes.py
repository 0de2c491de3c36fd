"""What changed and when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policykb.pages.fragments import render
from policykb.pages.page import GeneratedPage
from policykb.pages.site import Site

MOST = 100
"""Changes shown, newest first."""


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The newest changes to records, by day."""
    by_path: dict[str, list[str]] = {}
    for entry in site.entries:
        by_path.setdefault(entry.page.path, []).append(entry.id)
    known = [one for one in site.history.changes if any(path in by_path for path in one.paths)]
    shown = known[:MOST]
    days = [
        (
            day,
            site.day_words(day),
            [
                (
                    one.subject,
                    [site.base.by_id[i] for path in one.paths for i in by_path.get(path, ())],
                )
                for one in group
            ],
        )
        for day, group in groupby(shown, key=lambda one: one.day)
    ]
    html = render(
        "changes.html",
        site=site,
        here="changes",
        days=days,
        more=len(known) - len(shown),
    )
    yield GeneratedPage("changes", "Changes", str(html))
