"""Run the rules over a base, keep consequences and suppressed findings quiet, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from policykb.base.conf import Conf
from policykb.base.settings import Settings, SettingsError
from policykb.check.context import Context
from policykb.check.diagnostics import MOST, Diagnostic, Report, Severity
from policykb.check.reading import LoadError, collector_paused, load, page_of, record, with_text
from policykb.check.views import Views
from policykb.markdown.page import RawRecord
from policykb.model import use

if TYPE_CHECKING:
    import datetime

    from policykb.check.rules.rule import Rule

__all__ = ["LoadError", "check", "load", "page_of", "record", "run", "with_text"]

DOUBTED = ("PKB3", "PKB6")
"""Families about a record's evidence and text, which a fault of form leaves in doubt."""

TOGETHER = 20
"""Pages whose facts are graded before their grades are let go."""


class RuleCrash(Exception):
    """A rule raised an exception: the run says nothing about the base, and is no pass."""


class ForeignCrash(RuleCrash):
    """The same of a rule that does not come with policykb."""


def run(
    base: Context,
    rules: Sequence[Rule] | None = None,
    *,
    errors_only: bool = False,
    keep: bool = True,
) -> Report:
    """Every finding of ``rules`` (all of them by default), sorted, consequences removed;
    ``errors_only`` grades no fact and reports errors. ``keep``: what is read of the places of
    quotations is kept with the base, for whoever asks for it next."""
    use(base.settings.model)
    with collector_paused():
        if rules is None:
            from policykb.check.rules import catalog

            rules = catalog.rules_to_run(base.settings)
        views = Views(base)
        alone: dict[str, list[Diagnostic]] = {}
        if not (keep or errors_only):
            alone = of_facts(rules, views, quoting(base))
        needed = {code for rule in rules for code in rule.requires}

        def found_by(rule: Rule) -> list[Diagnostic]:
            if rule.code in alone:
                return alone[rule.code]
            return findings(rule, views) if is_run(rule, base, errors_only, needed) else []

        report = settle(base, rules, found_by)
        return errors_of(report) if errors_only else report


def run_on(base: Context, paths: Sequence[str]) -> Report:
    """What the rules find on some pages that look at one page after the other; the others take the
    whole base."""
    from policykb.check.rules import catalog

    rules, views = catalog.rules_to_run(base.settings), Views(base)
    return settle(base, rules, lambda rule: findings(rule, views, paths) if rule.scope.each else [])


def quoting(base: Context) -> list[str]:
    """The paths of the pages that have quotations."""
    return [page.path for page in base.pages if any(one.evidence for one in page.records)]


def is_run(rule: Rule, base: Context, errors_only: bool, needed: Set[str] = frozenset()) -> bool:
    """Whether a run calls a rule: where only errors are asked for, none that grades, and none of
    policykb's own whose findings are notes, or warnings that no other rule needs. What the rule of
    another package finds may be an error, whatever it is declared as."""
    from policykb.check.rules.catalog import PAGES

    is_foreign = bool(base.settings.rules_from) and rule.code not in PAGES
    if not errors_only or rule.code in base.settings.severity or is_foreign:
        return not (errors_only and rule.grades)
    is_needed = rule.code in needed or rule.shakes
    return not rule.grades and (
        rule.severity is Severity.ERROR or (rule.severity is Severity.WARNING and is_needed)
    )


def errors_of(report: Report) -> Report:
    """The report without warnings and notes."""
    report.ungraded = True
    report.diagnostics = [one for one in report.diagnostics if one.severity is Severity.ERROR]
    return report


def settle(
    base: Context, rules: Sequence[Rule], found_by: Callable[[Rule], list[Diagnostic]]
) -> Report:
    """The report from what each rule found: consequences and what is kept quiet taken out."""
    from policykb.base import logo
    from policykb.check import suppress

    use(base.settings.model)
    if base.settings.logo:
        logo.check(base.root, base.settings)
    seen: dict[str, set[tuple[int, str | None]]] = {}
    found = _collect(base, [rule for rule in rules if not rule.late], seen, found_by)
    found = suppress.apply(base, found)
    found += _collect(base, [rule for rule in rules if rule.late], seen, found_by)
    kept = suppress.choose(base, found, [rule.code for rule in rules])
    kept.sort(key=lambda item: item.order)
    return Report(kept, len(base.entries))


