"""The site on this machine: built, served on loopback, built again after every change.

Findings are printed and do not keep the site from being shown. Pages reload by themselves, each
when it has changed: a script that exists only here waits for the number of the build to be another.
"""

import gc
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from hashlib import blake2b
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from policykb.base import git
from policykb.base.conf import read as read_conf
from policykb.base.ground import NotReal, real
from policykb.base.settings import FILES, Settings, SettingsError
from policykb.base.settings import load as load_settings
from policykb.check import engine, reading
from policykb.check.diagnostics import Report
from policykb.check.report.text import render, visible
from policykb.check.session import FEW, Session
from policykb.check.watch import follow, inputs, inputs_now
from policykb.publish.files import search_index
from policykb.sphinx_ext import run as build
from policykb.sphinx_ext.build import generated, site_config
from policykb.sphinx_ext.build.handlers import INDEXED
from policykb.sphinx_ext.shared import state

FOLDER = "_build/serve"
SCRIPT_PATH = "/-/reload.js"
SUM_PATH = "/-/sum"
WAIT_PATH = "/-/wait"
WAIT = 25.0
"""Seconds after which a waiting page is answered in any case and asks again."""

SCRIPT = b"""(async () => {
  const ask = async path => (await fetch(path)).text();
  const page = document.currentScript.dataset.sum;
  let built = document.currentScript.dataset.built;
  for (;;) {
    try {
      built = await ask("/-/wait?" + built);
      if ((await ask("/-/sum?" + location.pathname)) !== page) return location.reload();
    } catch { await new Promise(done => setTimeout(done, 1000)); }
  }
})();
"""


class Turn:
    """The number of the build that is served; pages wait for the next."""

    def __init__(self) -> None:
        self.number = 0
        self.owed = False
        """Whether the downloads are those of an earlier build."""
        self.asked = Event()
        """Whether somebody waits for downloads."""
        self._news = Condition()

    def advance(self) -> None:
        """Tell everyone who waits that there is a new build."""
        with self._news:
            self.number += 1
            self._news.notify_all()

    def wait(self, seen: str) -> int:
        """Return once the number is not ``seen``, or after a while."""
        with self._news:
            self._news.wait_for(lambda: str(self.number) != seen, timeout=WAIT)
            return self.number

    def owe(self, owed: bool) -> None:
        """Note that the downloads are old, or that they are made."""
        with self._news:
            self.owed = owed
            if not owed:
                self.asked.clear()
            self._news.notify_all()

    def ask(self) -> None:
        """Return once the downloads are those of this build, or after a while."""
        with self._news:
            if self.owed:
                self.asked.set()
                self._news.wait_for(lambda: not self.owed, timeout=WAIT)


