"""What can be done about a finding, as an editor applies it."""

from lsprotocol import types as lsp

from policykb.lsp import actions
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server


def add(server: Server) -> None:
    """Offer the ways out of the findings at a place."""
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])

    @server.answer(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)
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
                edit=_new_file(desk, one) if one.path else desk.edits(one.edits),
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
