"""Findings as workflow commands, which GitHub shows beside the changed lines.

It shows ten errors, ten warnings and ten notices of a step. So errors come first, and where there
are more, one notice before them says how many, and where all of them are.
"""

from policykb.base.index import Base
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.check.report.text import summary, visible
from policykb.text.counted import counted

FOR_PEOPLE = True
SHOWN = 10
"""Findings of one severity that GitHub shows of a step."""
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, base: Base) -> str:
    """One command a finding, the gravest first, and a closing line in plain text."""
    ranked = sorted(report.diagnostics, key=lambda item: item.severity)
    return _overview(report) + "".join(map(command, ranked)) + summary(report) + "\n"


def _overview(report: Report) -> str:
    """A command that counts the findings where GitHub does not show all of them, else nothing."""
    counts = {severity: report.count(severity) for severity in COMMANDS}
    if max(counts.values()) <= SHOWN:
        return ""
    said = ", ".join(counted(count, severity.word) for severity, count in counts.items() if count)
    return (
        f"::notice title=policykb::{said}. At most {SHOWN} of each are shown beside their lines; "
        "the comment lists the first, the log of this step and findings.json have all\n"
    )


def command(item: Diagnostic) -> str:
    """``::error file=…,line=…,col=…::message``. GitHub's columns are those of one line only."""
    values = {"file": item.path, "line": str(item.line), "col": str(item.col)}
    if item.end_line == item.line:
        values["endColumn"] = str(max(item.end_col - 1, item.col))
    else:
        values["endLine"] = str(item.end_line)
    values["title"] = f"{item.code} {item.name}"
    said = item.message + (f"\n{item.help}" if item.help else "")
    for other in item.related:
        said += f"\n{other.path}:{other.line}:{other.col}: {other.message}"
    given = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    return f"::{COMMANDS[item.severity]} {given}::{_data(said)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
