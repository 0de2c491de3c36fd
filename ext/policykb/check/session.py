"""A base kept in memory: after a change it is checked again in the time of the page that changed.

A page that is no text has the whole base checked, and so have several files at once, folders and
settings. After any other change those rules look again that `policykb.check.again` names. A page
more or less is one whose records come or go.
"""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Collection
from pathlib import Path

from policykb.base.ground import is_page, is_within
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.check.again import Again, after_document, after_page
from policykb.check.change import Change, Touched
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.check.reading import collector_paused, page_with, read_file
from policykb.check.replaced import replace
from policykb.check.results import ByPage, Results, by_page
from policykb.check.views import Views
from policykb.markdown.page import Page
from policykb.model import use

FEW = 3
"""Pages up to which one after the other is quicker than all at once."""


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
        self._touched: Touched | None = None
        if not later:
            self.reload()

    def open(self, path: str, text: str) -> None:
        """Take a text for that of a page, relative to the root, whatever the file holds."""
        self.texts[path] = text
        self.saved(path)

    def close(self, path: str) -> None:
        """Take what the file of a page holds again."""
        self.texts.pop(path, None)
        self.saved(path)

    @property
    def findings(self) -> ByPage:
        """What is found now."""
        return by_page(self.report.diagnostics)

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
            path: page_with(path, text, grammar)
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
        with collector_paused():
            change = Change(base, path, old, new)
            change.kinds |= {"paths"} if moved else set()
            return self._after(change)

    def _other(self, path: str) -> Report:
        """Check again after a change of what is no page."""
        if path not in self.base.ground.files:
            return self.report
        if not is_within(path, _seeds(self.base)):
            return self.reload()
        self._touched = None
        with collector_paused():
            return self._renew(after_document(self.views, path, self._results.paths))

    def _after(self, change: Change) -> Report:
        """Check again after a change of one page."""
        lost = self.base.__dict__.pop("lost", None) if _may_lose(change) else None
        replace(self.views, change)
        again = after_page(self.views, change, lost, self._results.paths)
        if self._touched is None or not change.keeps_records:
            self._touched = None
        else:
            self._touched.note(change.path, change.before, change.after)
            self._touched.records.update(entry.id for entry in again.resting)
        return self._renew(again)

    def _renew(self, again: Again) -> Report:
        self._results.renew(again)
        self.report = self._results.report()
        return self.report

    def _read(self, path: str) -> Page | None:
        """A page as it is now; None where there is none any more."""
        if path in self.texts:
            return page_with(path, self.texts[path], self.base.conf.grammar)
        settings, ground, conf = self.base.settings, self.base.ground, self.base.conf
        if path not in ground.files or not is_page(path, settings):
            return None
        if conf.excludes(path, settings.docs):
            return None
        return read_file(self.root, path, self.base.conf.grammar)

    def _all(self, base: Context) -> Report:
        """Run every rule over a base. What is made for it is not garbage until there is another,
        so that collecting garbage while someone types need not look through it."""
        gc.unfreeze()
        self._touched = None
        self.base = base
        self.views = Views(base)
        with collector_paused():
            self._results = Results(self.views)
        gc.freeze()
        self.report = self._results.report()
        return self.report


def _seeds(base: Context) -> str:
    return base.settings.seeds.rstrip("/")


def _is_unreadable(page: Page | None) -> bool:
    """Whether nothing is read of a page: what its file holds is then looked for ids."""
    return page is not None and bool(page.faults) and not page.text


def _may_lose(change: Change) -> bool:
    """Whether other ids may be lost now, in pages with faults of form or with records without."""
    return bool(change.kinds & {"known", "links"} or change.old.faults or change.new.faults)
