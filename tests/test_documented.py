"""Every name that people write or receive stands in the pages for contributors."""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

import pytest
from tests.conftest import ROOT

from policykb import cli
from policykb.base.settings import Settings
from policykb.check import engine
from policykb.check.rules.catalog import RULES
from policykb.export import catalog
from policykb.markdown import allowed
from policykb.model import TYPES

KEYED = frozenset({"fields", "links", "shows"})
"""Keys of an export whose own keys are names of fields and values."""


def commands() -> Iterator[str]:
    yield from (f"policykb {name}" for name in cli.COMMANDS)


def options() -> Iterator[str]:
    """Every option but ``--help``; an option of a type's field is that field."""
    waiting = [cli.parser()]
    while waiting:
        for action in waiting.pop()._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting += action.choices.values()
            elif not action.dest.startswith("field_") and action.dest != "help":
                yield from action.option_strings


def keys() -> Iterator[str]:
    """Every key of this base's own export."""
    waiting: list[Any] = [json.loads(catalog.written(catalog.found()["json"], engine.load(ROOT)))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield from one
            waiting += [value for key, value in one.items() if key not in KEYED]
        elif isinstance(one, list):
            waiting += one


NAMES: dict[str, Callable[[], Iterable[str]]] = {
    "command": commands,
    "option": options,
    "setting": lambda: (one.name for one in fields(Settings) if one.init),
    "rule": lambda: (f"{rule.code}.md" for rule in RULES),
    "type": lambda: TYPES,
    "field": lambda: (name for model in TYPES.values() for name in model.specs),
    "format": catalog.found,
    "export key": keys,
    "directive": lambda: allowed.DIRECTIVES,
    "option of evidence": lambda: allowed.DIRECTIVES["evidence"],
    "option of records": lambda: allowed.DIRECTIVES[allowed.RECORD_LIST],
}


@pytest.fixture(scope="module")
def documented() -> set[str]:
    """What stands between backticks in the guide, and the names of the pages of rules."""
    pages = [path.read_text("utf-8") for path in (ROOT / "docs/guide").rglob("*.md")]
    spans = [span for page in pages for span in re.findall(r"`([^`\n]+)`", page)]
    words = {word.strip(":") for span in spans for word in span.split()}
    return {*spans, *words, *(path.name for path in (ROOT / "docs/rules").glob("*.md"))}


@pytest.mark.parametrize("kind", NAMES)
def test_every_name_stands_in_the_docs(documented: set[str], kind: str) -> None:
    names = set(NAMES[kind]())
    assert names
    assert sorted(names - documented) == []
