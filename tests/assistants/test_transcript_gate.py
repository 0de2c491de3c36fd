"""A talk with the server by the protocol's own client, printed into the guide.

``REWRITE=1`` has the run write its part of docs/guide/assistants.md anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from tests.assistants.drafts import RIGHT, lay
from tests.assistants.test_server_gate import apart

pytestmark = pytest.mark.gate
GUIDE = Path(__file__).parents[2] / "docs/guide/assistants.md"
PATH = "docs/organizations/linnet.md"
PAGE = RIGHT[0].page
CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("find_records", {"query": "Linnet Labs"}),
    ("find_passages", {"query": "Linnet Labs"}),
    (
        "propose_evidence",
        {
            "source": "SRC_MARSH",
            "opening": "Linnet Labs",
            "closing": "marsh gauge.",
            "supports": ["country"],
        },
    ),
    ("check_draft", {"path": PATH, "text": PAGE.replace(":country: NO", ":country: SE")}),
    ("check_draft", {"path": PATH, "text": PAGE}),
    ("write_page", {"path": PATH, "text": PAGE}),
)


async def talk(root: Path) -> list[Any]:
    """The answers of the command to the calls, in order."""
    words = ["-m", "policykb", "mcp", "--write", "--root", str(root)]
    async with Client(StdioServerParameters(command=sys.executable, args=words)) as client:
        return [(await client.call_tool(*call)).structured_content for call in CALLS]


def told(name: str, given: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    """A call and its answer: the text of a page as it is, each item on a line of its own."""
    page = given.get("text")
    given = {key: "…" if key == "text" else value for key, value in given.items()}
    yield f"→ {name} {plain(given)}"
    yield from (f"    {line}".rstrip() for line in (page or "").splitlines())
    items = answer.pop("items", [])
    yield f"← {plain(answer)}"
    yield from (f"    {plain(one)}" for one in items)
    yield ""


def plain(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def test_a_talk_stands_in_the_guide(tmp_path: Path) -> None:
    lay(tmp_path)
    answers = apart(talk(tmp_path))
    pairs = zip(CALLS, answers, strict=True)
    lines = [line for (name, given), answer in pairs for line in told(name, given, answer)]
    text = "\n".join(lines)
    guide = GUIDE.read_text("utf-8")
    start, end = guide.index("```text\n→") + 8, guide.index("```\n\n## How far")
    if os.environ.get("REWRITE"):
        GUIDE.write_text(guide[:start] + text.rstrip("\n") + "\n" + guide[end:], "utf-8")
    else:
        assert guide[start:end].rstrip("\n") == text.rstrip("\n")
    assert (tmp_path / PATH).read_text("utf-8") == PAGE
