"""Findings as Code Quality JSON, which GitLab shows beside the changed lines."""

import json
from collections import Counter
from typing import Any

from policykb.base.index import Base
from policykb.check.diagnostics import Diagnostic, Report, Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, base: Base) -> str:
    """A list with one entry a finding; GitLab takes two of one fingerprint for one finding."""
    seen: Counter[str] = Counter()
    content = []
    for item in report.diagnostics:
        seen[item.fingerprint] += 1
        content.append(_entry(item, seen[item.fingerprint]))
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(item: Diagnostic, number: int) -> dict[str, Any]:
    return {
        "description": item.with_help,
        "check_name": f"{item.code} {item.name}",
        "fingerprint": item.fingerprint + (f"-{number}" if number > 1 else ""),
        "severity": SEVERITIES[item.severity],
        "location": {"path": item.path, "lines": {"begin": item.line, "end": item.end_line}},
    }
