"""Measure the language server: until it tells what is found, and what each question takes.

    python -m tests.benchmarks.editor [SIZE ...] [--times N]

Times are milliseconds of the server's processor, so that a busy machine changes little: from the
start until ``initialize`` is answered, the findings of the open page are told, and those of all
others; then the mean of N equal questions.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from tests.benchmarks.base import asked_for

TICK = 1000 / os.sysconf("SC_CLK_TCK")


class Server:
    """``policykb lsp`` at the other end of two pipes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        command = [sys.executable, "-m", "policykb", "lsp"]
        self.process = subprocess.Popen(command, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL)
        self.asked = 0
        folders = [{"uri": root.as_uri(), "name": "base"}]
        self.ask("initialize", capabilities={}, rootUri=root.as_uri(), workspaceFolders=folders)
        self.begun = self.spent
        self.tell("initialized")

    @property
    def spent(self) -> float:
        """Milliseconds of the processor so far."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return TICK * (int(stat[11]) + int(stat[12]))

    def tell(self, method: str, **params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self.asked += 1
        self._send({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params})
        while True:
            said = self.hear()
            if said.get("id") == self.asked and "method" not in said:
                return said["result"]

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode()
        pipe = cast("IO[bytes]", self.process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        pipe.flush()

    def hear(self) -> dict[str, Any]:
        """The next message."""
        pipe = cast("IO[bytes]", self.process.stdout)
        length = 0
        while line := pipe.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(pipe.read(length))
        return message


def measure(root: Path, times: int) -> Iterator[tuple[str, float]]:
    """What is asked, and the milliseconds of an answer."""
    page, other, *_ = (
        path for path in sorted((root / "docs").rglob("*.md")) if "{jv}" in path.read_text()
    )
    text, uri = page.read_text("utf-8"), page.as_uri()
    server = Server(root)
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    server.tell("textDocument/didOpen", textDocument=document)
    where = {"textDocument": {"uri": uri}}
    server.ask("textDocument/diagnostic", **where)
    yield "initialize", server.begun
    yield "findings of the open page", server.spent
    server.ask("textDocument/diagnostic", textDocument={"uri": other.as_uri()})
    yield "findings of all pages", server.spent
    lines = text.splitlines()
    party = next(number for number, line in enumerate(lines) if line.startswith(":parties:"))
    quote = next(n for n, line in enumerate(lines) if line.startswith(":::{evidence}")) + 3
    link = where | {"position": {"line": party, "character": 14}}
    cited = where | {"position": {"line": quote, "character": len(lines[quote]) // 2}}
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "findings": ("textDocument/diagnostic", where),
        "completion of an id": ("textDocument/completion", link),
        "completion of a quotation": ("textDocument/completion", cited),
        "hover of a record": ("textDocument/hover", link),
        "hover of a quotation": ("textDocument/hover", cited),
        "definition": ("textDocument/definition", link),
        "references": ("textDocument/references", link | {"context": {"includeDeclaration": True}}),
        "rename": ("textDocument/rename", link | {"newName": "ORG_OF_ANOTHER_NAME"}),
        "outline": ("textDocument/documentSymbol", where),
        "records by name": ("workspace/symbol", {"query": "works"}),
    }
    for name, (method, params) in asked.items():
        began = server.spent
        for _ in range(times):
            server.ask(method, **params)
        yield name, (server.spent - began) / times
    server.ask("shutdown")
    server.tell("exit")
    server.process.wait(10)


def main() -> None:
    for size, root, times in asked_for(__doc__):
        for name, took in measure(root, times):
            print(f"{size:>7,} records, {name:26} {took:8.1f} ms")


if __name__ == "__main__":
    main()
