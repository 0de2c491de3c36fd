"""Run ``python -m module`` without the second that a new interpreter takes to import Sphinx.

A server that has imported everything forks for each run. So each run still has a process, a folder,
an environment and output of its own. Only the seed of hashes is the same for all.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.preloaded"])


def run(
    module: str, *words: str, cwd: Path, env: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Run a module as a program with these arguments, to its end."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        given = (module, words, cwd, dict(env), out, err)
        process = _SERVER.Process(target=_in_child, args=given)
        process.start()
        process.join()
        assert process.exitcode is not None
        said = [path.read_bytes().decode() for path in (out, err)]
    return subprocess.CompletedProcess([module, *words], process.exitcode, *said)


def _in_child(
    module: str, words: tuple[str, ...], cwd: Path, env: dict[str, str], out: Path, err: Path
) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.stdout, sys.stderr = _redirected(1, out), _redirected(2, err)
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _redirected(number: int, path: Path) -> io.TextIOWrapper:
    """Let a file descriptor lead to a file; a stream for it that is written at every line."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(opened, number)
    os.close(opened)
    return io.TextIOWrapper(
        os.fdopen(number, "wb", closefd=False), encoding="utf-8", line_buffering=True
    )
