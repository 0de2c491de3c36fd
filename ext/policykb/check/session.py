"""A base kept in memory: after a change it is checked again in the time of the page that changed.

A page that is no text has the whole base checked, and so have several files at once, folders and
settings. After any other change each rule looks again at what its parameters say that it looks at,
where that has changed: at the page; at the pages whose rules have asked for a status, a place or a
path that is another one now; at those that may hold a name or an id that has changed, or that quote
a source that has. A page more or less is one whose records come or go.
Facts are graded again where they rest on links, or their quotations have names, that have changed.
"""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from policykb.base.entry import Entry
from policykb.base.ground import is_page, is_within
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.check.change import Change, Found, Touched
from policykb.check.context import Context
from policykb.check.diagnostics import MOST, Diagnostic, Report
from policykb.check.known import GUESSED
from policykb.check.name_words import Words
from policykb.check.renamed import Renamed
from policykb.check.rules.catalog import PAGES, rules_to_run
from policykb.check.rules.rule import Rule
from policykb.check.views import Views
from policykb.evidence.facts import resting_on
from policykb.markdown.anchors import term_lines, written_labels
from policykb.markdown.page import Page
from policykb.model import use

T = TypeVar("T")

_OF_PAGES = ("inlines", "links")
"""What a base collects from its pages when asked for."""

FEW = 3
"""Pages up to which one after the other is quicker than all at once."""

Findings = dict[str, list[Diagnostic]]
"""Findings by the path of the page or file that they are on."""


