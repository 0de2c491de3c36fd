"""Checking again after every change, in the time of the page that changed.

Most rules look at one page with the ids and names of the others. While those stay as they are,
only the changed page is looked at anew; rules that look further say so (`Rule.across`) and run
again over the whole base only where what they look at has changed. Whatever is out of the ordinary
(a page more or less, another id or name, a fault of form, a source) has the whole base checked.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policykb.base.entry import Entry, names_of
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.base.unread import unread_ids, unsure
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Report
from policykb.check.rules.catalog import RULES, all_rules
from policykb.check.rules.labels import options, terms
from policykb.check.rules.link_targets import labeled, slugs
from policykb.check.rules.rule import Rule
from policykb.evidence.state import Checked
from policykb.markdown.inline import need_target
from policykb.markdown.page import Page

if TYPE_CHECKING:
    import datetime

    from watchfiles.main import FileChange

_OF_PAGES = ("inlines", "links")
"""What a base collects from its pages when asked for."""
_OURS = frozenset(rule.code for rule in RULES)


class Watcher:
    """A base kept in memory, and what each rule found in it."""

    def __init__(
        self, root: Path, settings: Settings | None = None, today: datetime.date | None = None
    ) -> None:
        self.root = root
        self._given = settings
        self._today = today
        self.report = Report([], 0)
        self._found: dict[str, list[Diagnostic]] = {}
        self.reload()

    def reload(self) -> Report:
        """Read and check everything."""
        self.base = engine.load(self.root, self._given or load_settings(self.root), self._today)
        return self._all()

    def _all(self) -> Report:
        self.rules = all_rules(self.base.settings)
        self._at = {page.path: number for number, page in enumerate(self.base.pages)}
        self._entries: dict[str, list[Entry]] = {page.path: [] for page in self.base.pages}
        for entry in self.base.entries:
            self._entries[entry.page.path].append(entry)
        self._found = {
            rule.code: engine.findings(rule, self.base) for rule in self.rules if not rule.late
        }
        return self._settle()

    def changed(self, path: str) -> Report:
        """Check again after one page, relative to the root, was written or deleted."""
        at = self._at.get(path)
        if at is None or not (self.root / path).is_file() or (self.root / path).is_symlink():
            return self.reload()
        old, new = self.base.pages[at], engine.read_file(self.root, path, self.base.conf.grammar)
        if old.text == new.text and not new.faults:
            return self.report
        before, after = self._entries[path], [Entry(raw) for raw in new.records]
        if (
            self.base.lost
            or self.base.duplicates
            or _interface(old, before) != _interface(new, after)
        ):
            pages = [*self.base.pages]
            pages[at] = new
            ground = self.base.ground
            self.base = Context(self.root, pages, self.base.settings, self._today)
            self.base.ground = ground
            return self._all()
        was, now = _facts(old, before), _facts(new, after)
        touched = {name for name in now if was[name] != now[name]}
        self._replace(at, new, before, after)
        self._look(path, touched)
        return self._settle()

    def _replace(self, at: int, new: Page, before: list[Entry], after: list[Entry]) -> None:
        """Put a page and its records in the place of the old ones; ids and names are the same."""
        base = self.base
        base.pages[at] = new
        base.page_at[new.path] = new
        self._entries[new.path] = after
        base.entries = [entry for page in base.pages for entry in self._entries[page.path]]
        pairs = list(zip(before, after, strict=True))
        cached = base.__dict__
        base.by_id.update((entry.id, entry) for entry in after)
        if "by_name" in cached:
            for old, entry in pairs:
                for name in names_of(entry):
                    owners = base.by_name[name]
                    owners[:] = [entry if one is old else one for one in owners]
        if "incoming" in cached:
            gone = set(map(id, before))
            for target in {
                target for old in before for ids in old.links.values() for target in ids
            }:
                named = base.incoming[target]
                named[:] = [one for one in named if id(one[0]) not in gone]
            for entry in after:
                for field, ids in entry.links.items():
                    for target in ids:
                        base.incoming[target].append((entry, field))
        for name in (*_OF_PAGES, "lost"):
            cached.pop(name, None)
        if "evidence" in cached:
            by_entry = base.evidence.by_entry
            for old in before:
                by_entry.pop(id(old), None)
            by_entry.update(self._quotations(after))
            base.evidence.forget()

    def _quotations(self, entries: Iterable[Entry]) -> dict[int, list[Checked]]:
        sources = self.base.evidence.sources
        return {
            id(entry): [Checked(entry, raw, sources.get(raw.source)) for raw in entry.raw.evidence]
            for entry in entries
            if entry.raw.evidence
        }

    def _look(self, path: str, touched: set[str]) -> None:
        """Run each rule over the changed page, or over all where it looks at what has changed."""
        focus = self._focus(path)
        for rule in self.rules:
            if rule.late:
                continue
            known = self._found[rule.code]
            if (
                rule.code not in _OURS
                or not touched.isdisjoint(rule.across)
                or any(_shifts(item, path, not _looks_here(rule)) for item in known)
            ):
                self._found[rule.code] = engine.findings(rule, self.base)
            elif _looks_here(rule):
                mine = [item for item in engine.findings(rule, focus) if item.path == path]
                if mine or any(item.path == path for item in known):
                    self._found[rule.code] = [*(i for i in known if i.path != path), *mine]

    def _focus(self, path: str) -> Context:
        """The base as seen by a rule that is to look at one page only."""
        base = self.base
        # What is worked out when asked for is worked out from the whole, and shared.
        _ = base.lost, base.page_at, base.incoming, base.by_name, base.evidence.names
        focus = copy.copy(base)
        focus.pages = [self.base.pages[self._at[path]]]
        focus.entries = self._entries[path]
        focus.duplicates = []
        for name in _OF_PAGES:
            focus.__dict__.pop(name, None)
        evidence = copy.copy(self.base.evidence)
        evidence.by_entry = {
            id(entry): evidence.by_entry[id(entry)]
            for entry in focus.entries
            if id(entry) in evidence.by_entry
        }
        focus.__dict__["evidence"] = evidence
        return focus

    def _settle(self) -> Report:
        def found_by(rule: Rule) -> list[Diagnostic]:
            return engine.findings(rule, self.base) if rule.late else self._found[rule.code]

        self.report = engine.settle(self.base, self.rules, found_by)
        return self.report


def _looks_here(rule: Rule) -> bool:
    """Whether what a rule finds on a page rests on the text of that page."""
    return not rule.across or "page" in rule.across


def _shifts(item: Diagnostic, path: str, across: bool) -> bool:
    """Whether a finding names a place in the page that looking at the page alone will not renew."""
    if item.path == path:
        return across
    return any(other.path == path for other in item.related)


def _interface(page: Page, entries: list[Entry]) -> object:
    """What other pages may rest on; two pages with faults are never the same."""
    if page.faults or any(not entry.id or "id" in entry.bad for entry in entries):
        return object()
    return [
        (entry.id, entry.type, *names_of(entry), entry.is_source and page.text)
        for entry in entries
        if not unsure(entry)
    ]


def _facts(page: Page, entries: list[Entry]) -> dict[str, object]:
    """What of a page the rules that look across pages look at, by the name they call it."""
    needs = [
        (need_target(item)[0], record and record.values.get("id"))
        for item, record in page.inlines
        if item.kind == "role" and item.name == "need"
    ]
    return {
        "links": (needs, unread_ids(page), [(entry.links, entry.gaps) for entry in entries]),
        "status": [entry.text("status") for entry in entries],
        "quotes": [
            [(one.source, one.quote, one.values) for one in entry.raw.evidence] for entry in entries
        ],
        "anchors": (slugs(page), terms(page), options(page), labeled(page)),
    }


def follow(*places: Path, debounce: int, raise_interrupt: bool = True) -> Iterator[set[FileChange]]:
    """What changed under some files and folders, again and again, and an empty set now and then;
    ``debounce`` is in milliseconds. The system tells of every file that is opened, and a name that
    is not UTF-8 ends the watching; then everything counts as changed, and from there on the files
    are looked at in turn, which tells of changes alone."""
    import logging

    from watchfiles import Change, watch
    from watchfiles._rust_notify import WatchfilesRustInternalError

    # Where somebody else has set logging up, a line for every change would be printed.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    polling = False
    while True:
        changes = watch(
            *places,
            debounce=debounce,
            step=20,
            rust_timeout=500,
            yield_on_timeout=True,
            raise_interrupt=raise_interrupt,
            force_polling=polling,
        )
        try:
            yield next(changes, set())  # from here on no change is missed
            if polling:
                yield {(Change.modified, str(places[0]))}
            yield from changes
        except WatchfilesRustInternalError:
            polling = True
        else:
            return


def watch(
    root: Path, settings: Settings, today: datetime.date | None, paths: Sequence[Path]
) -> int:
    """Check after every change until interrupted; returns 0."""
    from policykb.check.report.text import render

    folders = [root / settings.docs, root / settings.seeds]
    places = [place for place in (*folders, root / "pyproject.toml") if place.exists()]
    edits = follow(*places, debounce=50, raise_interrupt=False)
    next(edits)  # from here on no edit is missed, not even one during the first check
    stream = filter(None, edits)
    began = time.perf_counter()
    watcher = Watcher(root, settings, today)
    report = watcher.report
    said = ""
    while True:
        shown = Report(report.diagnostics, report.records)
        if paths:
            shown.diagnostics = engine.only_paths(shown.diagnostics, root, paths)
        took = (time.perf_counter() - began) * 1000
        print(f"\n{said}{render(shown, watcher.base)}({took:.0f} ms)", flush=True)
        changed = next(stream, None)
        if changed is None:
            return 0
        began = time.perf_counter()
        names = sorted({Path(name).relative_to(root).as_posix() for _, name in changed})
        said = f"{', '.join(names[:3])}{' …' if len(names) > 3 else ''} changed\n"
        if len(names) == 1 and names[0].endswith(".md"):
            report = watcher.changed(names[0])
        else:
            report = watcher.reload()
