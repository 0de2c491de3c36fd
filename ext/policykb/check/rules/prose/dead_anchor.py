"""A Markdown link, a reference or a footnote's mark leads to what the pages do not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.nearest import Names
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.labels import (
    MADE,
    REF,
    TERM,
    labels_elsewhere,
    lost_notes,
    ref_target,
    terms,
)
from policykb.check.rules.link_targets import Local, labels, local_links, resolve, slugs
from policykb.check.rules.rule import Rule, edit, unsafe

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """What stands behind # is a heading, a label or a record's id on the page it leads to; what a
    ``{ref}`` names is a label of some page, what a ``{term}`` names stands in a glossary, and a
    footnote on its page."""
    yield from _links(base)
    yield from _references(base)
    yield from _terms(base)
    for page in base.pages:
        for name, start, end, record, known in lost_notes(page):
            near = Names(sorted(known)).word(base, name)
            yield RULE.at(
                page,
                start,
                end,
                f"the page has no footnote [^{name}]",
                record=record,
                help=f"did you mean [^{near}]?"
                if near
                else f"write the footnote on a line of its own: [^{name}]: …",
                fix=unsafe(edit(page, start, end, near)) if near else None,
            )


def _references(base: Base) -> Iterator[Diagnostic]:
    known: frozenset[str] | None = None
    names = Names([])
    for page, item, record in base.inlines["role"]:
        if item.name not in REF:
            continue
        label, start, end = ref_target(item)
        if known is None:
            if labels_elsewhere(base):
                return
            known = MADE.union(*(labels(each) for each in base.page_at.values()))
            names = Names(sorted(known - MADE))
        if not label or " ".join(label.lower().split()) in known:
            continue
        near = names.word(base, label)
        yield RULE.at(
            page,
            start,
            end,
            f"the reference leads to the label {label}, which no page has",
            record=record,
            help=f"did you mean {near}?"
            if near
            else f"write {{need}}`{label}` for the record"
            if label in base.by_id
            else f"write ({label})= on a line before the heading that is meant",
            fix=unsafe(edit(page, start, end, near)) if near else None,
        )


def _terms(base: Base) -> Iterator[Diagnostic]:
    known: set[str] | None = None
    names = Names([])
    for page, item, record in base.inlines["role"]:
        if item.name not in TERM:
            continue
        term, start, end = ref_target(item)
        if known is None:
            known = set().union(*(terms(each) for each in base.page_at.values()))
            names = Names(sorted(known))
        if not term or " ".join(term.lower().split()) in known:
            continue
        near = names.word(base, term)
        yield RULE.at(
            page,
            start,
            end,
            f"no glossary explains “{term}”",
            record=record,
            help=f"did you mean {near}?" if near else "explain it in a {glossary}",
            fix=unsafe(edit(page, start, end, near)) if near else None,
        )


def _links(base: Base) -> Iterator[Diagnostic]:
    from urllib.parse import unquote

    pages = base.page_at
    known: dict[str, set[str]] = {}
    names: dict[str, Names] = {}
    labels: set[str] | None = None
    for link in local_links(base):
        if not link.anchor:
            continue
        path = resolve(base, pages, link) if link.path else link.page.path
        if path is None or path not in pages:
            continue
        if path not in known:
            known[path] = slugs(pages[path])
        anchor = unquote(link.anchor).lower()
        record = not link.path and base.by_id.get(anchor.upper())
        if record:
            yield _is_record(link, record)
            continue
        if anchor in known[path]:
            continue
        if not link.path:
            if labels is None:
                labels = {name for page in pages.values() for name in slugs(page)}
            if anchor in labels:
                continue
        if path not in names:
            names[path] = Names(sorted(known[path]))
        near = names[path].word(base, anchor)
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


def _is_record(link: Local, record: Entry) -> Diagnostic:
    """MyST finds headings and labels by ``#``, no records."""
    return RULE.at(
        link.page,
        link.anchor_at,
        link.anchor_at + len(link.anchor),
        f"the link leads to #{link.anchor}, which is a record and no heading",
        record=link.record,
        help=f"write {{need}}`{record.id}`",
    )


RULE = Rule("PKB603", "dead-anchor", Severity.ERROR, check, across=("anchors", "page"))
