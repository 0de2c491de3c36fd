"""The server: a base in memory, and what its editor is told of it.

A large base takes seconds to check, and an editor waits for no server: the base is read in a thread
beside the one that answers. What is found in the pages that are open is told first.
"""

import asyncio
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote
from uuid import uuid4

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from policykb.base.settings import SettingsError
from policykb.check import engine
from policykb.lsp.desk import Desk
from policykb.lsp.spot import At, Cursor, plain
from policykb.version import __version__

P = TypeVar("P")
A = TypeVar("A")
PATIENCE = 1.0
"""Seconds that a question waits for the base; then there is no answer to it. An editor that stops
while it waits, as Emacs does for completion, stops no longer than that."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Document(TextDocument):
    """The text of a page, in lines as the protocol has them: a page from a PDF may hold form feeds
    and other characters that Python takes for ends of lines."""

    @property
    def lines(self) -> Sequence[str]:
        return _LINE.findall(self.source)


class Server(LanguageServer):
    """A server with the base that its editor works on, once it is read and checked."""

    def __init__(self) -> None:
        super().__init__("policykb", __version__, max_workers=1)
        self.desk: Desk | None = None
        self.opened: Desk | None = None
        """The same from the time on when only the open pages are checked."""
        self._looked, self._ready = asyncio.Event(), asyncio.Event()
        self.watches = False
        """Whether the editor was asked to tell of files that others write."""
        self._beginning: asyncio.Task[None] | None = None

    async def begin(self, folder: str | None) -> None:
        """Read the base of a folder, beside answering; whatever keeps it from being read, nobody
        waits for it any longer then."""
        token = f"policykb/{uuid4()}"
        await self._progress(token, lsp.WorkDoneProgressBegin("policykb: reading the base"))
        try:
            with self._saying():
                await self._read(Desk(Path(folder or "."), self.workspace.position_codec))
        finally:
            self._looked.set()
            self._ready.set()
        self.publish(self.desk)
        await self._progress(token, lsp.WorkDoneProgressEnd())
        await self._watch()

    @property
    def folder(self) -> str | None:
        """The folder that an editor works in, the first where there are several."""
        first = next(iter(self.workspace.folders.values()), None)
        return self.workspace.root_path or (uris.to_fs_path(first.uri) if first else None)

    def hold(self, item: lsp.TextDocumentItem) -> None:
        """Keep the text of a page that was opened."""
        codec = self.workspace.position_codec
        made = Document(item.uri, item.text, item.version, item.language_id, position_codec=codec)
        self.workspace.text_documents[unquote(item.uri)] = made

    def _begin_again(self) -> None:
        """Read the base once more where it could not be read."""
        if self._ready.is_set():
            self._looked.clear()
            self._ready.clear()
            again = self.begin(self.folder)
            self._beginning = asyncio.get_running_loop().create_task(again)

    async def _read(self, desk: Desk) -> None:
        """Read a base; check the open pages, and tell of them; check all."""
        await asyncio.to_thread(desk.session.read)
        await asyncio.to_thread(desk.session.look, self._texts(desk))
        self.opened = desk
        self.publish(desk)
        self._looked.set()
        await asyncio.to_thread(desk.session.begin, desk.session.texts)
        self._catch_up(desk)
        self.desk = desk

    def _texts(self, desk: Desk) -> dict[str, str]:
        """The texts of the pages that are open."""
        open_ones = [*self.workspace.text_documents.values()]
        found = {desk.path(one.uri): plain(one.source) for one in open_ones}
        return {path: text for path, text in found.items() if path is not None}

    def _catch_up(self, desk: Desk) -> None:
        """Take what was opened, typed and closed while the base was read."""
        now = self._texts(desk)
        for path in desk.session.texts.keys() - now.keys():
            desk.session.close(path)
        for path, text in now.items():
            desk.session.open(path, text)

    async def _progress(
        self, token: str, step: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressEnd
    ) -> None:
        """Show that the base is being read, where the editor can."""
        window = self.client_capabilities.window
        if window is None or not window.work_done_progress:
            return
        if isinstance(step, lsp.WorkDoneProgressBegin):
            _ = await self.work_done_progress.create_async(token)
        self.progress(lsp.ProgressParams(token, step))

    async def _watch(self) -> None:
        """Have the editor tell of files that others write, where it can."""
        workspace = self.client_capabilities.workspace
        can = workspace.did_change_watched_files if workspace else None
        if self.desk is None or self.watches or not (can and can.dynamic_registration):
            return
        self.watches = True
        watchers = [lsp.FileSystemWatcher(one) for one in self.desk.watched()]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked = lsp.Registration(uuid4().hex, lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await self.client_register_capability_async(lsp.RegistrationParams([asked]))

    async def soon(self) -> None:
        """Wait a little for the base."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._ready.wait(), PATIENCE)

    async def looked(self, uri: str) -> None:
        """Wait until what is found in a page is known, at least as far as that goes alone."""
        await self._looked.wait()
        if self.opened and self.opened.path(uri) not in self.opened.session.texts:
            await self._ready.wait()

    def answer(self, method: str, options: Any = None) -> Callable[[Callable[[P], A]], Any]:
        """Have questions answered by a function; those that come too early wait a little."""

        def add(function: Callable[[P], A]) -> Callable[[P], A]:
            @self.feature(method, options)
            def late(params: P) -> Generator[Any, None, A]:
                if not self._ready.is_set():
                    yield self.soon, (), {}
                return function(params)

            return function

        return add

    def say(self, words: str) -> None:
        """Tell the person at the editor."""
        params = lsp.ShowMessageParams(lsp.MessageType.Error, f"policykb: {words}")
        self.window_show_message(params)

    @contextmanager
    def _saying(self) -> Iterator[None]:
        """Say in a sentence what keeps a base from being read or checked."""
        try:
            yield
        except (engine.LoadError, SettingsError, engine.RuleCrash, OSError) as error:
            self.say(str(error))

    def attempt(self, change: Callable[[Desk], object]) -> None:
        """Change the base and tell what is found then. Where it cannot be read any more, that is
        said, and what was known stays; where it never could, it is read."""
        if self.desk is None:
            self._begin_again()
            return
        with self._saying():
            change(self.desk)
        self.publish(self.desk)

    def publish(self, desk: Desk | None) -> None:
        """Tell the findings of each file that has others than before."""
        if desk is None:
            return
        for path, found in desk.changed().items():
            items = [desk.diagnostic(one) for one in found]
            params = lsp.PublishDiagnosticsParams(desk.uri(path), items)
            self.text_document_publish_diagnostics(params)

    def at(self, params: At) -> Cursor | None:
        """What is under the cursor; None in a file that is no page of the base or is not there."""
        uri = params.text_document.uri
        if page := self.page(uri):
            with suppress(OSError, UnicodeError):
                return Cursor(*page, self.workspace.get_text_document(uri), params.position)
        return None

    def page(self, uri: str) -> tuple[Desk, str] | None:
        """The desk, and the path of a page of its base; None for any other file."""
        path = self.desk.path(uri) if self.desk else None
        return (self.desk, path) if self.desk and path else None
