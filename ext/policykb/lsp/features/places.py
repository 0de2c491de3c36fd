"""Where a record is, where it is named, and another id for it."""

from lsprotocol import types as lsp

from policykb.edit.reshape.plan import Refused
from policykb.edit.reshape.rename import rename as renamed
from policykb.edit.reshape.uses import named
from policykb.lsp.server import Server
from policykb.lsp.spot import ident_at


def add(server: Server) -> None:
    """Lead to a record and to all that names it; give it another id."""
    _renaming(server)

    @server.answer(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        cursor = server.at(params)
        if cursor is None or not cursor.ident:
            return None
        entry = cursor.desk.base.by_id[cursor.ident]
        start = entry.raw.block.start
        return cursor.desk.location(entry.page, start, entry.page.line_end(start))

    @server.answer(lsp.TEXT_DOCUMENT_REFERENCES)
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
    @server.answer(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        cursor = server.at(params)
        if cursor is None or not cursor.ident:
            return None
        try:
            plan = renamed(cursor.desk.base, cursor.ident, params.new_name, moves=False)
        except Refused as error:
            server.say(str(error))
            return None
        return cursor.desk.edits(plan.edits)

    @server.answer(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
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
