"""What can be written where the cursor is, as an editor takes it."""

from typing import Any

from lsprotocol import types as lsp

from policykb.lsp import complete, tell
from policykb.lsp.cursor import Cursor
from policykb.lsp.desk import Desk
from policykb.lsp.server import Server

_KINDS = {
    "type": lsp.CompletionItemKind.Class,
    "field": lsp.CompletionItemKind.Field,
    "record": lsp.CompletionItemKind.Reference,
    "value": lsp.CompletionItemKind.EnumMember,
    "quotation": lsp.CompletionItemKind.Text,
}
_SIGNS = [":", "{", "`", " ", ",", "_"]


def add(server: Server) -> None:
    """Propose what can be written; a quotation is graded once it is looked at."""
    options = lsp.CompletionOptions(trigger_characters=_SIGNS, resolve_provider=True)

    @server.answer(lsp.TEXT_DOCUMENT_COMPLETION, options)
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

    @server.answer(lsp.COMPLETION_ITEM_RESOLVE)
    def resolve(item: lsp.CompletionItem) -> lsp.CompletionItem:
        data: Any = item.data
        if server.desk and isinstance(data, dict) and item.text_edit:
            item.documentation = _graded(server.desk, data, item.text_edit.new_text)
        return item


def _start(cursor: Cursor) -> lsp.Position:
    units = cursor.desk.codec.client_num_units(cursor.line[: cursor.spot.start])
    return lsp.Position(cursor.position.line, units)


def _item(
    one: complete.Proposal, where: lsp.Range, cursor: Cursor, rank: int
) -> lsp.CompletionItem:
    data = None
    if one.kind == "quotation":
        data = {"path": cursor.path, "from": where.start.line, "to": where.end.line}
    return lsp.CompletionItem(
        one.label if len(one.label) <= 80 else one.label[:79] + "…",
        kind=_KINDS[one.kind],
        detail=one.detail,
        # Only where it is needed: Neovim's own completion passes by items that have it.
        filter_text=None if one.text.startswith(one.sought) else one.sought,
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
