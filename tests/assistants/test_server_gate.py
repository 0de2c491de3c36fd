"""The server, asked by the protocol's own client."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent
from tests.assistants.drafts import RIGHT, SOURCE, lay

from policykb.mcp.answers import BUDGET
from policykb.mcp.server import new_server

pytestmark = pytest.mark.gate

READING = (
    *("find_records", "find_passages", "get_record", "impact", "list_fields"),
    *("propose_evidence", "check_draft", "explain"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(tmp_path / "base")
    return tmp_path / "base"


def apart(work: Coroutine[Any, Any, Any]) -> Any:
    """Run in a thread of its own: a browser's driver may run an event loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result(60)


def ask(
    root: Path, talk: Callable[[Client], Coroutine[Any, Any, Any]], *, write: bool = False
) -> Any:
    """What a talk with the server brings."""

    async def whole() -> Any:
        async with Client(new_server(root, write=write)) as client:
            return await talk(client)

    return apart(whole())


def call(root: Path, name: str, *, write: bool = False, **given: Any) -> CallToolResult:
    result: CallToolResult = ask(root, lambda client: client.call_tool(name, given), write=write)
    return result


def items(result: CallToolResult) -> list[dict[str, Any]]:
    assert not result.is_error, said(result)
    assert result.structured_content is not None
    found: list[dict[str, Any]] = result.structured_content["items"]
    return found


def said(result: CallToolResult) -> str:
    return "".join(one.text for one in result.content if isinstance(one, TextContent))


def test_each_tool_has_a_schema_of_its_answer_and_says_what_it_changes(root: Path) -> None:
    tools = ask(root, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == set(READING)
    for tool in tools:
        hints = tool.annotations
        assert hints is not None
        assert (hints.read_only_hint, hints.destructive_hint) == (True, False)
        assert (hints.idempotent_hint, hints.open_world_hint) == (True, False)
        assert tool.output_schema
        assert tool.description


def test_what_writes_is_there_only_where_it_is_asked_for(root: Path) -> None:
    tools = ask(root, lambda client: client.list_tools(), write=True).tools
    assert [tool.name for tool in tools if not tool.annotations.read_only_hint] == ["write_page"]


def test_records_and_passages_are_found(root: Path) -> None:
    assert items(call(root, "find_records", query="heron works"))[0]["id"] == "ORG_HERON"
    found = items(call(root, "find_passages", query="otter fund budget"))[0]
    assert "12.5 million" in found["quote"]
    assert SOURCE[found["start"] : found["end"]] == found["quote"]


def test_a_quotation_is_cut_from_the_source(root: Path) -> None:
    found = items(
        call(root, "propose_evidence", source="SRC_MARSH", opening="The Otter Fund,",
             closing="is open.", supports=["status"])
    )  # fmt: skip
    assert found[0]["quote"] == "The Otter Fund, administered by the Salt Marsh Board, is open."
    assert found[0]["block"].startswith(":::{evidence} SRC_MARSH\n:supports: status\n\nThe Otter")


def test_words_that_stand_nowhere_propose_nothing(root: Path) -> None:
    result = call(
        root, "propose_evidence", source="SRC_MARSH", opening="The Ottar", closing="open."
    )
    assert result.is_error
    assert "no paragraph of SRC_MARSH has “The Ottar”" in said(result)


def test_a_draft_is_checked_and_nothing_is_written(root: Path) -> None:
    before = sorted(path for path in root.rglob("*") if path.is_file())
    draft = RIGHT[4]
    found = items(call(root, "check_draft", path="docs/otter.md", text=draft.page))
    assert {one["field"] for one in found if one["kind"] == "fact"} == {"status", "administered_by"}
    assert sorted(path for path in root.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize(
    "path", ["../x.md", "seeds/x.md", "docs/../conf.md", "docs/x.py", "/etc/x.md"]
)
def test_a_draft_of_no_page_is_refused(root: Path, path: str) -> None:
    for name in ("check_draft", "write_page"):
        result = call(root, name, write=True, path=path, text="# A\n")
        assert result.is_error
        assert "is no page" in said(result)


def test_a_sound_page_is_written_once(root: Path) -> None:
    page = "# Words\n\nWords.\n"
    assert "is written" in said(call(root, "write_page", write=True, path="docs/w.md", text=page))
    assert (root / "docs/w.md").read_text("utf-8") == page
    again = call(root, "write_page", write=True, path="docs/w.md", text="# Other\n")
    assert again.is_error
    assert (root / "docs/w.md").read_text("utf-8") == page


def test_a_page_with_a_finding_is_not_written(root: Path) -> None:
    text = RIGHT[4].page.replace("PRG_OTTER", "OTTER")
    assert call(root, "write_page", write=True, path="docs/o.md", text=text).is_error
    assert not (root / "docs/o.md").exists()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("docs/BESIDE.md", "PKB714"),  # the finding stands at the page that is there
        ("docs/a\nb.md", "PKB714"),
        ("docs/aaa.md", "PKB113"),
    ],
)
def test_a_page_that_brings_a_finding_anywhere_is_not_written(
    root: Path, path: str, code: str
) -> None:
    (root / "docs/beside.md").write_text("# Words\n\nWords.\n", "utf-8")
    known = ":::{org} Heron Works\n:id: ORG_HERON\n:kind: company\n:::\n"
    text = f"# Words\n\n{known if 'aaa' in path else 'Words.'}\n"
    result = call(root, "write_page", write=True, path=path, text=text)
    assert result.is_error
    assert code in said(result)
    assert not (root / path).exists()