def _collect(
    base: Context,
    rules: Sequence[Rule],
    seen: dict[str, set[tuple[int, str | None]]],
    found_by: Callable[[Rule], list[Diagnostic]],
) -> list[Diagnostic]:
    """The findings of rule after rule, without those that follow from an earlier one; ``seen``
    takes the places of all, by code."""
    found: list[Diagnostic] = []
    shaken: set[int] = set()
    for rule in rules:
        given = found_by(rule)
        if not given:
            continue
        quiet = shaken if rule.code.startswith(DOUBTED) else ()
        mine: set[tuple[int, str | None]] = set()
        for item in given:
            key = id(item.subject)
            if isinstance(item.subject, RawRecord):
                mine.add((key, item.field))
            if key not in quiet and not _is_consequence(rule, key, item.field, seen):
                if rule.error_from and base.today.isoformat() < rule.error_from:
                    item = replace(item, severity=Severity.NOTE)
                found.append(item)
        if mine:
            seen[rule.code] = mine
            shaken.update(id(item.subject) for item in given if rule.shakes or item.shakes)
    return found


def findings(rule: Rule, views: Views, paths: Iterable[str] | None = None) -> list[Diagnostic]:
    """All that one rule finds, up to `MOST`, in the whole base or on some pages; raises `RuleCrash`
    where it raises anything."""
    try:
        return list(islice(_found(rule, views, paths), MOST))
    except SettingsError:
        raise
    except Exception as error:
        said = f"rule {rule.code} failed{_place(error)}: {type(error).__name__}: {error}"
        from policykb.check.rules.catalog import PAGES

        if rule.code in PAGES:
            raise RuleCrash(said) from error
        home = getattr(rule.check, "__module__", None) or "another package"
        raise ForeignCrash(
            f"{said}\n  this rule comes from {home}, not from policykb; tell those who keep it, or "
            "take it out of rules_from"
        ) from error


def of_facts(
    rules: Sequence[Rule], views: Views, paths: Sequence[str]
) -> dict[str, list[Diagnostic]]:
    """What the rules find that look at facts, on a few pages after the other: grades are many and
    large, so none is kept longer than for these."""
    asking = [rule for rule in rules if rule.grades and not rule.late]
    found: dict[str, list[Diagnostic]] = {rule.code: [] for rule in asking}
    for at in range(0, len(paths) if asking else 0, TOGETHER):
        some = paths[at : at + TOGETHER]
        for rule in (one for one in asking if len(found[one.code]) < MOST):
            found[rule.code] += findings(rule, views, some)
        views.release(some)
    return {code: items[:MOST] for code, items in found.items()}


def _found(rule: Rule, views: Views, paths: Iterable[str] | None) -> Iterator[Diagnostic]:
    check, beside = rule.check, views.beside(rule.scope)
    if not rule.scope.each:
        views.known.reader = rule.code
        return check(*beside)
    return chain.from_iterable(
        map(check, views.each(rule.scope, paths, rule.where), *map(repeat, beside))
    )


def _place(error: BaseException) -> str:
    """Where an exception was raised, as `` (file.py, line 3)``."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"


def _is_consequence(
    rule: Rule, subject: int, field: str | None, seen: dict[str, set[tuple[int, str | None]]]
) -> bool:
    return any(
        (subject, field) in places or (subject, None) in places
        for places in (seen.get(code, ()) for code in rule.requires)
    )


def check(
    root: Path,
    *,
    settings: Settings | None = None,
    today: datetime.date | None = None,
    conf: Conf | None = None,
) -> tuple[Context, Report]:
    """Load and run: what every caller does."""
    base = load(root, settings, today, conf)
    return base, run(base)