class Session:
    """A base, the texts of pages that an editor holds, and what each rule found on each page."""

    def __init__(
        self,
        root: Path,
        settings: Settings | None = None,
        today: datetime.date | None = None,
        *,
        later: bool = False,
    ) -> None:
        """``later``: whoever makes it calls `read`, `begin` and `reload` itself."""
        self.root = root
        self.report = Report([], 0)
        self.texts: dict[str, str] = {}
        """The texts of pages that an editor holds, by path."""
        self._given = settings
        self._today = today
        self._found: dict[str, Findings] = {}
        self._touched: Touched | None = None
        if not later:
            self.reload()

    def open(self, path: str, text: str) -> Findings:
        """Take a text for that of a page, relative to the root, whatever the file holds."""
        self.texts[path] = text
        self.saved(path)
        return self.findings

    change = open
    """The same for a page that is open already."""

    def close(self, path: str) -> Findings:
        """Take what the file of a page holds again."""
        self.texts.pop(path, None)
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
        self.read()
        return self.begin(self.texts)

    def read(self) -> None:
        """Read everything."""
        settings = self._given or load_settings(self.root)
        self.base = engine.load(self.root, settings, self._today)

    def look(self, texts: dict[str, str]) -> Report:
        """Take some texts for those of pages, and check these pages as far as that goes without all
        others."""
        self._take(texts)
        self.report = engine.run_on(self.base, [*texts])
        return self.report

    def begin(self, texts: dict[str, str]) -> Report:
        """Check everything that was read, with some texts for those of pages."""
        self._take(texts)
        return self._all(self.base)

    def _take(self, texts: dict[str, str]) -> None:
        self.texts = texts
        pages, grammar = self.base.page_at, self.base.conf.grammar
        new = {
            path: engine.page_with(path, text, grammar)
            for path, text in texts.items()
            if path not in pages or pages[path].text != text or pages[path].faults
        }
        if new:
            self.base = self.base.with_pages((pages | new).values())

    def take(self) -> Touched | None:
        """What has changed since this was last asked; None where it may be anything."""
        taken, self._touched = self._touched, Touched()
        return taken

    def update(self, paths: Collection[str]) -> Report:
        """Check again after files, relative to the root, were written or deleted."""
        if len(paths) > FEW or not all(map(self._is_alone, paths)):
            return self.reload()
        for path in paths:
            self.saved(path)
        return self.report

    def _is_alone(self, path: str) -> bool:
        """Whether a change of a file is of one page, of one document that there was, or of what is
        gone already, as the files that editors write for a moment."""
        base = self.base
        if is_page(path, base.settings):
            return not is_within(path, _seeds(base))
        if path in base.ground.files:
            return is_within(path, _seeds(base))
        inside = is_within(path, base.settings.docs.rstrip("/")) or is_within(path, _seeds(base))
        return inside and not os.path.lexists(self.root / path)

    def saved(self, path: str) -> Report:
        """Check again after one page or document, relative to the root, was written or deleted."""
        base, files = self.base, self.base.ground.files
        use(base.settings.model)
        was = path in files
        if not base.ground.follow(self.root, path, base.settings):
            return self.reload()
        old, new = base.page_at.get(path), self._read(path)
        base.guesses.renew()
        if old is None and new is None:
            return self._other(path)
        if _is_unreadable(old) or _is_unreadable(new):
            pages = {**base.page_at, path: new}
            return self._all(base.with_pages([page for page in pages.values() if page]))
        moved = was != (path in files)
        if old and new and old.text == new.text and not moved:
            return self.report
        with engine.collector_paused():
            change = Change(base, path, old, new)
            change.kinds |= {"paths"} if moved else set()
            return self._after(change)

    def _other(self, path: str) -> Report:
        """Check again after a change of what is no page."""
        if path not in self.base.ground.files:
            return self.report
        return self._resource(path) if is_within(path, _seeds(self.base)) else self.reload()

    def _resource(self, path: str) -> Report:
        """Check again after the text of a document has become another."""
        sources = self.base.evidence.sources.items()
        mine = {ident for ident, source in sources if source.path == self.root / path}
        self._touched = None
        with engine.collector_paused():
            resting, pages = self._quoting(mine)
            pages |= {self.base.by_id[ident].page.path for ident in mine}
            self._look(_Again(path, {"known", "quotes"}, resting, pages))
            return self._settle()

    def _after(self, change: Change) -> Report:
        """Check again after a change of one page."""
        known, base = self.views.known, self.base
        lost = base.__dict__.pop("lost", None) if _may_lose(change) else None
        self._replace(change)
        again, resting = {change.path}, set[Entry]()
        if "known" in change.kinds:
            resting, pages = self._rename(*change.touched())
            again |= pages
        for ident in change.relinked():
            resting |= resting_on(base.incoming, ident)
        self._note(change, resting)
        if "paths" in change.kinds:
            again |= known.renew_paths()
        elif "places" in change.kinds:
            again |= known.renew_places()
        for ident in chain(change.restated(), () if lost is None else lost ^ base.lost):
            again |= known.asked.get(ident, set())
        self._look(_Again(change.path, change.kinds, resting, again, change.ids_differ))
        return self._settle()

    def _note(self, change: Change, graded: Iterable[Entry]) -> None:
        """Remember what was replaced for who asks next."""
        if self._touched is None or not change.keeps_records:
            self._touched = None
        else:
            self._touched.note(change.path, change.before, change.after)
            self._touched.records.update(entry.id for entry in graded)

    def _rename(self, was: Found, now: Found) -> tuple[set[Entry], set[str]]:
        """Make anew what is made of ids and names, of which some records have others. Returns the
        records whose facts rest on them: they link to one of those, or a quotation has its old or
        new name, or is of such a source; and the pages to look at again: theirs, those that may
        hold an id or a name, those that guessed at one."""
        base, known = self.base, self.views.known
        base.names_changed()
        known.rename(_there(was), _there(now))
        renamed = Renamed(known.from_names(Words), was, now)
        resting = {one.entry for one in base.evidence.rename(renamed.old, renamed.new)}
        resting |= {entry for ident in was for entry, _ in base.incoming.get(ident, ())}
        pages = known.asked.pop(GUESSED, set()) | self._beside_values()
        if sources := {one.id for one in (*was.values(), *now.values()) if one and one.is_source}:
            quoting, looking = self._quoting(sources)
            resting |= quoting
            pages |= looking
        pages |= {page.path for page in base.pages if renamed.may_be_on(page)}
        return resting, pages | {entry.page.path for entry in resting}

    def _quoting(self, sources: set[str]) -> tuple[set[Entry], set[str]]:
        """Read some sources anew. Returns the records that quote other documents now, and the pages
        to look at again: those that quote these sources, those with a finding, of which the help
        may be in any source, and those that asked which sources there are."""
        quoting, resting = self.base.evidence.resource(sources)
        self.views.renew("quotes")
        pages = {path for found in self._found.values() for path in found}
        pages |= self.views.known.asked.pop(GUESSED, set())
        return resting, pages | {entry.page.path for entry in quoting}

    def _beside_values(self) -> set[str]:
        """The pages with a text that is no value: what is meant by it may be an id."""
        return {entry.page.path for entry in self.base.entries if entry.bad}

    def _read(self, path: str) -> Page | None:
        """A page as it is now; None where there is none any more."""
        if path in self.texts:
            return engine.page_with(path, self.texts[path], self.base.conf.grammar)
        settings, ground, conf = self.base.settings, self.base.ground, self.base.conf
        if path not in ground.files or not is_page(path, settings):
            return None
        if conf.excludes(path, settings.docs):
            return None
        return engine.read_file(self.root, path, self.base.conf.grammar)

    def _all(self, base: Context) -> Report:
        """Run every rule over a base. What is made for it is not garbage until there is another,
        so that collecting garbage while someone types need not look through it."""
        gc.unfreeze()
        self._touched = None
        self.base = base
        self.views = Views(base)
        self.rules = rules_to_run(base.settings)
        self._found = {}
        with engine.collector_paused():
            for rule in self.rules:
                if not rule.late:
                    self._found[rule.code] = _by_page(engine.findings(rule, self.views))
        gc.freeze()
        return self._settle()

    def _replace(self, change: Change) -> None:
        """Put a page and its records in the place of the old ones."""
        base, new, before, after = self.base, change.new, change.before, change.after
        _put(base.page_at, new.path, new if change.stays else None)
        _put(base.entries_at, new.path, after if change.stays else None)
        base.pages[:] = base.page_at.values()
        base.entries = [*chain.from_iterable(base.entries_at.values())]
        base.take_ids()
        for name in ("by_name", *_OF_PAGES):
            base.__dict__.pop(name, None)
        if "incoming" in base.__dict__:
            _relink(base, before, after)
        for old in before:
            base.own_words.pop(id(old), None)
            if "evidence" in base.__dict__:
                base.evidence.by_entry.pop(id(old), None)
        if "evidence" in base.__dict__:
            base.evidence.quote(after)
        self.views.renew("links")
        if any(entry.raw.evidence for entry in chain(before, after)):
            self.views.renew("quotes")
        if written_labels(new) or any(term_lines(new)):
            self.views.renew("labels")
        self.views.forget(before)

    def _look(self, again: _Again) -> None:
        """Run each rule again over what it may find anew."""
        path = again.path
        self.views.renew(*again.kinds & {"labels", "openings"})
        self.views.forget(again.resting)
        graded = {entry.page.path for entry in again.resting}
        paths = {path, *self.base.page_at}
        for rule in self.rules:
            if rule.late:
                continue
            found = self._found[rule.code]
            mine = {path} | {each for each in found if _is_at(found[each], path)}
            mine |= again.readers if rule.scope.beside else set()
            mine |= graded if rule.grades else set()
            if again.is_wide(rule) or (not rule.scope.each and rule.code in again.readers):
                self._found[rule.code] = _by_page(engine.findings(rule, self.views))
            elif rule.scope.each:
                self._again(rule, mine & paths)
            elif any(_is_at(items, path) for items in found.values()):
                self._found[rule.code] = _by_page(engine.findings(rule, self.views))

    def _again(self, rule: Rule, paths: set[str]) -> None:
        """Run a rule again over some pages."""
        found = self._found[rule.code]
        for path in paths:
            found.pop(path, None)
        there = paths & self.base.page_at.keys()
        found |= _by_page(engine.findings(rule, self.views, there))

    def _settle(self) -> Report:
        def found_by(rule: Rule) -> list[Diagnostic]:
            if rule.late:
                return engine.findings(rule, self.views)
            found = self._found[rule.code]
            return [*islice(chain.from_iterable(found[path] for path in sorted(found)), MOST)]

        self.report = engine.settle(self.base, self.rules, found_by)
        return self.report