def test_nobody_but_a_person_stamps_a_review(root: Path) -> None:
    text = RIGHT[0].page.replace(":kind:", ":reviewed: 2026-01-01\n:kind:", 1)
    result = call(root, "write_page", write=True, path="docs/o.md", text=text)
    assert result.is_error
    assert "a person" in said(result)


def test_long_answers_come_in_parts(root: Path) -> None:
    many = "\n".join(
        f":::{{org}} Heron Works {number} {'x' * 300}\n:id: ORG_H{number}\n:kind: company\n:::\n"
        for number in range(300)
    )
    (root / "docs/many.md").write_text(f"# Many\n\n{many}", "utf-8")
    seen: list[str] = []
    cursor = None
    while True:
        result = call(root, "find_records", query="heron works", cursor=cursor)
        assert len(json.dumps(result.structured_content, ensure_ascii=False)) <= BUDGET
        seen += [one["id"] for one in items(result)]
        assert result.structured_content is not None
        cursor = result.structured_content["cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == result.structured_content["total"]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("get_record", {"id": "ORG_HERN"}, "did you mean ORG_HERON"),
        ("list_fields", {"type": "ship"}, "there is no type ship"),
        ("find_passages", {"query": "a", "source": "ORG_HERON"}, "is no source"),
        ("explain", {"code": "PKB000"}, "there is no rule PKB000"),
        ("find_records", {"query": "heron", "cursor": "x"}, "is no cursor"),
        ("find_records", {"query": "heron", "cursor": "9" * 5_000}, "is no cursor"),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(
    root: Path, name: str, given: dict[str, Any], words: str
) -> None:
    result = call(root, name, **given)
    assert result.is_error
    assert words in said(result)


def test_records_and_rules_are_resources(root: Path) -> None:
    async def talk(client: Client) -> list[str]:
        record = await client.read_resource("policykb://record/ORG_HERON")
        rule = await client.read_resource("policykb://rule/PKB203")
        return [one.contents[0].text for one in (record, rule) if one.contents]  # type: ignore[union-attr]

    record, rule = ask(root, talk)
    assert json.loads(record)["items"][0]["title"] == "Heron Works"
    assert rule.startswith("# PKB203")


def test_a_prompt_tells_how_a_source_becomes_records(root: Path) -> None:
    async def talk(client: Client) -> Any:
        return await client.get_prompt("turn_this_source_into_records", {"source": "SRC_MARSH"})

    assert "SRC_MARSH" in ask(root, talk).messages[0].content.text


def test_the_command_answers_on_standard_input_and_output(root: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "policykb", "mcp", "--root", str(root)]
    )

    async def whole() -> CallToolResult:
        async with Client(command) as client:
            return await client.call_tool("find_records", {"query": "Heron"})

    assert items(apart(whole()))[0]["id"] == "ORG_HERON"
