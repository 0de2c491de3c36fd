"""Findings one a line, for other tools and for reading many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policykb.render.text import visible

if TYPE_CHECKING:
    from policykb.diagnostics import Report
    from policykb.kb import Base


def render(report: Report, base: Base) -> str:
    """``path:line:col: severity[CODE] message`` for each finding; nothing where there is none."""
    return "".join(
        f"{visible(item.path)}:{item.line}:{item.col}: {item.severity.word}[{item.code}] "
        f"{' '.join(visible(item.message).split())}\n"
        for item in report.diagnostics
    )
