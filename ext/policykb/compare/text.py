"""A difference for a terminal."""

from policykb.check.diagnostics import Report
from policykb.check.report.text import in_line
from policykb.compare import words
from policykb.compare.changes import Difference


def render(difference: Difference, report: Report, before: Report) -> str:
    """The verdict, then a line for every fact to read, stamp, record, page and setting."""
    lines = [words.verdict(report, before), words.summary(difference)]
    changes = [
        f"to read: {item.id}: {words.fact(one)}"
        for item in difference.to_read
        for one in item.facts
    ]
    changes += [f"review: {item.id}: {words.stamp(item)}" for item in difference.stamps]
    changes += [f"{item.id or item.path}: {words.record(item)}" for item in difference.records]
    changes += [f"{page.path}: text {page.change}" for page in difference.pages]
    changes += [f"setting {words.setting(item)}" for item in difference.settings]
    if changes:
        lines += ["", *changes]
    return "\n".join(map(in_line, lines)) + "\n"
