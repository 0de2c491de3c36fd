"""Pagefind's indexing service, spoken to directly: all records are sent while answers are read.

The Python client that comes with Pagefind waits a tenth of a second for each answer, which for
thousands of records is minutes. The protocol is the same: JSON in base64, each message closed by a
comma, over the program's standard input and output.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable


class IndexingFailed(Exception):
    """Pagefind is not installed, or refused what it was sent."""


def write_index(records: Iterable[dict[str, Any]], folder: Path) -> int:
    """Index records (``url``, ``content``, ``language``, ``meta``, ``filters``, ``sort``) into a
    folder; returns how many there were. Raises `IndexingFailed`."""
    program = get_executable()
    if program is None:
        raise IndexingFailed("the program pagefind is not installed")
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": None}]
    messages += [
        {"meta": None, "filters": None, "sort": None, **record, "type": "AddRecord", "index_id": 0}
        for record in records
    ]
    messages.append({"type": "WriteFiles", "index_id": 0, "output_path": str(folder)})
    with subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        sender = Thread(target=_send, args=(process.stdin, messages), daemon=True)
        sender.start()
        try:
            for _ in messages:
                _check(_receive(process.stdout))
        finally:
            process.kill()
        sender.join()
    return len(messages) - 2


def _send(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages, 1):
            message = {"message_id": number, "payload": payload}
            pipe.write(base64.b64encode(json.dumps(message).encode()) + b",")
        pipe.flush()
    except BrokenPipeError:
        return


def _receive(pipe: IO[bytes]) -> dict[str, Any]:
    parts = bytearray()
    while (byte := pipe.read(1)) != b",":
        if not byte:
            raise IndexingFailed("pagefind stopped before it had answered")
        parts += byte
    answer: dict[str, Any] = json.loads(base64.b64decode(parts))["payload"]
    return answer


def _check(answer: dict[str, Any]) -> None:
    if answer["type"] == "Error":
        raise IndexingFailed(str(answer.get("message")))
