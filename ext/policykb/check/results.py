"""What each rule found on each page of a base that is kept, and what it finds anew."""

from collections.abc import Iterable
from itertools import chain, islice

from policykb.check import engine
from policykb.check.again import Again
from policykb.check.diagnostics import MOST, Diagnostic, Report
from policykb.check.rules.catalog import rules_to_run
from policykb.check.rules.rule import Rule
from policykb.check.views import Views

ByPage = dict[str, list[Diagnostic]]
"""Findings by the path of the page or file that they are on."""


class Results:
    """The findings of all rules over a base, but of those that look at what the others found."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._rules = rules_to_run(views.base.settings)
        self._found = {
            rule.code: by_page(engine.findings(rule, views))
            for rule in self._rules
            if not rule.late
        }

    @property
    def paths(self) -> set[str]:
        """The pages and files with a finding."""
        return {path for found in self._found.values() for path in found}

    def renew(self, again: Again) -> None:
        """Run each rule again over what it may find anew."""
        self._views.renew(*again.kinds & {"labels", "openings"})
        self._views.forget(again.resting)
        graded = {entry.page.path for entry in again.resting}
        for rule in self._rules:
            if rule.late:
                continue
            found = self._found[rule.code]
            told = {path for path in found if _is_at(found[path], again.path)}
            if again.is_wide(rule, told):
                self._found[rule.code] = by_page(engine.findings(rule, self._views))
            elif rule.scope.each:
                told |= again.readers if rule.scope.beside else set()
                self._renew_on(rule, {again.path} | told | (graded if rule.grades else set()))

    def _renew_on(self, rule: Rule, paths: set[str]) -> None:
        found, pages = self._found[rule.code], self._views.base.page_at
        for path in paths:
            found.pop(path, None)
        found |= by_page(engine.findings(rule, self._views, paths & pages.keys()))

    def report(self) -> Report:
        """What is shown of it."""

        def found_by(rule: Rule) -> list[Diagnostic]:
            if rule.late:
                return engine.findings(rule, self._views)
            found = self._found[rule.code]
            return [*islice(chain.from_iterable(found[path] for path in sorted(found)), MOST)]

        return engine.settle(self._views.base, self._rules, found_by)


def by_page(items: Iterable[Diagnostic]) -> ByPage:
    """Some findings by page."""
    found: ByPage = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found


def _is_at(items: Iterable[Diagnostic], path: str) -> bool:
    """Whether a finding names a place in a page."""
    return any(item.path == path or any(one.path == path for one in item.related) for item in items)
