"""What rests on a record: links, words of prose, quotations, links to its page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.rules.link_targets import Local, local_links, resolve
from policykb.check.views import Views
from policykb.markdown.inline import Inline, need_target
from policykb.markdown.page import Page


class Use(NamedTuple):
    """``kind``: ``link`` (from a field of ``record``), ``mention`` (in prose), ``quotation`` (from
    the source), ``page`` (a link to its page). ``path`` and ``line`` are where it stands."""

    kind: str
    path: str
    line: int
    record: str = ""
    field: str = ""
    words: str = ""


def entry_of(base: Context, ident: str) -> Entry:
    """The one record with an id. Raises `LoadError` where there is none, or are several."""
    found = engine.record(base, ident)
    if any(found.id == one.id for one, _ in base.duplicates):
        raise engine.LoadError(f"{ident} is the id of several records; policykb check tells which")
    return found


def uses(base: Context, entry: Entry) -> list[Use]:
    """Everything that rests on a record, in the order of pages."""
    found = [*_links(base, entry), *_quotations(base, entry)]
    found += [
        Use("mention", page.path, page.line(item.at), words=item.text)
        for page, item in mentions(base, entry.id)
    ]
    if own_page(base, entry):
        found += [
            Use("page", one.page.path, one.page.line(one.start), words=one.path)
            for one in to_page(base, entry.page)
        ]
    return sorted(found, key=lambda use: (use.path, use.line))


def _links(base: Context, entry: Entry) -> Iterator[Use]:
    for other, field in base.incoming.get(entry.id, ()):
        if other is not entry:
            option = other.raw.options[field]
            line = other.page.line(option.at)
            yield Use("link", other.page.path, line, other.id, field, option.value)


def mentions(base: Context, ident: str) -> Iterator[tuple[Page, Inline]]:
    """The ``{need}`` roles that name a record, outside the record itself."""
    for page in base.pages:
        if ident in page.text:
            for item, record in page.inlines:
                is_own = record is not None and record.values.get("id", "").strip() == ident
                is_need = item.kind == "role" and item.name == "need"
                if is_need and not is_own and need_target(item)[0] == ident:
                    yield page, item


def _quotations(base: Context, entry: Entry) -> Iterator[Use]:
    for one in base.evidence.quoting(entry.id) if entry.is_source else ():
        page, words = one.entry.page, " ".join(one.raw.quote.split())
        fields = ", ".join((*one.supports, *one.disputes))
        yield Use("quotation", page.path, page.line(one.raw.at), one.entry.id, fields, words)


def to_page(base: Context, page: Page) -> list[Local]:
    """The links of other pages to a page."""
    known = Views(base).known
    return [
        link
        for other in base.pages
        if other is not page
        for link in local_links(other, known)
        if link.path and resolve(known, known.paths, link) == page.path
    ]


def own_page(base: Context, entry: Entry) -> bool:
    """Whether a page has this record and nothing else but headings."""
    page = entry.page
    outside = "".join(page.text[start:end] for start, end in page.prose)
    return (
        len(base.entries_at.get(page.path, ())) == 1
        and not page.blocks
        and not re.sub(r"(?m)^#+ .*$", "", outside).strip()
    )


def named(base: Context, ident: str) -> Iterator[tuple[Page, int]]:
    """Every place where an id stands whole, but in quotations, as an offset of its page."""
    whole = re.compile(rf"(?<![A-Z0-9_]){re.escape(ident)}(?![A-Z0-9_])")
    for page in base.pages:
        if ident not in page.text:
            continue
        quoted = [(one.at, one.end) for record in page.records for one in record.evidence]
        for found in whole.finditer(page.text):
            if not any(start <= found.start() < end for start, end in quoted):
                yield page, found.start()
