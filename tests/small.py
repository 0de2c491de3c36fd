"""A small base in memory, to check one page in it."""

import datetime
from pathlib import Path

from tests.check.rules.examples import Example, lay

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Report

TODAY = datetime.date(2026, 1, 15)
ORG = "docs/organizations/vesta.md"


def org(options: str = ":kind: company\n", text: str = "") -> str:
    """Return the page of an organization that others link to."""
    body = f"\n{text}\n" if text else ""
    return f"# Vesta Lines\n\n:::{{org}} Vesta Lines\n:id: ORG_VESTA\n{options}{body}:::\n"


def check(folder: Path, files: dict[str, str]) -> tuple[Context, Report]:
    """Check the small base with some files changed."""
    lay(Example(flagged=True, files=files), folder)
    return engine.check(folder, today=TODAY)


def codes(found: list[Diagnostic]) -> list[str]:
    return [item.code for item in found]
