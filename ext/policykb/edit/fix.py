"""Apply fixes round by round, for as long as the base gets better and nowhere worse."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.check.reading import page_with
from policykb.edit.choose import Chosen, choose
from policykb.edit.written import Files

ROUNDS = 20
"""Rounds at most: a fix can bring to light what only then can be fixed."""

Wanted = Callable[[Diagnostic], bool]


class Left(NamedTuple):
    """A finding whose fix was not kept, and the first finding that it would have brought."""

    finding: Diagnostic
    brought: Diagnostic


@dataclass(slots=True)
class Outcome:
    """The result of a run of fixes: the base and its findings before and after, the files with
    their new bytes, the findings fixed, and those left because their pages would become worse."""

    base: Context
    before: Report
    after: Report
    files: Files
    fixed: list[Diagnostic] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def fix(base: Context, report: Report, wanted: Wanted) -> Outcome:
    """Apply the fixes of the findings that ``wanted`` picks; nothing is written.

    A round whose edits leave no page with more errors, nor with more errors and warnings together,
    is kept; otherwise the round is tried page by page, and in a page that would become worse half
    by half, down to the single fixes that make it so, which are left. Of all rounds the best
    counts, so that fixing again changes nothing.
    """
    best = state = Outcome(base, report, report, Files(base))
    seen = [state.files.changed]
    for _ in range(ROUNDS):
        state = _round(state, wanted)
        if state.files.changed in seen:
            break
        seen.append(state.files.changed)
        if _weight(state, wanted) < _weight(best, wanted):
            best = state
    return replace(best, left=state.left)


def _round(state: Outcome, wanted: Wanted) -> Outcome:
    """The state after one round, the same one where nothing could be done."""
    state = replace(state, left=[])
    chosen = choose(_wanting(state, wanted), state.files)
    if not chosen.edits:
        return state
    tried = _try(state, chosen)
    if _worse(state.after, tried.after) is None:
        return tried
    left = []
    for path in dict.fromkeys(item.path for item in chosen.findings):
        asked = {item.fingerprint for item in chosen.findings if item.path == path}
        state, refused = _page(state, path, sorted(asked), wanted)
        left += refused
    return replace(state, left=left)


def _page(
    state: Outcome, path: str, asked: list[str], wanted: Wanted
) -> tuple[Outcome, list[Left]]:
    """The state with those of some fixes of a page, by fingerprint, that make nothing worse, and
    the others. Where all together do, each half of them is tried on its own."""
    tried, brought = _part(state, path, asked, wanted)
    if brought is None:
        return tried, []
    if len(asked) == 1:
        one = next(item for item in _wanting(state, wanted) if item.fingerprint == asked[0])
        return state, [Left(one, brought)]
    left = []
    for half in (asked[: len(asked) // 2], asked[len(asked) // 2 :]):
        state, refused = _page(state, path, half, wanted)
        left += refused
    return state, left


def _part(
    state: Outcome, path: str, asked: list[str], wanted: Wanted
) -> tuple[Outcome, Diagnostic | None]:
    """The state with some fixes of a page. A fix may bring to light what can be fixed as well;
    where the page stays worse after that, the same state and the first finding that they
    brought."""
    others = {item.fingerprint for item in _wanting(state, wanted)} - {*asked}
    tried, brought = state, None
    for _ in range(ROUNDS):
        own = (item for item in _wanting(tried, wanted) if item.path == path)
        chosen = choose((item for item in own if item.fingerprint not in others), tried.files)
        if not chosen.edits:
            break
        tried = _try(tried, chosen)
        finding = _worse(state.after, tried.after)
        if finding is None:
            return tried, None
        brought = brought or finding
    return state, brought


def _try(state: Outcome, chosen: Chosen) -> Outcome:
    files = state.files.replaced(chosen.apply(state.files))
    base = with_pages(state.base, {path: files[path].text for path in chosen.edits})
    fixed = state.fixed + chosen.findings
    return Outcome(base, state.before, engine.run(base), files, fixed)


def _wanting(state: Outcome, wanted: Wanted) -> list[Diagnostic]:
    return [item for item in state.after.diagnostics if item.fix and wanted(item)]


def with_pages(base: Context, texts: Mapping[str, str]) -> Context:
    """The same base with other texts for some of its pages."""
    return base.with_pages(
        page_with(page.path, texts[page.path], base.conf.grammar) if page.path in texts else page
        for page in base.pages
    )


def _worse(before: Report, after: Report) -> Diagnostic | None:
    """A new finding on a page that has more errors, or more errors and warnings, than before."""
    known = {item.fingerprint for item in before.diagnostics}
    for worst in (Severity.ERROR, Severity.WARNING):
        old, new = (
            [one for one in report.diagnostics if one.severity <= worst]
            for report in (before, after)
        )
        for path in Counter(one.path for one in new) - Counter(one.path for one in old):
            found = [one for one in new if one.path == path]
            return next((one for one in found if one.fingerprint not in known), found[0])
    return None


def _weight(state: Outcome, wanted: Wanted) -> tuple[int, ...]:
    counts = state.after.summary
    kinds = ("errors", "warnings", "notes")
    return (*(counts[kind] for kind in kinds), len(_wanting(state, wanted)))
