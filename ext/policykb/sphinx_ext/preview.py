"""The site on this machine: built, served on loopback, built again after every change.

Findings are printed and do not keep the site from being shown. Pages reload by themselves: a script
that exists only here waits for the number of the build to change.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING

from policykb.base.ground import NotReal, real
from policykb.base.settings import Settings, SettingsError
from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.check.report.text import render, visible
from policykb.check.watch import follow
from policykb.sphinx_ext import run as build

if TYPE_CHECKING:
    from watchfiles.main import FileChange

FOLDER = "_build/serve"
SCRIPT_PATH = "/-/reload.js"
WAIT_PATH = "/-/wait"
WAIT = 25.0
"""Seconds after which a waiting page is answered in any case and asks again."""

SCRIPT = b"""(async () => {
  const built = document.currentScript.dataset.built;
  for (;;) {
    try {
      const answer = await fetch("/-/wait?" + built);
      if ((await answer.text()) !== built) return location.reload();
    } catch { await new Promise(done => setTimeout(done, 1000)); }
  }
})();
"""


class Turn:
    """The number of the build that is served; pages wait for the next."""

    def __init__(self) -> None:
        self.number = 0
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


class Handler(SimpleHTTPRequestHandler):
    """Serves files of the site, HTML with the reload script at its end."""

    def __init__(self, *args: object, turn: Turn, directory: str, **more: object) -> None:
        self.turn = turn
        super().__init__(*args, directory=directory, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == WAIT_PATH:
            self._answer(str(self.turn.wait(query)).encode(), "text/plain")
        elif path == SCRIPT_PATH:
            self._answer(SCRIPT, "text/javascript")
        elif (page := self._page(path)) is not None:
            tag = f'<script src="{SCRIPT_PATH}" data-built="{self.turn.number}"></script>\n'
            self._answer(page.read_bytes() + tag.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path | None:
        page = Path(self.translate_path(path))
        if page.is_dir():
            page /= "index.html"
        return page if page.suffix == ".html" and page.is_file() else None

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def once(root: Path) -> Path:
    """Build the site, whatever the checker finds; the folder it is in."""
    refuse_foreign(root)
    rebuild(root, load_settings(root))
    return root / FOLDER / "html"


def serve(root: Path, port: int) -> None:
    """Build, serve, and follow changes until interrupted."""
    settings = load_settings(root)
    refuse_foreign(root)
    edits = changes(root, settings)
    next(edits)  # from here on no edit is missed, not even one during the first build
    turn = Turn()
    again(root, turn)
    with serving(root / FOLDER / "html", port, turn) as address:
        print(f"The site is at {address} (stop with Ctrl-C).", flush=True)
        for edited in edits:
            if edited:
                print("Something changed; building …", flush=True)
                again(root, turn)


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
    if _is_in_git(root):
        raise build.BuildFailed(f"{FOLDER} is kept in git, so others may have made it; remove it")


def _is_in_git(root: Path) -> bool:
    command = ["git", "-C", str(root), "ls-files", "--", FOLDER]
    try:
        return bool(subprocess.run(command, capture_output=True, check=False).stdout)
    except OSError:
        return False


def again(root: Path, turn: Turn) -> None:
    """Build the site; whatever fails is told, with what the checker finds, and may be fixed by the
    next edit."""
    try:
        rebuild(root, load_settings(root))
    except SystemExit:
        pass  # the plugin has said why
    except Exception as error:
        print(visible(f"policykb: the site cannot be built: {error}"), flush=True)
        tell(root)
    else:
        turn.advance()
        print("Built.", flush=True)


def tell(root: Path) -> None:
    """Print the findings, where the base can be read."""
    try:
        base, report = engine.check(root)
    except (engine.LoadError, engine.RuleCrash, SettingsError) as error:
        print(visible(f"policykb: {error}"), flush=True)
    else:
        report.hide_notes()
        print(render(report, base), end="", flush=True)


def rebuild(root: Path, settings: Settings) -> int:
    """Bring the served site up to date."""
    work = root / FOLDER
    return build.run(
        root, settings, work / "html", work / "doctrees", strict=False, fresh=False, pages=0
    )


@contextmanager
def serving(folder: Path, port: int, turn: Turn) -> Iterator[str]:
    """Serve a folder on loopback, on the port or a free one where that is taken."""
    handler = partial(Handler, turn=turn, directory=str(folder))
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


def changes(root: Path, settings: Settings) -> Iterator[set[FileChange]]:
    """What was changed of all that the site is made of; nothing now and then."""
    inputs = (settings.docs, settings.seeds, "conf.py", "pyproject.toml")
    found = [root / name for name in inputs if (root / name).exists()]
    return follow(*found, debounce=200)
