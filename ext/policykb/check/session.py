"""A base kept in memory: after a change it is checked again in the time of the page that changed.

What is out of the ordinary (a page more or less, another id, a fault of form, a source) has the
whole base checked. After any other change each rule looks again at what its parameters say that it
looks at, where that has changed: at the page; at the pages whose rules have asked for a status, or
for a place, that is another one now; at those that may hold a name that has changed.
Facts are graded again where they rest on links, or their quotations have names, that have changed.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from policykb.base.entry import Entry, names_of
from policykb.base.opening import first_words
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.base.unread import unread_ids, unsure
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import MOST, Diagnostic, Report
from policykb.check.known import GUESSED
from policykb.check.renamed import Renamed
from policykb.check.rules.catalog import rules_to_run
from policykb.check.rules.rule import Rule
from policykb.check.views import Views
from policykb.evidence.facts import resting_on
from policykb.evidence.quotation import Quotation, quotations_of
from policykb.markdown.anchors import labeled, options, slugs, term_lines, terms, written_labels
from policykb.markdown.inline import need_target
from policykb.markdown.page import Page
from policykb.model import use

if TYPE_CHECKING:
    import datetime

_OF_PAGES = ("inlines", "links")
"""What a base collects from its pages when asked for."""

FEW = 3
"""Pages up to which one after the other is quicker than all at once."""

Findings = dict[str, list[Diagnostic]]
"""Findings by the path of the page or file that they are on."""


class Session:
    """A base, the texts of pages that an editor holds, and what each rule found on each page."""

    def __init__(
        self, root: Path, settings: Settings | None = None, today: datetime.date | None = None
    ) -> None:
        self.root = root
        self.report = Report([], 0)
        self._given = settings
        self._today = today
        self._texts: dict[str, str] = {}
        self._found: dict[str, Findings] = {}
        self.reload()

    def open(self, path: str, text: str) -> Findings:
        """Take a text for that of a page, relative to the root, whatever the file holds."""
        self._texts[path] = text
        self.saved(path)
        return self.findings

    change = open
    """The same for a page that is open already."""

    def close(self, path: str) -> Findings:
        """Take what the file of a page holds again."""
        self._texts.pop(path, None)
        self.saved(path)
        return self.findings

    @property
    def findings(self) -> Findings:
        """What is found now."""
        found: Findings = {}
        for item in self.report.diagnostics:
            found.setdefault(item.path, []).append(item)
        return found

    def reload(self) -> Report:
        """Read and check everything."""
        settings = self._given or load_settings(self.root)
        base = engine.load(self.root, settings, self._today)
        if self._texts:
            pages = {page.path: page for page in base.pages}
            texts = self._texts.items()
            grammar = base.conf.grammar
            pages |= {path: engine.page_with(path, text, grammar) for path, text in texts}
            base = base.with_pages(pages.values())
        return self._all(base)

    def update(self, paths: Collection[str]) -> Report:
        """Check again after files, relative to the root, were written or deleted."""
        if len(paths) > FEW or not all(path in self._at for path in paths):
            return self.reload()
        for path in paths:
            self.saved(path)
        return self.report

    def saved(self, path: str) -> Report:
        """Check again after one page, relative to the root, was written or deleted."""
        use(self.base.settings.model)
        at = self._at.get(path)
        new = self._read(path) if at is not None else None
        if at is None or new is None:
            return self.reload()
        base = self.base
        base.guesses.renew()
        old = base.pages[at]
        if old.text == new.text and not new.faults:
            return self.report
        before, after = base.entries_at[path], [Entry(raw) for raw in new.records]
        if base.lost or base.duplicates or _interface(old, before) != _interface(new, after):
            pages = [*base.pages]
            pages[at] = new
            return self._all(base.with_pages(pages))
        was, now = _facts(old, before), _facts(new, after)
        changed = {name for name in now if was[name] != now[name]}
        self._replace(at, new, after)
        resting, again = self._rename(before, after) if "known" in changed else (set(), set())
        resting |= self._relinked(before, after)
        self._look(path, changed, resting, again | self._asking(changed, before))
        return self._settle()

    def _rename(self, before: list[Entry], after: list[Entry]) -> tuple[set[str], set[str]]:
        """Make anew what is made of names. Returns the ids of the records whose facts rest on those
        that have changed: they link to the record, or a quotation has its old or new name; and the
        pages to look at again: theirs, those that may hold a name, those that guessed at one."""
        base, asked = self.base, self.views.known.asked
        base.names_changed()
        self.views.renew("known")
        self.views.known.asked = asked
        renamed = Renamed(base, before, after)
        found = {one.entry.id for one in base.evidence.rename(renamed.old, renamed.new)}
        found |= {entry.id for ident in renamed.old for entry, _ in base.incoming.get(ident, ())}
        resting = found | renamed.old.keys()
        pages = {base.by_id[ident].page.path for ident in resting} | asked.get(GUESSED, set())
        return resting, pages | {page.path for page in base.pages if renamed.may_be_on(page)}

    def _relinked(self, before: list[Entry], after: list[Entry]) -> set[str]:
        """The ids of the records whose facts rest on links that have changed."""
        return {
            ident
            for old, new in zip(before, after, strict=True)
            if old.links != new.links
            for ident in resting_on(self.base.incoming, new.id)
        }

    def _read(self, path: str) -> Page | None:
        """A page as it is now; None where there is none any more."""
        if path in self._texts:
            return engine.page_with(path, self._texts[path], self.base.conf.grammar)
        file = self.root / path
        if not file.is_file() or file.is_symlink():
            return None
        return engine.read_file(self.root, path, self.base.conf.grammar)

    def _all(self, base: Context) -> Report:
        """Run every rule over a base. What is made for it is not garbage until there is another,
        so that collecting garbage while someone types need not look through it."""
        gc.unfreeze()
        self.base = base
        self.views = Views(base)
        self.rules = rules_to_run(base.settings)
        self._at = {page.path: number for number, page in enumerate(base.pages)}
        self._found = {}
        for rule in self.rules:
            if not rule.late:
                self._found[rule.code] = _by_page(rule, engine.findings(rule, self.views))
        gc.freeze()
        return self._settle()

    def _replace(self, at: int, new: Page, after: list[Entry]) -> None:
        """Put a page and its records in the place of the old ones; their ids are the same."""
        base = self.base
        before = base.entries_at[new.path]
        base.pages[at] = new
        base.page_at[new.path] = new
        base.entries_at[new.path] = after
        for old in before:
            base.own_words.pop(id(old), None)
        base.entries = [*chain.from_iterable(base.entries_at.values())]
        base.by_id.update((entry.id, entry) for entry in after)
        base.__dict__.pop("by_name", None)
        if "incoming" in base.__dict__:
            _relink(base, before, after)
        for name in _OF_PAGES:
            base.__dict__.pop(name, None)
        if "evidence" in base.__dict__:
            for old in before:
                base.evidence.by_entry.pop(id(old), None)
            base.evidence.by_entry.update(self._quotations(after))
        self.views.renew("links", "quotes")
        if written_labels(new) or any(term_lines(new)):
            self.views.renew("labels")
        self.views.forget(before)

    def _quotations(self, entries: Iterable[Entry]) -> dict[int, list[Quotation]]:
        sources = self.base.evidence.sources
        return {id(entry): quotations_of(entry, sources) for entry in entries if entry.raw.evidence}

    def _asking(self, changed: set[str], before: list[Entry]) -> set[str]:
        """Who asked for places or for a status that are others now."""
        known = self.views.known
        asked = known.renew_places() if "places" in changed else set()
        for old in before:
            if old.value("status") != self.base.by_id[old.id].value("status"):
                asked |= known.asked.get(old.id, set())
        return asked

    def _look(self, path: str, changed: set[str], resting: set[str], asked: set[str]) -> None:
        """Run each rule again over what it may find anew after a page has changed; ``resting`` are
        the records whose facts are to be graded again, ``asked`` the pages and rules that asked for
        what is another now."""
        self.views.renew(*changed & {"labels", "openings"})
        self.views.forget(self.base.by_id[ident] for ident in resting)
        graded = {self.base.by_id[ident].page.path for ident in resting}
        for rule in self.rules:
            if rule.late:
                continue
            found = self._found[rule.code]
            again = {path, *asked} | {each for each in found if _is_at(found[each], path)}
            if rule.scope.each == "fact":
                self._again(rule, (again | graded) & self._at.keys())
            elif rule.scope.looks_at(changed) or (not rule.scope.each and rule.code in again):
                self._found[rule.code] = _by_page(rule, engine.findings(rule, self.views))
            elif rule.scope.each:
                self._again(rule, again & self._at.keys())
            elif any(_is_at(items, path) for items in found.values()):
                self._found[rule.code] = _by_page(rule, engine.findings(rule, self.views))

    def _again(self, rule: Rule, paths: set[str]) -> None:
        """Run a rule again over some pages."""
        found = self._found[rule.code]
        for path in paths:
            found.pop(path, None)
        found |= _by_page(rule, engine.findings(rule, self.views, paths))

    def _settle(self) -> Report:
        def found_by(rule: Rule) -> list[Diagnostic]:
            if rule.late:
                return engine.findings(rule, self.views)
            found = self._found[rule.code]
            return [*islice(chain.from_iterable(found[path] for path in sorted(found)), MOST)]

        self.report = engine.settle(self.base, self.rules, found_by)
        return self.report


def _by_page(rule: Rule, items: Iterable[Diagnostic]) -> Findings:
    found: Findings = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found


def _is_at(items: Iterable[Diagnostic], path: str) -> bool:
    """Whether a finding names a place in a page."""
    return any(item.path == path or any(one.path == path for one in item.related) for item in items)


def _relink(base: Context, before: list[Entry], after: list[Entry]) -> None:
    """Put the links of a page's records in the place of those of the old ones."""
    gone = set(map(id, before))
    for target in {target for old in before for ids in old.links.values() for target in ids}:
        named = base.incoming[target]
        named[:] = [one for one in named if id(one[0]) not in gone]
    for entry in after:
        for field, ids in entry.links.items():
            for target in ids:
                base.incoming[target].append((entry, field))


