"""A second process takes over part of the rules over a large base that are slow to run.

The base is read once; a forked child then looks at the quotations and at the facts of the second
half of the pages and sends back what it found, while the parent looks at the facts of the first
half and at everything else. What is found is the same as in one process.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import MOST as MOST_FOUND
from policykb.check.diagnostics import Diagnostic, Report
from policykb.check.rules.rule import Rule
from policykb.check.views import Views

LEAST = 2000
"""Records from which a second process saves more than it costs."""
MOST = 20_000
"""Above this many records one process is used: a second one may need as much memory again."""
CHILD = frozenset("PKB301 PKB303 PKB305 PKB308 PKB309 PKB313 PKB315 PKB316 PKB317".split())
"""The rules that need quotations found or read. Those that look at facts run in both processes,
each on its pages: grades are most of all the work."""
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
    with engine.collector_paused():
        return engine.settle(base, *_findings(base, rules))


def _findings(
    base: Context, given: Sequence[Rule] | None
) -> tuple[Sequence[Rule], Callable[[Rule], list[Diagnostic]]]:
    """The rules (those given, or else all), and what gives the findings of each; raises
    `engine.RuleCrash` as one process would."""
    from policykb.check.rules.catalog import rules_to_run

    rules = rules_to_run(base.settings) if given is None else given
    views = Views(base)
    mine, theirs = _halves(base)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(views, rules, theirs, reader, writer)
    os.close(writer)
    found: dict[str, list[Diagnostic]] = {}
    try:
        found |= engine.of_facts(rules, views, mine)
        for rule in rules:
            if not rule.late and rule.code not in CHILD:
                found[rule.code] = engine.findings(rule, views)
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
    finally:
        os.waitpid(child, 0)
    for code, items in _received(base, answer).items():
        found[code] = (found.get(code, []) + items)[:MOST_FOUND]

    def found_by(rule: Rule) -> list[Diagnostic]:
        if rule.late:
            return engine.findings(rule, views)
        return found.get(rule.code, [])

    return rules, found_by


def _halves(base: Context) -> tuple[list[str], list[str]]:
    """The pages that have quotations, as those that each process looks at for facts: fewer in the
    parent, which has more rules to run."""
    paths = engine.quoting(base)
    mine = len(paths) * 4 // 9
    return paths[:mine], paths[mine:]


def _answer(
    views: Views, rules: Sequence[Rule], paths: list[str], reader: int, writer: int
) -> None:
    """In the child: run its rules, write what they found and end, leaving nothing behind."""
    code = 1
    try:
        os.close(reader)
        answer: object
        try:
            found = engine.of_facts(rules, views, paths)
            for rule in rules:
                if rule.code in CHILD and not rule.grades:
                    found[rule.code] = engine.findings(rule, views)
            answer = {
                code: [replace(item, subject=id(item.subject)) for item in items]
                for code, items in found.items()
                if items
            }
        except engine.RuleCrash as crash:
            answer = str(crash)
        data = b""
        if answer:
            import pickle

            data = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data + DONE)
        code = 0
    finally:
        os._exit(code)


def _received(base: Context, answer: bytes) -> dict[str, list[Diagnostic]]:
    """The child's findings, with the records and pages they are about put back."""
    if not answer.endswith(DONE):
        raise engine.RuleCrash("the second process ended without an answer")
    if answer == DONE:
        return {}
    import pickle

    found = pickle.loads(answer.removesuffix(DONE))
    if isinstance(found, str):
        raise engine.RuleCrash(found)
    subjects: dict[int, object] = {id(page): page for page in base.pages}
    subjects |= {id(entry.raw): entry.raw for entry in base.entries}
    subjects[id(base)] = base
    return {
        code: [replace(item, subject=subjects.get(item.subject)) for item in items]
        for code, items in found.items()
    }
