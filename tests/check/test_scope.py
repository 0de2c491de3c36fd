"""No rule reads what its parameters do not say: a recording proof over bases full of mistakes."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.check.rules.examples import Example, lay
from tests.check.rules.faults import FAULTS, PRELUDE
from tests.small import TODAY

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic
from policykb.check.known import Known
from policykb.check.places import Labels, Places
from policykb.check.rules.catalog import RULES
from policykb.check.rules.rule import Rule
from policykb.check.scope import scope_of
from policykb.check.views import Links, Openings, Quotes, Views
from policykb.evidence.quotation import Quotation
from policykb.markdown.page import Page

QUAY = Path(__file__).parent.parent / "contract/quay"
OFFERED = frozenset("id type model title name names is_source".split())
"""What rules may read of any other record."""
LINKED = frozenset("links gaps bad specs".split())
"""What they may read of it where they look at links, or at facts, which rest on them."""


OWN = ("policykb.check.views", "policykb.check.context")
"""The modules of what hands rules what they look at, and of the base itself."""


class Reads:
    """What one rule reads beyond its scope; what is offered is read for it, and does not count."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.rule = RULES[0]
        self.inside = 0
        self.found: set[tuple[str, str, str]] = set()

    def entry(self, entry: Entry, name: str) -> Any:
        """Read an attribute of a record."""
        if self.inside:
            return object.__getattribute__(entry, name)
        page = object.__getattribute__(entry, "page")
        scope = self.rule.scope
        allowed = OFFERED | (LINKED if scope.each == "fact" or "links" in scope.beside else set())
        is_source = object.__getattribute__(entry, "type") == "source"
        if name not in allowed and not is_source and not name.startswith("__"):
            self._look(page, "record", name)
        self.inside += 1
        try:
            return object.__getattribute__(entry, name)
        finally:
            self.inside -= 1

    def page(self, page: Page, name: str) -> Any:
        """Read an attribute of a page."""
        if not self.inside and not name.startswith("__"):
            self._look(page, "page", name)
        return object.__getattribute__(page, name)

    def quotation(self, one: Quotation, name: str) -> Any:
        """Read an attribute of a quotation."""
        if not self.inside and "quotes" not in self.rule.scope.beside:
            entry = object.__getattribute__(one, "entry")
            self._look(object.__getattribute__(entry, "page"), "quotation", name)
        return object.__getattribute__(one, name)

    def base(self, base: Base, name: str) -> Any:
        """Read an attribute of the base: only records by id, whose attributes are looked at."""
        if not self.inside and name != "by_id":
            self._note("base", name)
        return object.__getattribute__(base, name)

    def _look(self, page: Page, what: str, name: str) -> None:
        if object.__getattribute__(page, "path") != self.views.known.reader:
            self._note(what, name)

    def _note(self, what: str, name: str) -> None:
        frame = sys._getframe()
        while frame.f_back is not None and frame.f_globals["__name__"] == __name__:
            frame = frame.f_back
        if frame.f_globals["__name__"] not in OWN:
            self.found.add((self.rule.code, what, name))

    def guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that reads on behalf of a rule."""

        def guard(*args: Any, **more: Any) -> Any:
            self.inside += 1
            try:
                found = function(*args, **more)
                return iter([*found]) if inspect.isgenerator(found) else found
            finally:
                self.inside -= 1

        return guard


def read_by(rules: tuple[Rule, ...], base: Context, patch: pytest.MonkeyPatch) -> set[Any]:
    """What rules read beyond their scope in a base, which they have looked at once already."""
    views = Views(base)
    reads = Reads(views)
    for rule in rules:
        engine.findings(rule, views)
    views.forget(base.entries)
    for owner in (Known, Places, Labels, Links, Openings, Quotes, Rule):
        for name, member in vars(owner).items():
            if isinstance(member, property) and member.fget:
                patch.setattr(owner, name, property(reads.guarded(member.fget)))
            elif inspect.isfunction(member) and not name.startswith("__"):
                patch.setattr(owner, name, reads.guarded(member))
    watched: dict[type, Callable[[Any, str], Any]] = {
        Entry: reads.entry,
        Page: reads.page,
        Quotation: reads.quotation,
        Context: reads.base,
    }
    for kind, read in watched.items():
        patch.setattr(kind, "__getattribute__", lambda self, name, read=read: read(self, name))
    for rule in rules:
        reads.rule = rule
        engine.findings(rule, views)
    patch.undo()
    return reads.found


BOUND = tuple(rule for rule in RULES if "base" not in rule.scope.beside and not rule.late)


def test_no_rule_that_comes_with_policykb_looks_at_everything() -> None:
    assert [rule.code for rule in RULES if "base" in rule.scope.beside] == []


@pytest.mark.parametrize("name", [*FAULTS, "no fault", "quay"])
def test_a_rule_reads_nothing_beyond_its_scope(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in FAULTS:
        lay(Example(flagged=True, files=FAULTS[name]()), tmp_path)
    root = {"quay": QUAY, "no fault": PRELUDE}.get(name, tmp_path)
    assert read_by(BOUND, engine.load(root, today=TODAY), monkeypatch) == set()


def test_a_rule_that_reads_more_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(entry: Entry, known: Known) -> Iterator[Diagnostic]:
        for other in known.by_id.values():
            if getattr(other, "raw", None) is None:
                yield RULES[0].on_record(entry, other.title)

    rule = dataclasses.replace(RULES[0], code="TST1", check=check, where=None)
    found = read_by((rule,), engine.load(QUAY, today=TODAY), monkeypatch)
    assert found == {("TST1", "record", "raw")}


@pytest.mark.parametrize(
    ("parameters", "each", "beside"),
    [
        ("entry", "entry", ()),
        ("page, known", "page", ("known",)),
        ("fact, known", "fact", ("known",)),
        ("links, quotes", "", ("links", "quotes")),
        ("base", "", ("base",)),
        ("kb", "", ("base",)),
    ],
)
def test_parameters_tell_what_a_rule_looks_at(
    parameters: str, each: str, beside: tuple[str, ...]
) -> None:
    assert scope_of(eval(f"lambda {parameters}: None")) == (each, beside)


def test_a_parameter_that_is_nothing_to_look_at_is_refused() -> None:
    with pytest.raises(TypeError, match="a rule looks at “weather”"):
        scope_of(lambda entry, weather: None)
