"""Apply fixes round by round, for as long as the base gets better and nowhere worse."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.edit.choose import Chosen, choose
from policykb.edit.written import Files

ROUNDS = 20
"""Rounds at most: a fix can bring to light what only then can be fixed."""

Wanted = Callable[[Diagnostic], bool]


@dataclass(slots=True)
class Left:
    """A file whose fixes were not kept, and the first finding they would have brought."""

    path: str
    finding: Diagnostic


@dataclass(slots=True)
class Outcome:
    """The result of a run of fixes: the base and its findings before and after, the files with
    their new bytes, the findings fixed, and the files left because they would become worse."""

    base: Context
    before: Report
    after: Report
    files: Files
    fixed: list[Diagnostic] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    base: Context
    report: Report
    files: Files
    fixed: list[Diagnostic]

    def wanting(self, wanted: Wanted) -> list[Diagnostic]:
        return [item for item in self.report.diagnostics if item.fix and wanted(item)]


def fix(base: Context, report: Report, wanted: Wanted) -> Outcome:
    """Apply the fixes of the findings that ``wanted`` picks; nothing is written.

    A round whose edits leave no page with more errors, nor with more errors and warnings together,
    is kept; otherwise the round is tried page by page, and a page that would become worse is left
    as it is. Of all rounds the best counts, so that fixing again changes nothing.
    """
    best = state = _State(base, report, Files(base), [])
    seen = [state.files.changed]
    left: list[Left] = []
    for _ in range(ROUNDS):
        state, left = _round(state, wanted)
        if state.files.changed in seen:
            break
        seen.append(state.files.changed)
        if _weight(state, wanted) < _weight(best, wanted):
            best = state
    return Outcome(best.base, report, best.report, best.files, best.fixed, left)


def _round(state: _State, wanted: Wanted) -> tuple[_State, list[Left]]:
    """The state after one round, the same one where nothing could be done."""
    chosen = choose(state.wanting(wanted), state.files)
    if not chosen.edits:
        return state, []
    tried = _try(state, chosen)
    if _worse(state.report, tried.report) is None:
        return tried, []
    left: list[Left] = []
    for path in dict.fromkeys(item.path for item in chosen.findings):
        state, finding = _page(state, path, wanted)
        if finding is not None:
            left.append(Left(path, finding))
    return state, left


def _page(state: _State, path: str, wanted: Wanted) -> tuple[_State, Diagnostic | None]:
    """The state with one page fixed. A fix may bring to light what can be fixed as well; where the
    page stays worse after that, the same state and the first finding that the fixes brought."""
    tried, brought = state, None
    for _ in range(ROUNDS):
        own = [item for item in tried.wanting(wanted) if item.path == path]
        chosen = choose(own, tried.files)
        if not chosen.edits:
            break
        tried = _try(tried, chosen)
        finding = _worse(state.report, tried.report)
        if finding is None:
            return tried, None
        brought = brought or finding
    return state, brought


def _try(state: _State, chosen: Chosen) -> _State:
    files = state.files.replaced(chosen.apply(state.files))
    base = with_pages(state.base, {path: files[path].text for path in chosen.edits})
    return _State(base, engine.run(base), files, state.fixed + chosen.findings)


def with_pages(base: Context, texts: Mapping[str, str]) -> Context:
    """The same base with other texts for some of its pages."""
    return base.with_pages(
        engine.page_with(page.path, texts[page.path], base.conf.grammar)
        if page.path in texts
        else page
        for page in base.pages
    )


def _worse(before: Report, after: Report) -> Diagnostic | None:
    """A new finding on a page that has more errors, or more errors and warnings, than before."""
    known = {item.fingerprint for item in before.diagnostics}
    for worst in (Severity.ERROR, Severity.WARNING):
        old, new = _count(before.diagnostics, worst), _count(after.diagnostics, worst)
        for path, count in new.items():
            if count > old.get(path, 0):
                found = [
                    item
                    for item in after.diagnostics
                    if item.path == path and item.severity <= worst
                ]
                return next((item for item in found if item.fingerprint not in known), found[0])
    return None


def _count(findings: Iterable[Diagnostic], worst: Severity) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in findings:
        if item.severity <= worst:
            counts[item.path] = counts.get(item.path, 0) + 1
    return counts


def _weight(state: _State, wanted: Wanted) -> tuple[int, ...]:
    counts = state.report.summary
    return (
        counts["errors"],
        counts["warnings"],
        counts["notes"],
        len(state.wanting(wanted)),
    )
