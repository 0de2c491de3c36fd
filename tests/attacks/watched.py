"""A build of a base, watched: ``python -m tests.attacks.watched ROOT OUT LOG``.

What the interpreter does (PEP 578) is written down as lines of ``kind<TAB>what``: files opened for
writing or removed, processes, network, the attacks' code being compiled. The build runs as anyone
would run it, without a check before.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Any

MARK = "pkbattack"
PROCESS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn")
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "http.client")
CHANGE = ("os.remove", "os.rename", "os.mkdir", "os.symlink", "os.link", "os.rmdir", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """The audit hook; it is never taken out again."""

    def __init__(self, log: Path) -> None:
        self.log = log.open("w", encoding="utf-8", errors="backslashreplace", buffering=1)
        self.number = self.log.fileno()

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if isinstance(path, int):
                return
            writes = isinstance(flags, int) and flags & WRITING
            self.note("write" if writes else "read", os.fsdecode(path))
        elif event == "compile":
            source = args[0]
            if isinstance(source, bytes):
                source = source.decode("utf-8", "replace")
            if isinstance(source, str) and MARK in source:
                self.note("compile", source)
        elif event in CHANGE:
            for path in args[:2]:
                if isinstance(path, str | bytes | os.PathLike):
                    self.note("write", os.fsdecode(path))
        elif event.startswith(PROCESS):
            self.note("process", repr(args[0]))
        elif event.startswith(NETWORK):
            self.note("network", f"{event} {args[1:]!r}")

    def note(self, kind: str, what: str) -> None:
        line = f"{kind}\t{what}".replace("\n", "\\n")
        self.log.write(f"{line}\n")


def main(root: Path, out: Path, log: Path) -> int:
    """Build without any check first, and say how it went."""
    from policykb.base.settings import load
    from policykb.sphinx_ext import run as build

    sys.addaudithook(Watch(log))
    os.chdir(root)
    try:
        build.run(build.Order(root, load(root), out / "html", out / "doctrees", fresh=True))
    except Exception:
        traceback.print_exc()
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
