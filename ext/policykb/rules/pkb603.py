"""A Markdown link leads to a heading or label that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.rule import Rule, edit, unsafe
from policykb.rules.targets import local_links, resolve, slugs

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """What stands behind # is a heading, a label or a record's id on the page it leads to."""
    pages = base.page_at
    known: dict[str, set[str]] = {}
    labels: set[str] | None = None
    for link in local_links(base):
        if not link.anchor:
            continue
        path = resolve(base, pages, link) if link.path else link.page.path
        if path is None or path not in pages:
            continue
        if path not in known:
            known[path] = slugs(pages[path])
        anchor = link.anchor.lower()
        if anchor in known[path]:
            continue
        if not link.path:
            if labels is None:
                labels = {name for page in pages.values() for name in slugs(page)}
            if anchor in labels:
                continue
        from policykb.nearest import nearest_word

        near = nearest_word(anchor, sorted(known[path]))
        end = link.anchor_at + len(link.anchor)
        yield RULE.at(
            link.page,
            link.anchor_at,
            end,
            f"the link leads to #{link.anchor}, which {path} does not have",
            record=link.record,
            help=f"did you mean #{near}?" if near else "correct what stands behind #",
            fix=unsafe(edit(link.page, link.anchor_at, end, near)) if near else None,
        )


RULE = Rule("PKB603", "dead-anchor", Severity.ERROR, check, across=("anchors", "page"))
