"""Findings one a line, for other tools and for reading many at once."""

from policykb.base.index import Base
from policykb.check.diagnostics import Report
from policykb.check.report.text import in_line, visible

FOR_PEOPLE = True


def render(report: Report, base: Base) -> str:
    """``path:line:col: severity[CODE] message`` for each finding; nothing where there is none."""
    return "".join(
        f"{in_line(item.path)}:{item.line}:{item.col}: {item.severity.word}[{item.code}] "
        f"{' '.join(visible(item.message).split())}\n"
        for item in report.diagnostics
    )