def _interface(page: Page, entries: list[Entry]) -> object:
    """What all of a base may rest on; two pages with faults are never the same."""
    if page.faults or any(not entry.id or "id" in entry.bad for entry in entries):
        return object()
    given = [
        (block.values.get("id"), block.values.get("file")) for block in page.blocks if block.values
    ]
    return given, [
        (
            entry.id,
            entry.type,
            entry.text("former_ids"),
            entry.text("distinct_from"),
            entry.is_source and page.text,
        )
        for entry in entries
        if not unsure(entry)
    ]


def _facts(page: Page, entries: list[Entry]) -> dict[str, object]:
    """What rules look at of other pages, by the names of their parameters; ``places`` are what
    `Known.places` offers."""
    needs = [
        (need_target(item)[0], record and record.values.get("id"))
        for item, record in page.inlines
        if item.kind == "role" and item.name == "need"
    ]
    links = [
        (entry.links, entry.gaps, [(name, entry.text(name)) for name in entry.bad])
        for entry in entries
    ]
    return {
        "openings": [first_words(entry) for entry in entries],
        "known": [names_of(entry) for entry in entries],
        "links": (needs, unread_ids(page), links),
        "quotes": [
            [(one.source, one.quote, one.values) for one in entry.raw.evidence] for entry in entries
        ],
        "labels": (written_labels(page), [term for term, _, _ in term_lines(page)]),
        "places": (slugs(page), terms(page), options(page), labeled(page)),
    }
