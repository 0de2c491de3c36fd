"""Run ``python -m module`` without the second that a new interpreter takes to import Sphinx.

A server that has imported everything forks for each run. So each run still has a process, a folder,
an environment and output of its own. Only the seed of hashes is the same for all.
"""

from __future__ import annotations

import atexit
import io
import json
import multiprocessing
import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import NamedTuple, TextIO

Sink = Path | Connection
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


class Running(NamedTuple):
    """A program that runs, and what it says."""

    process: BaseProcess
    said: TextIO


@contextmanager
def running(
    module: str, *words: str, cwd: Path, env: Mapping[str, str] = os.environ
) -> Iterator[Running]:
    """A module as a program in the background; it is killed at the end."""
    reader, writer = _SERVER.Pipe(duplex=False)
    given = (module, words, cwd, dict(env), writer, writer)
    process = _SERVER.Process(target=_in_child, args=given)
    process.start()
    writer.close()
    with reader, os.fdopen(os.dup(reader.fileno()), encoding="utf-8") as said:
        try:
            yield Running(process, said)
        finally:
            process.kill()
            process.join()


CLIENT = """\
#!{python} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    given = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(server, [b"x"], [1, 2])
    server.sendall(given)
    server.shutdown(socket.SHUT_WR)
    sys.exit(int(server.recv(9)))
"""
"""A program that has the server's side run it, and ends as that ends."""


@cache
def command(module: str) -> str:
    """The path of a program that shell scripts can start in place of ``python -m module``."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "socket"))
    listening.listen()
    Thread(target=_answer, args=(listening, module), daemon=True).start()
    client = folder / module
    client.write_text(CLIENT.format(python=sys.executable, address=str(folder / "socket")), "utf-8")
    client.chmod(0o755)
    return str(client)


def _answer(listening: socket.socket, module: str) -> None:
    """Run the module for one client after another."""
    while True:
        client, _ = listening.accept()
        with client, client.makefile("rb") as sent:
            _, numbers, _, _ = socket.recv_fds(client, 1, 2)
            words, folder, env = json.loads(sent.read())
            out, err = (Connection(number, readable=False) for number in numbers)
            given = (module, tuple(words), Path(folder), env, out, err)
            process = _SERVER.Process(target=_in_child, args=given)
            with out, err:
                process.start()
            process.join()
            client.sendall(str(process.exitcode).encode())


def _in_child(
    module: str, words: tuple[str, ...], cwd: Path, env: dict[str, str], out: Sink, err: Sink
) -> None:
    # A shell that starts the suite in the background has it ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.stdout, sys.stderr = _redirected(1, out), _redirected(2, err)
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _redirected(number: int, to: Sink) -> io.TextIOWrapper:
    """Let a file descriptor lead elsewhere; a stream for it that is written at every line."""
    if isinstance(to, Path):
        opened = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    else:
        os.dup2(to.fileno(), number)
    return io.TextIOWrapper(
        os.fdopen(number, "wb", closefd=False), encoding="utf-8", line_buffering=True
    )
