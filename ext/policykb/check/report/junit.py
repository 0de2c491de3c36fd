"""Findings as JUnit XML, which most build servers show as failed tests.

A page is a suite; a finding is a failed case of it, and a page without one is a case that passes.
"""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from policykb.base.index import Base
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.check.report.text import visible


def render(report: Report, base: Base) -> str:
    """All pages and all errors and warnings; notes, which fail nothing, are left out."""
    failing = [one for one in report.diagnostics if one.severity is not Severity.NOTE]
    by_path = {
        path: list(found)
        for path, found in groupby(sorted(failing, key=lambda one: one.path), lambda one: one.path)
    }
    paths = sorted({*by_path, *(page.path for page in base.pages)})
    suites = "".join(_suite(path, by_path.get(path, [])) for path in paths)
    cases = sum(len(by_path.get(path, ())) or 1 for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="policykb" tests="{cases}" failures="{len(failing)}">\n'
        f"{suites}</testsuites>\n"
    )


def _suite(path: str, found: list[Diagnostic]) -> str:
    name = _attribute(path)
    cases = "".join(map(_case, found)) or f'<testcase classname={name} name="policykb check"/>\n'
    count = len(found) or 1
    return (
        f'<testsuite name={name} tests="{count}" failures="{len(found)}" errors="0">\n'
        f"{cases}</testsuite>\n"
    )


def _case(item: Diagnostic) -> str:
    place = f"{item.path}:{item.line}:{item.col}"
    said = "\n".join([place, item.message, *([f"help: {item.help}"] if item.help else [])])
    return (
        f"<testcase classname={_attribute(item.path)} file={_attribute(item.path)} "
        f'line="{item.line}" name={_attribute(f"{item.code} {item.name} {item.line}:{item.col}")}>'
        f"<failure type={_attribute(item.severity.word)} message={_attribute(item.message)}>"
        f"{escape(_plain(said))}</failure></testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    """The text without what XML may not hold."""
    return visible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