class Handler(SimpleHTTPRequestHandler):
    """Serves files of the site, HTML with the reload script at its end."""

    def __init__(
        self, *args: object, turn: Turn, directory: str, top: str = "", **more: object
    ) -> None:
        self.turn, self.top = turn, top
        super().__init__(*args, directory=directory, **more)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path.startswith("/data") or (path.startswith("/id/") and path.endswith(".json")):
            self.turn.ask()
        if path == WAIT_PATH:
            self._answer(str(self.turn.wait(query)).encode(), "text/plain")
        elif path == SCRIPT_PATH:
            self._answer(SCRIPT, "text/javascript")
        elif path == SUM_PATH:
            found = self._page(query)
            self._answer(self._sum(found.read_bytes() if found else b"").encode(), "text/plain")
        elif (page := self._page(path)) is not None:
            built, text = self.turn.number, page.read_bytes()
            data = f'data-built="{built}" data-sum="{self._sum(text)}"'
            tag = f'<script src="{SCRIPT_PATH}" {data}></script>\n'
            self._answer(text + tag.encode(), "text/html; charset=utf-8")
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _sum(self, page: bytes) -> str:
        """A checksum of what a page shows; of the page of the search, of what is found too."""
        found = Path(self.directory, search_index.FOLDER, search_index.ROWS)
        more = found.read_bytes() if b"/search.js?" in page and found.is_file() else b""
        return blake2b(page + more, digest_size=12).hexdigest()

    def translate_path(self, path: str) -> str:
        """The file of an address. The page for what is not there links from the top that the
        published site has on its host."""
        if path.startswith(f"{self.top}/"):
            path = path.removeprefix(self.top)
        found = super().translate_path(path)
        try:
            Path(found).stat()
        except FileNotFoundError:
            pass
        except (OSError, ValueError):  # No file can have the name: it is too long, or has a null.
            return str(Path(self.directory, "-"))
        return found

    def _page(self, path: str) -> Path | None:
        page = Path(self.translate_path(path))
        if page.is_dir():
            page /= "index.html"
        return page if page.suffix == ".html" and page.is_file() else None

    def send_error(self, code: int, *said: Any, **more: Any) -> None:
        """For what is not there the site's own page."""
        page = self._page("/404.html") if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, *said, **more)
        else:
            self._answer(page.read_bytes(), "text/html; charset=utf-8", code)

    def _answer(self, body: bytes, kind: str, code: int = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def once(root: Path) -> Path:
    """Build the site, whatever the checker finds; the folder it is in."""
    refuse_foreign(root)
    build.run(_order(root, load_settings(root)))
    return root / FOLDER / "html"


def serve(root: Path, port: int) -> None:
    """Build, serve, and follow changes until interrupted. Raises `LoadError` for no base."""
    settings = load_settings(root)
    if not (root / settings.docs).is_dir():
        raise reading.no_pages(root, settings)
    refuse_foreign(root)
    edits = follow(inputs_now(root, lambda: load_settings(root), _inputs), debounce=200)
    next(edits)  # from here on no edit is missed, not even one during the first build
    preview = Preview(root)
    print("Building the site …", flush=True)
    preview.build(())
    html = root / FOLDER / "html"
    top = urlsplit(str(read_conf(root, settings).values.get("html_baseurl", ""))).path
    with closing(preview), serving(html, port, preview.turn, top.rstrip("/")) as address:
        print(f"The site is at {address} (stop with Ctrl-C).", flush=True)
        for edited in edits:
            if edited:
                print("Something changed; building …", flush=True)
                preview.build({Path(name).relative_to(root).as_posix() for _, name in edited})
            elif preview.turn.asked.is_set():
                preview.finish()


def _inputs(root: Path, settings: Settings) -> list[Path]:
    """What a site is made of: the records and, in other documentation, all of that."""
    with suppress(build.BuildFailed):
        return [build.folders(root, settings)[0], *inputs(root, settings)]
    return inputs(root, settings)


class Preview:
    """A base that is built again after every change, the pages that were edited first."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.turn = Turn()
        self._session: Session | None = None
        self.app: Sphinx | None = None
        self._open = ExitStack()
        self._read: list[str] = []
        self._scripts = 0
        self._ground: object = None

    def build(self, edited: Collection[str]) -> None:
        """Check what was edited, relative to the root, and build the site. Garbage is collected
        once it is shown, and from then on not looked for in what was there after the first time."""
        begins = self.app is None
        with reading.collector_paused():
            self._try(edited)
        gc.collect()
        if begins:
            gc.freeze()

    def _try(self, edited: Collection[str]) -> None:
        """Build. Whatever fails is told, with what the checker finds, and may be fixed by the next
        edit."""
        try:
            self._build(edited, self._check(edited))
        except (engine.LoadError, engine.RuleCrash, SettingsError) as error:
            print(visible(f"policykb: {error}"), flush=True)
        except SystemExit:
            pass  # the plugin has said why
        except Exception as error:
            print(visible(f"policykb: the site cannot be built: {error}"), flush=True)
            self._tell()
        else:
            self.turn.advance()
            print("Built.", flush=True)

    def _build(self, edited: Collection[str], session: Session) -> None:
        """Build with the Sphinx of the last build, if that came to its end and nothing changed of
        what Sphinx reads when it begins."""
        app, self.app = self.app, None
        changed = any(Path(one).name in ("conf.py", *FILES) for one in edited)
        make: Callable[[Sphinx], object] = build.again
        if app is None or changed or site_config.ground(app) != self._ground:
            app, make = self._begin(session), build.build
        elif state.of(app).is_guest:
            make = build.build
        else:
            state.of(app).later = True
        # The theme tells of its scripts for every page, and Sphinx keeps each time.
        del app.registry.js_files[self._scripts :]
        self.turn.owe(state.of(app).later)
        known = state.of(app)
        known.checked, known.touched = (session.base, session.report), session.take()
        make(app)
        self.app = app

    def _begin(self, session: Session) -> Sphinx:
        self.close()
        order = _order(self.root, session.base.settings)
        app = self._open.enter_context(build.opened(order))
        self._scripts = len(app.registry.js_files)
        self._ground = site_config.ground(app)
        app.connect("env-before-read-docs", self._note)
        app.connect("env-updated", self._show, priority=100)
        app.connect("build-finished", self._tell_lists, priority=INDEXED - 1)
        return app

    def finish(self) -> None:
        """Make the downloads, which an edit leaves for when somebody asks for them."""
        try:
            if self.app is not None and state.of(self.app).later:
                generated.finish_downloads(self.app)
        except Exception as error:
            print(visible(f"policykb: the downloads cannot be made: {error}"), flush=True)
        finally:
            self.turn.owe(False)

    def close(self) -> None:
        """Let go of Sphinx."""
        self._open.close()

    def _note(self, app: Sphinx, env: BuildEnvironment, names: list[str]) -> None:
        self._read = names

    def _show(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Write the pages that were read before it is looked at what else changes by them."""
        if self.turn.number and 0 < len(self._read) <= FEW:
            app.builder.prepare_writing(set(self._read))
            for name in self._read:
                tree = env.get_and_resolve_doctree(name, app.builder)
                app.builder.write_doc(name, tree)
            self.turn.advance()

    def _tell_lists(self, app: Sphinx, exception: Exception | None) -> None:
        """Have lists shown before the search has its new index."""
        if self.turn.number and exception is None:
            self.turn.advance()

    def _check(self, edited: Collection[str]) -> Session:
        """The base as it is now."""
        session, self._session = self._session, None
        if session is None:
            session = Session(self.root)
        else:
            session.update(edited)
        self._session = session
        return session

    def _tell(self) -> None:
        """Print the findings, where the base could be read."""
        if self._session is not None:
            found = self._session.report
            shown = Report([*found.diagnostics], found.records)
            shown.hide_notes()
            print(render(shown, self._session.base), end="", flush=True)


def refuse_foreign(root: Path) -> None:
    """Raise `BuildFailed` where the folder to work in is not this machine's own: a symbolic link
    leads elsewhere, and what came with the pages could hold anything, code too."""
    try:
        folder = real(root, FOLDER)
    except NotReal as error:
        raise build.BuildFailed(f"{error.path} {error.strerror}; remove it") from None
    inner = (Path(top, name) for top, *names in os.walk(folder) for name in chain(*names))
    linked = next((path for path in inner if path.is_symlink()), None)
    if linked is not None:
        raise build.BuildFailed(f"{linked.relative_to(root)} is a symbolic link; remove {FOLDER}")
    if git.ask(root, "ls-files", "--", FOLDER):
        raise build.BuildFailed(f"{FOLDER} is kept in git, so others may have made it; remove it")


def _order(root: Path, settings: Settings) -> build.Order:
    work = root / FOLDER
    return build.Order(root, settings, work / "html", work / "doctrees")


@contextmanager
def serving(folder: Path, port: int, turn: Turn, top: str = "") -> Iterator[str]:
    """Serve a folder on loopback, on the port or a free one where that is taken; also under the
    path that the published site has on its host, without a slash at its end."""
    handler = partial(Handler, turn=turn, directory=str(folder), top=top)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
