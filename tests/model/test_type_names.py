"""Types are named in their files; elsewhere only where a file is about that very type."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT

from policykb.model import TYPES

PACKAGE = ROOT / "ext/policykb"
NAMES = {*TYPES, *(model.prefix for model in TYPES.values())}
ABOUT = {
    "model/__init__.py": {"source"},
    "cli/__init__.py": {"source"},  # the name of the command
    "check/rules/dates/held_in_the_future.py": {"event"},
    "check/rules/relations/unused_program.py": {"jv", "program"},
    "check/rules/relations/venture_without_program.py": {"jv"},
}
"""Files about one type, or about the link from a venture to its program."""
QUOTING = (
    "evidence/",
    "edit/",
    "publish/",
    "export/",
    "compare/",
    "documents/",
    "mcp/",
    "markdown/page.py",
    "cli/source.py",
)
"""Where documents are handled; there ``source`` is also what a quotation's source is called."""
IN_TEXT = re.compile(
    r"(?<![\w-])[\"']({0})[\"']|\bt-({0})\b|--(?:type-)?({0})\b|data-[\w-]+=[\"']?({0})\b".format(
        "|".join(map(re.escape, NAMES))
    )
)


def named(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """The types that a file names, each with its line."""
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and node.value in NAMES:
                yield node.lineno, str(node.value)
    else:
        for number, line in enumerate(text.splitlines(), 1):
            for match in IN_TEXT.finditer(line):
                yield number, next(filter(None, match.groups()))


def allowed(name: str) -> set[str]:
    """The types that a file of the package may name."""
    return ABOUT.get(name, set()) | ({"source"} if name.startswith(QUOTING) else set())


def test_no_file_names_a_type_that_it_is_not_about() -> None:
    found = [
        f"{name}:{line}: {word}"
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in (".py", ".html", ".css", ".js")
        for name in [path.relative_to(PACKAGE).as_posix()]
        for line, word in named(path, path.read_text("utf-8"))
        if word not in allowed(name)
    ]
    assert found == []


def test_every_exception_is_needed() -> None:
    for name, words in ABOUT.items():
        path = PACKAGE / name
        assert {word for _, word in named(path, path.read_text("utf-8"))} == words, name


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".py", 'if entry.type == "policy": ...'),
        (".py", 'X = {"ORG_": 1}'),
        (".html", '<li class="moment t-event">'),
        (".html", "{{ site.list_href('jv', here) }}"),
        (".css", ".t-org { color: var(--ink); }"),
        (".css", "a { color: var(--type-org); }"),
        (".js", 'if (row.type === "program") {}'),
        (".html", '<li data-type="person">'),
    ],
)
def test_each_way_to_name_a_type_is_seen(suffix: str, text: str) -> None:
    assert list(named(Path(f"x{suffix}"), text))
