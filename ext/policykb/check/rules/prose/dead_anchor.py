"""A Markdown link, a reference or a footnote's mark leads to what the pages do not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING

from policykb.base.nearest import Names
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.labels import (
    MADE,
    OPTION,
    REF,
    TERM,
    is_option,
    labels_elsewhere,
    lost_notes,
    options,
    ref_target,
    spaced,
    terms,
)
from policykb.check.rules.link_targets import Local, headings, labels, local_links, resolve
from policykb.check.rules.rule import Rule, edit, unsafe

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """What stands after # is a heading or a label of the page it leads to; what a ``{ref}`` names
    is a label of some page, a ``{term}`` is explained in a glossary, an ``{option}`` described,
    and a footnote is on its page."""
    yield from _links(base)
    yield from _references(base)
    yield from _terms(base)
    yield from _options(base)
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
        if not label:
            continue
        if spaced(label) in known:
            if "<" not in item.text and not _is_titled(base, label):
                said = f"the label {label} names no heading, so that the reference shows no words"
                help = f"write words of your own: {{{item.name}}}`words <{label}>`"
                yield RULE.at(page, start, end, said, record=record, help=help)
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


def _is_titled(base: Base, label: str) -> bool:
    """Whether a label names what has a title: a heading, a figure, a table."""
    from policykb.markdown.declared import declared, named_blocks, normal

    name = normal(label)
    for page in base.page_at.values():
        if name in labels(page):
            names = [*declared(page), *(one for _, one in named_blocks(page))]
            given = [one for one in names if one.kind == "label" and one.name == name]
            return any(one.titled for one in given) or not given
    return True


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
        if not term or spaced(term) in known:
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


def _options(base: Base) -> Iterator[Diagnostic]:
    known: set[tuple[str, str]] | None = None
    for page, item, record in base.inlines["role"]:
        if item.name not in OPTION:
            continue
        name, start, end = ref_target(item)
        if known is None:
            known = set().union(*(options(each) for each in base.page_at.values()))
        if name and not is_option(page, item, name, known):
            said = f"no page describes the option “{name}”"
            help = "describe it in an {option} block, or write it as code: `--option`"
            yield RULE.at(page, start, end, said, record=record, help=help)


def _links(base: Base) -> Iterator[Diagnostic]:
    anchors = _Anchors(base)
    for link in local_links(base):
        if link.path and not link.anchor:
            continue
        path = resolve(base, base.page_at, link) if link.path else link.page.path
        if path is None or path not in base.page_at:
            continue
        if not link.path and not link.anchor:
            help = "write what it leads to after #, or remove the link"
            span = link.start, link.start + 1
            yield RULE.at(link.page, *span, "the link leads nowhere", help=help)
        elif not anchors.has(path, link):
            yield _dead(base, anchors, path, link)
        elif link.is_bare and not link.path and not anchors.is_titled(path, link):
            said = f"the label {link.anchor} names no heading, so that the link shows no words"
            span = link.anchor_at, link.anchor_at + len(link.anchor)
            help = "write words between its brackets"
            yield RULE.at(link.page, *span, said, record=link.record, help=help)


def _dead(base: Base, anchors: _Anchors, path: str, link: Local) -> Diagnostic:
    record = base.by_id.get(link.anchor.upper())
    if record:
        return _is_record(link, record)
    near = anchors.names(path).word(base, link.anchor.lower())
    start, end = link.anchor_at, link.anchor_at + len(link.anchor)
    help = f"did you mean #{near}?" if near else "correct what stands after #"
    return RULE.at(
        link.page,
        start,
        end,
        f"the link leads to #{link.anchor}, which {path} does not have",
        record=link.record,
        help=help,
        fix=unsafe(edit(link.page, start, end, near)) if near else None,
    )


def unquoted(anchor: str) -> str:
    """An anchor without percent signs, as browsers copy those that are not ASCII."""
    from urllib.parse import unquote

    return unquote(anchor) if "%" in anchor else anchor


class _Anchors:
    """What links can name after #, found out once for each page that one leads to."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._names: dict[str, Names] = {}

    def has(self, path: str, link: Local) -> bool:
        """Whether a link's anchor is there. On the link's own page it may be a label of any
        page, whatever the case; on another, a heading of the first four levels or a label."""
        anchor = unquoted(link.anchor)
        if not link.path:
            return anchor in self.headings(path) or anchor.lower() in self.labels
        return anchor in self.outer(path) or anchor in self.labels_of(path)

    def is_titled(self, path: str, link: Local) -> bool:
        """Whether the anchor is a heading's, or a label's whose place has a title."""
        anchor = unquoted(link.anchor)
        return anchor in self.headings(path) or _is_titled(self._base, anchor)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all pages."""
        return frozenset().union(*(labels(page) for page in self._base.page_at.values()))

    @cache  # noqa: B019 - an object of one run
    def headings(self, path: str) -> frozenset[str]:
        """The headings of a page."""
        return frozenset(headings(self._base.page_at[path]))

    @cache  # noqa: B019
    def outer(self, path: str) -> frozenset[str]:
        """Those that a link from another page can name."""
        return frozenset(headings(self._base.page_at[path], most=4))

    @cache  # noqa: B019
    def labels_of(self, path: str) -> frozenset[str]:
        """The labels of a page."""
        return frozenset(labels(self._base.page_at[path]))

    def names(self, path: str) -> Names:
        """All of a page's, to look for what was meant."""
        if path not in self._names:
            self._names[path] = Names(sorted(self.headings(path) | self.labels_of(path)))
        return self._names[path]


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
