"""Findings as JSON, for other programs."""

import json

from policykb.base.index import Base
from policykb.check.diagnostics import Report


def render(report: Report, base: Base) -> str:
    """``{"diagnostics": [...], "summary": {...}}``."""
    content = {
        "diagnostics": [item.as_dict() for item in report.diagnostics],
        "summary": report.summary,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
