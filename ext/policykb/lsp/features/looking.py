"""What is under the cursor, and the outlines of a page and of the base."""

from collections.abc import Iterator

from lsprotocol import types as lsp

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.check.rules.catalog import all_rules
from policykb.check.rules.pages import first_words
from policykb.edit.find.records import find_records
from policykb.evidence.beside import told as told_beside
from policykb.evidence.quotation import Quotation
from policykb.evidence.review import grade_words, graded
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server
from policykb.lsp.spot import Cursor, word_at
from policykb.markdown.new_page import describe
from policykb.markdown.page import Block
from policykb.model import TYPES
from policykb.text.counted import counted


def add(server: Server) -> None:
    """Tell of what is under the cursor, of the records of a page, of those of the base."""

    @server.answer(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        cursor = server.at(params)
        if cursor is None:
            return None
        words = _told(cursor)
        if not words and cursor.spot.kind == "quote":
            words = _quotation(cursor.desk.base, cursor.path, cursor.position.line + 1)
        plain = lsp.MarkupContent(lsp.MarkupKind.PlainText, words)
        return lsp.Hover(plain) if words else None

    @server.answer(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        page = server.page(params.text_document.uri)
        if page is None:
            return []
        desk, path = page
        return [_record(desk, entry) for entry in desk.base.entries_at.get(path, ())]

    @server.answer(lsp.WORKSPACE_SYMBOL)
    def symbols(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        desk = server.desk
        if desk is None:
            return []
        return [
            lsp.WorkspaceSymbol(
                location=desk.location(entry.page, entry.raw.block.start, entry.raw.block.start),
                name=f"{entry.title} ({entry.id})",
                kind=lsp.SymbolKind.Object,
            )
            for entry in _meant(desk.base, params.query)
        ]


def _meant(base: Context, words: str) -> list[Entry]:
    """The records that some words may mean; the first ones where there are none."""
    if not words.strip():
        return list(base.by_id.values())[:200]
    return [entry for entry, _ in find_records(base, words, limit=50)]


def _record(desk: Desk, entry: Entry) -> lsp.DocumentSymbol:
    """A record with its quotations."""
    name = entry.title or entry.id or entry.type
    found = _symbol(desk, entry, entry.raw.block, name, entry.id)
    found.kind = lsp.SymbolKind.Object
    found.children = [
        _symbol(desk, entry, one.block, one.source or "evidence", " ".join(one.quote.split())[:60])
        for one in entry.raw.evidence
    ]
    return found


def _symbol(desk: Desk, entry: Entry, block: Block, name: str, detail: str) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=name,
        detail=detail,
        kind=lsp.SymbolKind.String,
        range=desk.span(entry.page, block.start, block.end),
        selection_range=desk.span(entry.page, block.start, block.start),
    )


def _told(cursor: Cursor) -> str:
    """A record, a field, a rule; empty where there is nothing to tell."""
    base, record = cursor.desk.base, cursor.spot.record
    if cursor.ident:
        return "\n".join(_lines(base, base.by_id[cursor.ident]))
    word = word_at(cursor.line, cursor.col)
    if word.upper().startswith("PKB"):
        rules = (one for one in all_rules(base.settings) if one.code == word.upper())
        return "".join(f"{one.code} {one.name}: {first_words(one)}" for one in rules)
    if record and (spec := TYPES[record.name].specs.get(word)):
        return f"{word}: {describe(spec)}"
    return ""


def _lines(base: Context, entry: Entry) -> Iterator[str]:
    yield f"{entry.title} ({entry.model.label.lower()}, {entry.id})"
    for name in entry.model.columns:
        if entry.text(name):
            titles = [
                base.by_id[one].title for one in entry.links.get(name, ()) if one in base.by_id
            ]
            yield f"{name}: {', '.join(titles) or entry.text(name)}"[:400]
    incoming = base.incoming.get(entry.id, ())
    yield f"{counted(len(incoming), 'link')} to it · {entry.page.path}:{entry.raw.line}"


def _quotation(base: Context, path: str, line: int) -> str:
    """Where the quotation around a line (from 1) stands in its source, and what it shows."""
    for entry in base.entries_at.get(path, ()):
        page = entry.page
        for one in base.evidence.of(entry):
            first, last = page.line(one.raw.at), page.line(one.raw.end)
            if first <= line <= last:
                return "\n".join(_passage(base, one))
    return ""


def _passage(base: Context, one: Quotation) -> Iterator[str]:
    where = f", paragraph {one.match.paragraph}" if one.match else ": not found there"
    yield f"{one.raw.source.strip()}{where}"
    yield from grades(base, one.entry.id, one.supports)


def grades(base: Context, ident: str, fields: list[str]) -> Iterator[str]:
    """A line for each fact of some fields of a record."""
    for one in graded(base.evidence, [ident]):
        if one.fact.field in fields:
            yield f"{one.fact.field} = {one.fact.value}: {grade_words(one)}{told_beside(one)}"
