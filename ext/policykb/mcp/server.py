"""The server: tools, resources and a prompt over `reading` and `writing`, by the protocol's own
library. Every call reads the base as it is then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from policykb.base.settings import SettingsError
from policykb.check import engine
from policykb.check.context import Context
from policykb.mcp import reading, writing
from policykb.mcp.answers import DATA, Answer, Refused
from policykb.version import __version__

_T = TypeVar("_T")
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_WRITES = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False
)
_INSTRUCTIONS = f"""\
A base of policy records. Each record is typed, and each stated fact has a quotation found word
for word in a source. Before writing: find_records (is it there already?), list_fields,
find_passages. Never retype a quotation: propose_evidence cuts it from the source. After writing:
check_draft, until it has no finding; tell a person which facts are to-read, and why. {DATA}"""
_PROMPT = """\
Turn the source {source} into records of this base.
1. get_record {source}; list_fields without a type, then for each type you need.
2. find_passages in {source} for each organization, policy, program, alliance, event and figure. Ask
   find_records whether a record is there already; then name it, do not write it again.
3. Write a page for each new record. State only what the source says, in your own words. For each
   fact take a quotation that names the record, cut by propose_evidence. Name what the source does
   not tell as :gap: field — why.
4. check_draft each page. Correct what is found; do not bend a value until it passes.
5. List for a person what is to-read or pointed. You cannot mark anything as reviewed."""


def serve(root: Path, *, write: bool) -> None:
    """Answer on standard input and output until the other side ends."""
    new_server(root, write=write).run()


def new_server(root: Path, *, write: bool) -> MCPServer[Any]:
    """The server of a base. Tools that write exist only with ``write``."""
    server: MCPServer[Any] = MCPServer(
        "policykb", instructions=_INSTRUCTIONS, version=__version__, log_level="ERROR"
    )
    _add_search(server, root)
    _add_drafting(server, root)
    _add_resources(server, root)
    if write:
        _add_writing(server, root)
    return server


def _asked(root: Path, question: Callable[[Context], _T]) -> _T:
    """The answer of a base as it is now; what cannot be answered is told in one sentence."""
    try:
        return question(engine.load(root))
    except (Refused, engine.LoadError, SettingsError, engine.ForeignCrash) as error:
        raise ToolError(str(error)) from None


def _add_search(server: MCPServer[Any], root: Path) -> None:
    @server.tool(annotations=_READS)
    def find_records(query: str, type: str | None = None, cursor: str | None = None) -> Answer:
        """Find records by id, title, alias or Japanese name, mistyped or in part."""
        return _asked(root, lambda base: reading.records(base, query, type, cursor))

    @server.tool(annotations=_READS)
    def find_passages(query: str, source: str | None = None, cursor: str | None = None) -> Answer:
        """Find passages of the sources by their words. Each can be quoted as it is."""
        return _asked(root, lambda base: reading.passages(base, query, source, cursor))

    @server.tool(annotations=_READS)
    def get_record(id: str, cursor: str | None = None) -> Answer:
        """A record with its text, quotations, facts, grades and the links to it."""
        return _asked(root, lambda base: reading.record(base, id, cursor))

    @server.tool(annotations=_READS)
    def impact(id: str, cursor: str | None = None) -> Answer:
        """What rests on a record or a source: the links to it and the quotations from it."""
        return _asked(root, lambda base: reading.rests_on(base, id, cursor))


def _add_drafting(server: MCPServer[Any], root: Path) -> None:
    @server.tool(annotations=_READS)
    def list_fields(type: str | None = None, cursor: str | None = None) -> Answer:
        """The types of records or, of one type, its fields with what they accept."""
        return _asked(root, lambda base: reading.fields(base, type, cursor))

    @server.tool(annotations=_READS)
    def propose_evidence(
        source: str, opening: str, closing: str, supports: list[str] | None = None
    ) -> Answer:
        """Cut a quotation from a source: from its opening words to its closing words, in one
        paragraph. The answer has the evidence block to put into a record."""
        fields = supports or []
        return _asked(root, lambda base: reading.proposed(base, source, opening, closing, fields))

    @server.tool(annotations=_READS)
    def check_draft(path: str, text: str, cursor: str | None = None) -> Answer:
        """Check the text of a page as if it stood at a path. Nothing is written. The answer has
        the findings and the grade of every fact."""
        return _asked(root, lambda base: reading.draft(base, path, text, cursor))

    @server.tool(annotations=_READS)
    def explain(code: str) -> str:
        """The page of a rule: what it finds, why, and how to fix it."""
        return _asked(root, lambda base: reading.explained(base, code))


def _add_writing(server: MCPServer[Any], root: Path) -> None:
    @server.tool(annotations=_WRITES)
    def write_page(path: str, text: str) -> str:
        """Write a new page in which nothing is found. It never replaces a page."""
        return _asked(root, lambda base: writing.written(base, path, text))


def _add_resources(server: MCPServer[Any], root: Path) -> None:
    @server.resource("policykb://records", mime_type="application/json")
    def records() -> dict[str, Any]:
        """The first records of the base, by id, and how many there are."""
        return dict(_asked(root, lambda base: reading.listed(base, None)))

    @server.resource("policykb://rules", mime_type="text/plain")
    def rules() -> str:
        """Every rule with what it finds."""
        return _asked(root, reading.rules)

    @server.resource("policykb://record/{id}", mime_type="application/json")
    def record(id: str) -> dict[str, Any]:
        """A record as data."""
        return dict(_asked(root, lambda base: reading.record(base, id, None)))

    @server.resource("policykb://rule/{code}", mime_type="text/markdown")
    def rule(code: str) -> str:
        """The page of a rule."""
        return _asked(root, lambda base: reading.explained(base, code))

    @server.prompt()
    def turn_this_source_into_records(source: str) -> str:
        """How to read a source of the base and write its records."""
        return _PROMPT.format(source=source)
