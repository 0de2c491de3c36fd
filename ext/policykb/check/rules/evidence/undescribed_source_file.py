"""A file among the sources is described by no record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.page import Page
from policykb.text.similar import nearest_word

if TYPE_CHECKING:
    from policykb.check.context import Context


def check(base: Context) -> Iterator[Diagnostic]:
    """Every file under the folder of sources has its record, but for README, hidden files and
    coverage.toml, which lists what no record quotes."""
    folder = base.root / base.settings.seeds
    described, lost = _described(base)
    missing = [
        source.path.name for source in base.evidence.sources.values() if source.problem == "missing"
    ]
    found: list[str] = []
    for path in files(str(folder)):
        name = path.rpartition("/")[2]
        if path in described or name in lost or (missing and nearest_word(name, missing)):
            continue
        found.append(path)
    nameless = [
        entry
        for entry in base.entries
        if entry.type == "source" and not entry.text("file") and "file" not in entry.gaps
    ]
    if len(found) <= len(nameless):
        # Each may be the document of a source record that names none, which has a finding.
        return
    for path in found:
        shown = f"{base.settings.seeds}/{path}"
        yield RULE.at(
            Page(shown, ""),
            0,
            0,
            f"{shown} is described by no source record",
            help=f"write one with “:file: {path}” (policykb new source), or remove the file",
        )


def _described(base: Context) -> tuple[set[str], set[str]]:
    """The files that source records name; and the names of those that a record means, but with a
    path that cannot be read, or that a record of an unknown type has."""
    sources = [entry for entry in base.entries if entry.type == "source"]
    described = {entry.text("file") for entry in sources}
    written = [entry.text("file") for entry in sources if "file" in entry.bad]
    written += [
        block.values["file"]
        for page in base.pages
        for block in page.blocks
        if "file" in block.values
    ]
    return described, {text.strip().replace("\\", "/").rpartition("/")[2] for text in written}


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
