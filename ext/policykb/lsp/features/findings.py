"""Findings, from the first reading of a base and after every change."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp

from policykb.base.settings import FILES
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server
from policykb.lsp.spot import plain


def add(server: Server) -> None:
    """Read the base, follow its pages, tell what is found."""
    _changes(server)

    @server.feature(lsp.INITIALIZED)
    async def initialized(params: lsp.InitializedParams) -> None:
        await server.begin(server.workspace.root_path)

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC)
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
    def take(uri: str) -> None:
        if page := server.page(uri):
            text = plain(server.workspace.get_text_document(uri).source)
            server.attempt(lambda desk: desk.session.open(page[1], text))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
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
        if server.desk is None or Path(params.text_document.uri).name in FILES:
            server.attempt(lambda desk: desk.session.reload())

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        def follow(desk: Desk) -> None:
            # What is no page is known by no path, so that everything is read again.
            desk.session.update([desk.path(one.uri) or one.uri for one in params.changes])

        server.attempt(follow)
