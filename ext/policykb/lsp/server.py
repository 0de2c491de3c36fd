"""The server: a base in memory, and what its editor is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from policykb.base.settings import SettingsError
from policykb.check import engine
from policykb.lsp.cursor import At, Cursor
from policykb.lsp.desk import Desk
from policykb.version import __version__


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

    def at(self, params: At) -> Cursor | None:
        """What is under the cursor; None in a file that is no page of the base."""
        path = self.desk.path(params.text_document.uri) if self.desk else None
        if self.desk is None or path is None:
            return None
        document = self.workspace.get_text_document(params.text_document.uri)
        return Cursor(self.desk, path, document, params.position)
