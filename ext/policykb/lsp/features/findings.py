"""Findings, from the first reading of a base and after every change."""

from collections.abc import Generator
from typing import Any

from lsprotocol import types as lsp

from policykb.lsp.desk import Desk
from policykb.lsp.server import Server
from policykb.lsp.spot import plain


def add(server: Server) -> None:
    """Read the base, follow its pages, tell what is found."""
    _changes(server)

    @server.feature(lsp.INITIALIZED)
    async def initialized(params: lsp.InitializedParams) -> None:
        # Known only from now on, so that no editor is told of it: Neovim shows the findings that it
        # asks for beside those that it is told, each twice.
        if lsp.TEXT_DOCUMENT_DIAGNOSTIC not in server.protocol.fm.features:
            server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC)(diagnostic)
            await server.begin(server.folder)

    def diagnostic(
        params: lsp.DocumentDiagnosticParams,
    ) -> Generator[Any, None, lsp.RelatedFullDocumentDiagnosticReport]:
        if server.desk is None:
            yield server.looked, (params.text_document.uri,), {}
        desk = server.desk or server.opened
        path = desk.path(params.text_document.uri) if desk else None
        found = desk.session.findings.get(path, []) if desk and path else []
        items = [desk.diagnostic(one) for one in found] if desk else []
        return lsp.RelatedFullDocumentDiagnosticReport(items)


def _changes(server: Server) -> None:
    def follow(desk: Desk, uris: list[str]) -> None:
        """Read again what was written; a file outside of the base is none of its."""
        desk.session.update([path for uri in uris if (path := desk.place(uri))])

    def take(uri: str) -> None:
        if page := server.page(uri):
            text = plain(server.workspace.get_text_document(uri).source)
            server.attempt(lambda desk: desk.session.open(page[1], text))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        server.hold(params.text_document)
        take(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        take(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        if page := server.page(params.text_document.uri):
            server.attempt(lambda desk: desk.session.close(page[1]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.desk is None or server.desk.steers(uri):
            server.attempt(lambda desk: follow(desk, [uri]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        uris = [one.uri for one in params.changes]
        server.attempt(lambda desk: follow(desk, uris))
