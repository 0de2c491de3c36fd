"""What is under the cursor, and the outlines of a page and of the base."""

from lsprotocol import types as lsp

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.find.records import find_records
from policykb.lsp import tell
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server
from policykb.markdown.page import Block


def add(server: Server) -> None:
    """Tell of what is under the cursor, of the records of a page, of those of the base."""

    @server.answer(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        cursor = server.at(params)
        if cursor is None:
            return None
        base = cursor.desk.base
        words = tell.told(base, cursor.spot, cursor.line, cursor.col)
        if not words and cursor.spot.kind == "quote":
            words = tell.quotation(base, cursor.path, cursor.position.line + 1)
        plain = lsp.MarkupContent(lsp.MarkupKind.PlainText, words)
        return lsp.Hover(plain) if words else None

    @server.answer(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        desk = server.desk
        path = desk.path(params.text_document.uri) if desk else None
        if desk is None or path is None:
            return []
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
