"""A base on an editor's desk: paths and addresses, places in the editor's units, what is found."""

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types as lsp
from pygls import uris
from pygls.workspace import PositionCodec

from policykb.base.ground import is_page, is_within
from policykb.base.root import root_around
from policykb.base.settings import FILES
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Edit, Severity
from policykb.check.session import Session
from policykb.markdown.page import Page

_WEIGHTS = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}
INPUTS = ("conf.py", *FILES)
"""Files that say how pages are read and checked."""


class Desk:
    """The base that a folder of an editor belongs to; `Server.begin` has it read."""

    def __init__(self, folder: Path, codec: PositionCodec) -> None:
        self.root = root_around(folder)
        self.codec = codec
        self.session = Session(self.root, later=True)
        self.told: dict[str, list[Diagnostic]] = {}
        """What the editor was told, by path."""

    @property
    def base(self) -> Context:
        return self.session.base

    def path(self, uri: str) -> str | None:
        """The path of a page of the base, relative to its root; None for any other file."""
        path = self.place(uri)
        return path if path and is_page(path, self.base.settings) else None

    def place(self, uri: str) -> str | None:
        """The path of any file below the root, relative to it; None for what is elsewhere."""
        name = uris.to_fs_path(uri)
        try:
            return Path(name or "").resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None

    def steers(self, uri: str) -> bool:
        """Whether a file that is no page counts for the findings: a document, or settings."""
        path = self.place(uri)
        if path is None or self.path(uri):
            return False
        seeds = self.base.settings.seeds.rstrip("/")
        return is_within(path, seeds) or path.rpartition("/")[2] in INPUTS

    def watched(self) -> list[str]:
        """Patterns of the files that count for the findings."""
        settings = self.base.settings
        folders = (settings.docs.rstrip("/"), settings.seeds.rstrip("/"))
        return [f"**/{name}" for name in (*(f"{one}/**" for one in folders), *INPUTS)]

    def uri(self, path: str) -> str:
        return uris.from_fs_path(str(self.root / path)) or ""

    def changed(self) -> dict[str, list[Diagnostic]]:
        """The findings of each file that has others than the editor was told."""
        now = self.session.findings
        news = {path: found for path, found in now.items() if self.told.get(path) != found}
        news |= {path: [] for path in self.told if path not in now}
        self.told = now
        return news

    def position(self, page: Page, line: int, col: int) -> lsp.Position:
        """A place of a page (from 1, code points) in the editor's units (from 0)."""
        start = page.line_start(line - 1)
        before = page.text[start : start + col - 1]
        return lsp.Position(line - 1, self.codec.client_num_units(before))

    def column(self, line: str, character: int) -> int:
        """A column in the editor's units as one in code points."""
        found = self.codec.position_from_client_units([line], lsp.Position(0, character))
        return found.character

    def span(self, page: Page, start: int, end: int) -> lsp.Range:
        """A stretch of a page, from one offset to another."""
        first, last = page.position(start), page.position(end)
        return lsp.Range(self.position(page, *first), self.position(page, *last))

    def edit(self, one: Edit) -> lsp.TextEdit:
        page = self.base.page_at[one.path]
        start = self.position(page, one.line, one.col)
        return lsp.TextEdit(
            lsp.Range(start, self.position(page, one.end_line, one.end_col)), one.text
        )

    def edits(self, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
        """Edits of several pages as one."""
        changes: dict[str, list[lsp.TextEdit]] = {}
        for one in edits:
            changes.setdefault(self.uri(one.path), []).append(self.edit(one))
        return lsp.WorkspaceEdit(changes)

    def diagnostic(self, item: Diagnostic) -> lsp.Diagnostic:
        page = self.base.page_at.get(item.path)
        words = item.message if not item.help else f"{item.message}\n{item.help}"
        return lsp.Diagnostic(
            range=self._range(page, item),
            message=words,
            severity=_WEIGHTS[item.severity],
            code=item.code,
            source="policykb",
            related_information=[
                lsp.DiagnosticRelatedInformation(
                    self._place(one.path, one.line, one.col), one.message
                )
                for one in item.related
            ],
        )

    def _range(self, page: Page | None, item: Diagnostic) -> lsp.Range:
        if page is None:
            start = lsp.Position(max(0, item.line - 1), max(0, item.col - 1))
            return lsp.Range(start, start)
        start = self.position(page, item.line, item.col)
        return lsp.Range(start, self.position(page, item.end_line, item.end_col))

    def _place(self, path: str, line: int, col: int) -> lsp.Location:
        page = self.base.page_at.get(path)
        at = self.position(page, line, col) if page else lsp.Position(max(0, line - 1), 0)
        return lsp.Location(self.uri(path), lsp.Range(at, at))

    def location(self, page: Page, start: int, end: int) -> lsp.Location:
        """A stretch of a page as a place to go to."""
        return lsp.Location(self.uri(page.path), self.span(page, start, end))
