"""Pagefind's indexing service, spoken to directly: all records are sent while answers are read.

The Python client that comes with Pagefind waits a tenth of a second for each answer, which for
thousands of records is minutes, and the service answers before the files it writes stand. Here the
files are asked for and written by ourselves. The protocol is the client's: JSON in base64, each
message closed by a comma, over the program's standard input and output.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from threading import Thread
from typing import IO, Any, cast

from pagefind.service import get_executable

from policykb.text.characters import encodable


class IndexingFailed(Exception):
    """Pagefind is not installed, or refused what it was sent."""


class Service:
    """Indexes records (``url``, ``content``, ``language``, ``meta``, ``filters``, ``sort``) in a
    process of its own, from when it is made. Raises `IndexingFailed`."""

    def __init__(self, records: Iterable[dict[str, Any]]) -> None:
        program = get_executable()
        if program is None:
            raise IndexingFailed("the program pagefind is not installed")
        messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": None}]
        for record in records:
            added = {"type": "AddRecord", "index_id": 0, "meta": None, "filters": None}
            messages.append({**added, "sort": None, **record})
        messages.append({"type": "GetFiles", "index_id": 0})
        self._count = len(messages)
        self._said: list[bytes] = []
        given = os.environ.items()
        # The only variables that the service can read: one with a folder's name may be no UTF-8.
        sound = {name: text for name, text in given if encodable(name + text) == name + text}
        self._process = subprocess.Popen(
            [program, "--service"], env=sound, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._threads = (
            Thread(target=_send, args=(self._process.stdin, messages), daemon=True),
            Thread(target=self._listen, daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def _listen(self) -> None:
        pipe, left = cast("BufferedReader", self._process.stdout), self._count
        while left > 0 and (block := pipe.read1(1 << 20)):
            self._said.append(block)
            left -= block.count(b",")

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """The files of the search bundle by path, once it is whole. Raises `IndexingFailed`."""
        self._threads[1].join()
        *answers, _ = b"".join(self._said).split(b",")
        for text in answers:
            answer: dict[str, Any] = json.loads(base64.b64decode(text))["payload"]
            if answer["type"] == "Error":
                raise IndexingFailed(str(answer.get("message")))
            for file in answer.get("files") or ():
                yield Path(file["path"]), base64.b64decode(file["content"])
        if len(answers) < self._count:
            raise IndexingFailed("pagefind stopped before it had answered")

    def close(self) -> None:
        """End the process."""
        with self._process:
            self._process.kill()
            for thread in self._threads:
                thread.join()


def _send(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages, 1):
            message = {"message_id": number, "payload": payload}
            text = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
            pipe.write(base64.b64encode(text) + b",")
        pipe.flush()
    except BrokenPipeError:
        return
