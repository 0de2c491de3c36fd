"""A file among the sources is described by no record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.parse.page import Page
from policykb.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Every file under the folder of sources has its record, but for README, hidden files and
    coverage.toml, which lists what no record quotes."""
    folder = base.root / base.settings.seeds
    described = {entry.text("file") for entry in base.entries if entry.type == "source"}
    for path in _files(str(folder)):
        if path in described:
            continue
        shown = f"{base.settings.seeds}/{path}"
        yield RULE.at(
            Page(shown, ""),
            0,
            0,
            f"{shown} is described by no source record",
            help=f"write one with “:file: {path}” (policykb new source), or remove the file",
        )


def _files(folder: str) -> list[str]:
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
