"""The server: what editors ask, answered from a base in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from policykb.base.settings import FILES, SettingsError
from policykb.check import engine
from policykb.check.diagnostics import Edit
from policykb.edit.reshape.plan import Refused
from policykb.edit.reshape.rename import rename as renaming
from policykb.edit.reshape.uses import named
from policykb.lsp import actions, complete, find, tell
from policykb.lsp.desk import Desk
from policykb.lsp.spot import Spot, ident_at, spot
from policykb.version import __version__

_KINDS = {
    "type": lsp.CompletionItemKind.Class,
    "field": lsp.CompletionItemKind.Field,
    "record": lsp.CompletionItemKind.Reference,
    "value": lsp.CompletionItemKind.EnumMember,
    "quotation": lsp.CompletionItemKind.Text,
}
_SIGNS = [":", "{", "`", " ", ",", "_"]


class _At(Protocol):
    """A place in a document, as every question about one has it."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


class Server(LanguageServer):
    """A server with the base that its editor works on, once it is known."""

    def __init__(self) -> None:
        super().__init__("policykb", __version__, max_workers=1)
        self.desk: Desk | None = None

    def begin(self, folder: str | None) -> None:
        """Read the base of a folder; say in a sentence what keeps it from being read."""
        try:
            self.desk = Desk(Path(folder or "."), self.workspace.position_codec)
        except (engine.LoadError, SettingsError, engine.RuleCrash, OSError) as error:
            self.say(str(error))

    def say(self, words: str) -> None:
        """Tell the person at the editor."""
        params = lsp.ShowMessageParams(lsp.MessageType.Error, f"policykb: {words}")
        self.window_show_message(params)

    def attempt(self, change: Callable[[Desk], object]) -> None:
        """Change the base and tell what is found then. Where it cannot be read any more, that is
        said, and what was known stays."""
        if self.desk is None:
            return
        try:
            change(self.desk)
        except (engine.LoadError, SettingsError, engine.RuleCrash, OSError) as error:
            self.say(str(error))
        self.publish()

    def publish(self) -> None:
        """Tell the findings of each file that has others than before."""
        if self.desk is None:
            return
        for path, found in self.desk.changed().items():
            items = [self.desk.diagnostic(one) for one in found]
            params = lsp.PublishDiagnosticsParams(self.desk.uri(path), items)
            self.text_document_publish_diagnostics(params)

    def at(self, params: _At) -> _Cursor | None:
        """What is under the cursor; None in a file that is no page of the base."""
        path = self.desk.path(params.text_document.uri) if self.desk else None
        if self.desk is None or path is None:
            return None
        document = self.workspace.get_text_document(params.text_document.uri)
        return _Cursor(self.desk, path, document, params.position)


class _Cursor:
    """A place in a page: its path and lines, and the line and column from 0 in code points."""

    def __init__(
        self, desk: Desk, path: str, document: TextDocument, position: lsp.Position
    ) -> None:
        self.desk, self.path, self.position = desk, path, position
        self.lines = [line.rstrip("\r\n") for line in document.lines]
        self.line = self.lines[position.line] if position.line < len(self.lines) else ""
        self.col = desk.column(self.line, position.character)
        self.spot: Spot = spot(self.lines, position.line, self.col)

    @property
    def ident(self) -> str:
        """The id under the cursor, where a record has it."""
        named = ident_at(self.line, self.col)
        return named[0] if named and named[0] in self.desk.base.by_id else ""

    def quote(self) -> tuple[str, lsp.Position]:
        """What is typed of a quotation, and where it begins."""
        first = self.spot.block.line + 1 if self.spot.block else self.position.line
        while first < self.position.line and self.lines[first].startswith(":"):
            first += 1
        before = [*self.lines[first : self.position.line], self.line[: self.col]]
        while len(before) > 1 and not before[0].strip():
            del before[0]
            first += 1
        return "\n".join(before), lsp.Position(first, 0)


def serve() -> None:
    """Answer on standard input and output until the editor ends it."""
    made().start_io()


