"""A second process takes over part of the rules over a large base that are slow to run.

The base is read once and a child forked, which looks at the quotations, while the parent looks at
everything but facts. The pages whose facts are graded are parted into shares, and whichever process
is free takes the next one, so that both end together. What is found is the same as in one process.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import MOST as MOST_FOUND
from policykb.check.diagnostics import Diagnostic, Report
from policykb.check.reading import collector_paused
from policykb.check.rules.rule import Rule
from policykb.check.views import Views

Found = dict[str, list[Diagnostic]]
"""Findings, by the code of their rule."""
LEAST = 2000
"""Records from which a second process saves more than it costs."""
MOST = 20_000
"""Above this many records one process is used: a second one may need as much memory again."""
CHILD = frozenset("PKB301 PKB303 PKB305 PKB308 PKB309 PKB313 PKB315 PKB316 PKB317".split())
"""The rules that need quotations found or read. Those that look at facts run in both processes,
each on its pages: grades are most of all the work."""
SHARES = 250
"""Shares in which the pages are parted that both processes look at."""
OWN = -1
"""What stands for the rules that the child runs alone, beside the numbers of shares."""
DONE = b"done:"
"""The end marker of the child's answer; the findings come before it."""


def worth_it(base: Context) -> bool:
    """Whether the base is large enough and the machine has a second processor to give."""
    if not LEAST <= len(base.entries) <= MOST or not hasattr(os, "fork"):
        return False
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) > 1
    return (os.cpu_count() or 1) > 1


def run(base: Context, rules: Sequence[Rule] | None = None) -> Report:
    """The report that `engine.run` gives, part of the work done by a forked process."""
    with collector_paused():
        return engine.settle(base, *_findings(base, rules))


def _findings(
    base: Context, given: Sequence[Rule] | None
) -> tuple[Sequence[Rule], Callable[[Rule], list[Diagnostic]]]:
    """The rules (those given, or else all), and what gives the findings of each; raises
    `engine.RuleCrash` as one process would."""
    from policykb.check.rules.catalog import rules_to_run

    rules = rules_to_run(base.settings) if given is None else given
    views = Views(base)
    shares = _Shares(rules, views)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(views, rules, shares, reader, writer)
    os.close(writer)
    found: dict[str, list[Diagnostic]] = {}
    try:
        with os.fdopen(reader, "rb") as pipe:
            for rule in rules:
                if not rule.late and not rule.grades and rule.code not in CHILD:
                    found[rule.code] = engine.findings(rule, views)
            mine = shares.take()
            answer = pipe.read()
    finally:
        os.waitpid(child, 0)
    for _, part in sorted((mine | _received(base, answer)).items()):
        for code, items in part.items():
            found[code] = (found.get(code, []) + items)[:MOST_FOUND]

    def found_by(rule: Rule) -> list[Diagnostic]:
        if rule.late:
            return engine.findings(rule, views)
        return found.get(rule.code, [])

    return rules, found_by


class _Shares:
    """The pages that have quotations, in shares that processes take one after the other: the number
    of the next one is read from a pipe."""

    def __init__(self, rules: Sequence[Rule], views: Views) -> None:
        self._rules, self._views = rules, views
        self._paths = engine.quoting(views.base)
        self._next, numbers = os.pipe()
        os.write(numbers, bytes(range(SHARES)))
        os.close(numbers)

    def take(self) -> dict[int, Found]:
        """What is found in the facts of shares, by their numbers, until none is left."""
        found: dict[int, Found] = {}
        size = -(-len(self._paths) // SHARES)
        while number := os.read(self._next, 1):
            at = number[0] * size
            paths = self._paths[at : at + size]
            found[number[0]] = engine.of_facts(self._rules, self._views, paths)
        os.close(self._next)
        return found


def _answer(views: Views, rules: Sequence[Rule], shares: _Shares, reader: int, writer: int) -> None:
    """In the child: run its rules, write what they found and end, leaving nothing behind."""
    code = 1
    try:
        os.close(reader)
        answer: object
        try:
            mine = [rule for rule in rules if rule.code in CHILD and not rule.grades]
            found = {rule.code: engine.findings(rule, views) for rule in mine}
            parts = {OWN: found} | shares.take()
            answer = {number: _sent(part) for number, part in parts.items()}
        except engine.RuleCrash as crash:
            answer = str(crash)
        import pickle

        with os.fdopen(writer, "wb") as pipe:
            pipe.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL) + DONE)
        code = 0
    finally:
        os._exit(code)


def _sent(found: Found) -> Found:
    """Findings as they are sent: what they are about stays behind."""
    return {
        code: [replace(item, subject=id(item.subject)) for item in items]
        for code, items in found.items()
        if items
    }


def _received(base: Context, answer: bytes) -> dict[int, Found]:
    """The child's findings, with the records and pages they are about put back."""
    if not answer.endswith(DONE):
        raise engine.RuleCrash("the second process ended without an answer")
    import pickle

    parts = pickle.loads(answer.removesuffix(DONE))
    if isinstance(parts, str):
        raise engine.RuleCrash(parts)
    subjects: dict[int, object] = {id(page): page for page in base.pages}
    subjects |= {id(entry.raw): entry.raw for entry in base.entries}
    subjects[id(base)] = base
    return {
        number: {
            code: [replace(item, subject=subjects.get(item.subject)) for item in items]
            for code, items in part.items()
        }
        for number, part in parts.items()
    }
