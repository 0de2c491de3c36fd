"""How often each rule found something."""

from collections import Counter

from policykb.base.index import Base
from policykb.check.diagnostics import Report
from policykb.check.report.text import summary


def render(report: Report, base: Base) -> str:
    """One line a rule and severity, the most frequent first, and the closing lines of a report."""
    counts = Counter((one.severity, one.code, one.name) for one in report.diagnostics)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = len(str(ranked[0][1])) if ranked else 0
    lines = [
        f"{count:{width}}  {severity.word:7}  {code}  {name}"
        for (severity, code, name), count in ranked
    ]
    return "\n".join([*lines, summary(report)]) + "\n"