def made() -> Server:
    """A server with everything that it can do."""
    server = Server()
    for add in (_life, _changes, _completion, _reading, _places, _renaming, _doing):
        add(server)
    return server


def _life(server: Server) -> None:
    @server.feature(lsp.INITIALIZED)
    def initialized(params: lsp.InitializedParams) -> None:
        server.begin(server.workspace.root_path)
        server.publish()

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC)
    def diagnostic(params: lsp.DocumentDiagnosticParams) -> lsp.RelatedFullDocumentDiagnosticReport:
        desk = server.desk
        path = desk.path(params.text_document.uri) if desk else None
        found = desk.session.findings.get(path, []) if desk and path else []
        items = [desk.diagnostic(one) for one in found] if desk else []
        return lsp.RelatedFullDocumentDiagnosticReport(items)


def _changes(server: Server) -> None:
    def take(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        path = server.desk.path(uri) if server.desk else None
        if path is not None:
            text = "\n".join(document.source.splitlines()) + "\n" * document.source.endswith("\n")
            server.attempt(lambda desk: desk.session.open(path, text))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        take(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        take(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        path = server.desk.path(params.text_document.uri) if server.desk else None
        if path is not None:
            server.attempt(lambda desk: desk.session.close(path))

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        if Path(params.text_document.uri).name in FILES:
            server.attempt(lambda desk: desk.session.reload())

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        server.attempt(lambda desk: desk.session.reload())


def _completion(server: Server) -> None:
    options = lsp.CompletionOptions(trigger_characters=_SIGNS, resolve_provider=True)

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, options)
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList:
        cursor = server.at(params)
        if cursor is None:
            return lsp.CompletionList(False, [])
        is_quote = cursor.spot.kind == "quote"
        typed, start = cursor.quote() if is_quote else ("", _start(cursor))
        found = complete.proposals(cursor.desk.base, cursor.spot, typed)
        where = lsp.Range(start, cursor.position)
        items = [_item(one, where, cursor, rank) for rank, one in enumerate(found)]
        return lsp.CompletionList(True, items)

    @server.feature(lsp.COMPLETION_ITEM_RESOLVE)
    def resolve(item: lsp.CompletionItem) -> lsp.CompletionItem:
        data: Any = item.data
        if server.desk and isinstance(data, dict) and item.text_edit:
            item.documentation = _graded(server.desk, data, item.text_edit.new_text)
        return item


def _start(cursor: _Cursor) -> lsp.Position:
    units = cursor.desk.codec.client_num_units(cursor.line[: cursor.spot.start])
    return lsp.Position(cursor.position.line, units)


def _item(
    one: complete.Proposal, where: lsp.Range, cursor: _Cursor, rank: int
) -> lsp.CompletionItem:
    data = None
    if one.kind == "quotation":
        data = {"path": cursor.path, "from": where.start.line, "to": where.end.line}
    return lsp.CompletionItem(
        one.label if len(one.label) <= 80 else one.label[:79] + "…",
        kind=_KINDS[one.kind],
        detail=one.detail,
        filter_text=one.sought,
        sort_text=f"{rank:04}",
        text_edit=lsp.TextEdit(where, one.text),
        data=data,
    )


def _graded(desk: Desk, data: dict[str, Any], quote: str) -> str:
    """What the record's facts would be graded with a proposed quotation."""
    page = desk.base.page_at.get(data["path"])
    if page is None:
        return ""
    start, end = page.line_start(data["from"]), page.line_end(page.line_start(data["to"]))
    text = page.text[:start] + quote + page.text[end:]
    for entry in desk.base.entries_at.get(data["path"], ()):
        for one in desk.base.evidence.of(entry):
            if one.raw.block.start <= start <= one.raw.block.end:
                return tell.graded_with(desk.base, data["path"], text, entry.id, one.supports)
    return ""


def _reading(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
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

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        desk = server.desk
        path = desk.path(params.text_document.uri) if desk else None
        entries = desk.base.entries_at.get(path, ()) if desk and path else ()
        return [
            lsp.DocumentSymbol(
                name=entry.title or entry.id or entry.type,
                detail=entry.id,
                kind=lsp.SymbolKind.Object,
                range=_span(desk, entry.page, entry.raw.block.start, entry.raw.block.end),
                selection_range=_span(
                    desk, entry.page, entry.raw.block.start, entry.raw.block.start
                ),
                children=[
                    lsp.DocumentSymbol(
                        name=one.source or "evidence",
                        detail=" ".join(one.quote.split())[:60],
                        kind=lsp.SymbolKind.String,
                        range=_span(desk, entry.page, one.block.start, one.block.end),
                        selection_range=_span(desk, entry.page, one.block.start, one.block.start),
                    )
                    for one in entry.raw.evidence
                ],
            )
            for entry in entries
            if desk
        ]

    @server.feature(lsp.WORKSPACE_SYMBOL)
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
            for entry in find.of_name(desk.base, params.query)
        ]


def _span(desk: Desk, page: Any, start: int, end: int) -> lsp.Range:
    return desk.span(page, start, end)


def _places(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        cursor = server.at(params)
        if cursor is None or not cursor.ident:
            return None
        entry = cursor.desk.base.by_id[cursor.ident]
        start = entry.raw.block.start
        return cursor.desk.location(entry.page, start, entry.page.line_end(start))

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        cursor = server.at(params)
        if cursor is None or not cursor.ident:
            return []
        ident, desk = cursor.ident, cursor.desk
        own = desk.base.by_id[ident].raw.options["id"].at
        page_of_own = desk.base.by_id[ident].page
        return [
            desk.location(page, at, at + len(ident))
            for page, at in named(desk.base, ident)
            if params.context.include_declaration or page is not page_of_own or at != own
        ]


def _renaming(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        cursor = server.at(params)
        if cursor is None or not cursor.ident:
            return None
        try:
            plan = renaming(cursor.desk.base, cursor.ident, params.new_name, moves=False)
        except Refused as error:
            server.say(str(error))
            return None
        return _workspace_edit(cursor.desk, plan.edits)

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        cursor = server.at(params)
        named = ident_at(cursor.line, cursor.col) if cursor and cursor.ident else None
        if cursor is None or named is None:
            return None
        ident, start = named
        first = cursor.desk.codec.client_num_units(cursor.line[:start])
        line = cursor.position.line
        where = lsp.Range(lsp.Position(line, first), lsp.Position(line, first + len(ident)))
        return lsp.PrepareRenamePlaceholder(where, ident)


def _workspace_edit(desk: Desk, edits: list[Edit] | tuple[Edit, ...]) -> lsp.WorkspaceEdit:
    changes: dict[str, list[lsp.TextEdit]] = {}
    for one in edits:
        changes.setdefault(desk.uri(one.path), []).append(desk.edit(one))
    return lsp.WorkspaceEdit(changes)


def _doing(server: Server) -> None:
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        desk = server.desk
        path = desk.path(params.text_document.uri) if desk else None
        if desk is None or path is None:
            return []
        first, last = params.range.start.line + 1, params.range.end.line + 1
        return [
            lsp.CodeAction(
                one.title,
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[desk.diagnostic(item)],
                is_preferred=one.preferred,
                edit=_new_file(desk, one) if one.path else _workspace_edit(desk, one.edits),
            )
            for item in desk.session.findings.get(path, ())
            if item.line <= last and first <= item.end_line
            for one in actions.actions(desk.base, item)
        ]


def _new_file(desk: Desk, one: actions.Action) -> lsp.WorkspaceEdit:
    uri, start = desk.uri(one.path), lsp.Position(0, 0)
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    options = lsp.CreateFileOptions(overwrite=False, ignore_if_exists=False)
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.CreateFile(uri, options=options),
            lsp.TextDocumentEdit(document, [lsp.TextEdit(lsp.Range(start, start), one.text)]),
        ]
    )
