"""Pagefind's indexing service, spoken to directly: all records are sent while answers are read.

The Python client that comes with Pagefind waits a tenth of a second for each answer, which for
thousands of records is minutes, and the service answers before the files it writes stand. Here the
files are asked for and written by ourselves. The protocol is the client's: JSON in base64, each
message closed by a comma, over the program's standard input and output.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

from policykb.text.characters import encodable


class IndexingFailed(Exception):
    """Pagefind is not installed, or refused what it was sent."""


def index(records: Iterable[dict[str, Any]]) -> Iterator[tuple[Path, bytes]]:
    """Index records (``url``, ``content``, ``language``, ``meta``, ``filters``, ``sort``); yields
    the files of the search bundle by relative path. Raises `IndexingFailed`."""
    program = get_executable()
    if program is None:
        raise IndexingFailed("the program pagefind is not installed")
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": None}]
    for record in records:
        added = {"type": "AddRecord", "index_id": 0, "meta": None, "filters": None, "sort": None}
        messages.append({**added, **record})
    messages.append({"type": "GetFiles", "index_id": 0})
    with subprocess.Popen(
        [program, "--service"], env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        sender = Thread(target=_send, args=(process.stdin, messages), daemon=True)
        sender.start()
        try:
            for answer in _answers(process.stdout, len(messages)):
                for file in answer.get("files") or ():
                    yield Path(file["path"]), base64.b64decode(file["content"])
        finally:
            process.kill()
            sender.join()


def _environment() -> dict[str, str]:
    """The variables of this process whose text is UTF-8, the only ones that the service can
    read: one with a folder's name may be another."""
    given = os.environ.items()
    return {name: text for name, text in given if encodable(name + text) == name + text}


def _send(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages, 1):
            message = {"message_id": number, "payload": payload}
            pipe.write(
                base64.b64encode(json.dumps(message, ensure_ascii=False).encode("utf-8", "replace"))
                + b","
            )
        pipe.flush()
    except BrokenPipeError:
        return


def _answers(pipe: IO[bytes], count: int) -> Iterator[dict[str, Any]]:
    parts: list[bytes] = []
    while count:
        block = pipe.read1(1 << 20) if hasattr(pipe, "read1") else pipe.read(1)
        if not block:
            raise IndexingFailed("pagefind stopped before it had answered")
        *whole, rest = block.split(b",")
        for text in whole:
            message = base64.b64decode(b"".join((*parts, text)))
            parts.clear()
            answer: dict[str, Any] = json.loads(message)["payload"]
            if answer["type"] == "Error":
                raise IndexingFailed(str(answer.get("message")))
            count -= 1
            yield answer
        parts.append(rest)
