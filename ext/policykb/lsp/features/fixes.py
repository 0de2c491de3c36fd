"""What can be done about a finding: its fix, a page for a record that is missing, a field more
that a quotation supports."""

from collections.abc import Iterator

from lsprotocol import types as lsp

from policykb.check.diagnostics import Diagnostic, Edit
from policykb.edit.advice import advice
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server
from policykb.lsp.spot import ident_at
from policykb.markdown import new_page
from policykb.model import TYPES


def add(server: Server) -> None:
    """Offer the ways out of the findings at a place."""
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])

    @server.answer(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        page = server.page(params.text_document.uri)
        if page is None:
            return []
        desk, path = page
        first, last = params.range.start.line + 1, params.range.end.line + 1
        return [
            one
            for item in desk.session.findings.get(path, ())
            if item.line <= last and first <= item.end_line
            for one in _actions(desk, item)
        ]


def _actions(desk: Desk, item: Diagnostic) -> Iterator[lsp.CodeAction]:
    """The ways out of a finding, the most likely first."""
    if item.fix:
        title = item.help or f"fix: {item.message}"
        is_safe = item.fix.applicability == "safe"
        made = desk.edits(item.fix.edits)
        yield _action(desk, item, title[0].upper() + title[1:], made, is_safe)
    yield from _new_record(desk, item)
    yield from _more_support(desk, item)


def _action(
    desk: Desk, item: Diagnostic, title: str, edit: lsp.WorkspaceEdit, preferred: bool = False
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[desk.diagnostic(item)],
        is_preferred=preferred,
        edit=edit,
    )


def _new_record(desk: Desk, item: Diagnostic) -> Iterator[lsp.CodeAction]:
    """A page for the record that a finding says is not there."""
    base = desk.base
    page = base.page_at.get(item.path)
    if page is None:
        return
    line = page.text[page.line_start(item.line - 1) : page.line_end(page.line_start(item.line - 1))]
    named = ident_at(line, item.col - 1)
    ident = named[0] if named else ""
    model = next((one for one in TYPES.values() if ident.startswith(one.prefix)), None)
    if ident in base.by_id or model is None:
        return
    title = ident.removeprefix(model.prefix).replace("_", " ").capitalize()
    values = {"id": ident} | {
        name: ""
        for name, spec in model.specs.items()
        if spec.required and name not in ("id", "title")
    }
    path = f"{base.settings.docs}/{model.folder}/{model.file_name(ident)}"
    text = new_page.page(model, title, values, advice=advice(base, model, values))
    yield _action(desk, item, f"Create this record: {ident}", _new_file(desk, path, text))


def _more_support(desk: Desk, item: Diagnostic) -> Iterator[lsp.CodeAction]:
    """A field that no quotation supports, added to the supports of each quotation of the record."""
    base = desk.base
    entry = base.by_id.get(item.record or "")
    if entry is None or item.code != "PKB302" or not item.field:
        return
    for one in base.evidence.of(entry):
        option, page = one.raw.options.get("supports"), entry.page
        if option is None:
            continue
        line, col = page.position(option.end)
        words = " ".join(one.raw.quote.split())[:40]
        edits = (Edit(page.path, line, col, line, col, f", {item.field}"),)
        if item.fix is None or item.fix.edits != edits:
            title = f"Add {item.field} under supports of “{words}…”"
            yield _action(desk, item, title, desk.edits(edits))


def _new_file(desk: Desk, path: str, text: str) -> lsp.WorkspaceEdit:
    uri, start = desk.uri(path), lsp.Position(0, 0)
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    options = lsp.CreateFileOptions(overwrite=False, ignore_if_exists=False)
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.CreateFile(uri, options=options),
            lsp.TextDocumentEdit(document, [lsp.TextEdit(lsp.Range(start, start), text)]),
        ]
    )