@dataclass(frozen=True)
class _Again:
    """What rules are to look at again after a change of a page or a document: ``kinds`` of things
    that they look at are others now; the facts of the records ``resting`` are to be graded again;
    ``readers`` are the pages and the rules that look at what is another now."""

    path: str
    kinds: set[str]
    resting: set[Entry]
    readers: set[str]
    ids_differ: bool = True

    def is_wide(self, rule: Rule) -> bool:
        """Whether a rule has to look at everything again. Those of other packages may go through
        all ids, not only those on their pages."""
        if rule.code not in PAGES and "known" in rule.scope.beside and self.ids_differ:
            return True
        return not rule.grades and rule.scope.looks_at(self.kinds)


def _put(by_path: dict[str, T], path: str, value: T | None) -> None:
    """Put a value in the place of that of a path, in the order of paths; None: in no place."""
    if value is None:
        by_path.pop(path, None)
    elif path in by_path:
        by_path[path] = value
    else:
        more = sorted([*by_path.items(), (path, value)], key=itemgetter(0))
        by_path.clear()
        by_path.update(more)


def _by_page(items: Iterable[Diagnostic]) -> Findings:
    found: Findings = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found


def _is_at(items: Iterable[Diagnostic], path: str) -> bool:
    """Whether a finding names a place in a page."""
    return any(item.path == path or any(one.path == path for one in item.related) for item in items)


def _seeds(base: Context) -> str:
    return base.settings.seeds.rstrip("/")


def _there(found: Found) -> list[Entry]:
    """The records that there are."""
    return [entry for entry in found.values() if entry is not None]


def _is_unreadable(page: Page | None) -> bool:
    """Whether nothing is read of a page: what its file holds is then looked for ids."""
    return page is not None and bool(page.faults) and not page.text


def _may_lose(change: Change) -> bool:
    """Whether other ids may be lost now, in pages with faults of form or with records without."""
    return bool(change.kinds & {"known", "links"} or change.old.faults or change.new.faults)


def _relink(base: Context, before: list[Entry], after: list[Entry]) -> None:
    """Put the links of a page's records in the place of those of the old ones."""
    gone = set(map(id, before))
    for target in {target for old in before for ids in old.links.values() for target in ids}:
        base.incoming[target] = [one for one in base.incoming[target] if id(one[0]) not in gone]
        if not base.incoming[target]:
            del base.incoming[target]
    for entry in after:
        for field, ids in entry.links.items():
            for target in ids:
                base.incoming[target].append((entry, field))
    # In the order of pages, as in a base that is read anew: of twins the first is shown.
    for target in {target for new in after for ids in new.links.values() for target in ids}:
        base.incoming[target].sort(key=lambda one: (one[0].page.path, one[0].raw.block.start))
