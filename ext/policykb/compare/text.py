"""A difference for a terminal."""

from __future__ import annotations

from policykb.check.diagnostics import Report
from policykb.check.report.text import in_line
from policykb.compare import words
from policykb.compare.changes import Difference


def render(difference: Difference, report: Report, before: Report) -> str:
    """The verdict, then a line for every record, page and setting that changed."""
    lines = [words.verdict(report, before), words.summary(difference)]
    changes = [f"{item.id or item.path}: {words.record(item)}" for item in difference.records]
    changes += [f"{page.path}: text {page.change}" for page in difference.pages]
    changes += [
        f"setting {item.name}: {item.before!r} → {item.after!r}" for item in difference.settings
    ]
    if changes:
        lines += ["", *changes]
    return "\n".join(map(in_line, lines)) + "\n"
