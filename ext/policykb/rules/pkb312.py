"""A file among the sources is described by no record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.nearest import nearest_word
from policykb.parse.page import Page
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every file under the folder of sources has its record, but for README, hidden files and
    coverage.toml, which lists what no record quotes."""
    folder = base.root / base.settings.seeds
    described = {entry.text("file") for entry in base.entries if entry.type == "source"}
    missing = [
        source.path.name for source in base.evidence.sources.values() if source.problem == "missing"
    ]
    for path in files(str(folder)):
        if path in described or (missing and nearest_word(path.rpartition("/")[2], missing)):
            continue
        shown = f"{base.settings.seeds}/{path}"
        yield RULE.at(
            Page(shown, ""),
            0,
            0,
            f"{shown} is described by no source record",
            help=f"write one with “:file: {path}” (policykb new source), or remove the file",
        )


def files(folder: str) -> list[str]:
    """The files of the folder of sources that need a record, by path within it."""
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inner = os.path.relpath(root, folder).replace(os.sep, "/")
        found += [
            name if inner == "." else f"{inner}/{name}"
            for name in files
            if not name.startswith((".", "README")) and name != "coverage.toml"
        ]
    return sorted(found)


RULE = Rule("PKB312", "undescribed-source-file", Severity.ERROR, check)
