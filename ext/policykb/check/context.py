"""A base with all that is worked out from it, once, for rules, pages and exports."""

from __future__ import annotations

import copy
import datetime
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.base.nearest import nearest_entry
from policykb.base.settings import Settings
from policykb.base.today import today as day_of
from policykb.base.unread import lost_ids
from policykb.check.quiet import Kept
from policykb.evidence.evidence import Evidence
from policykb.evidence.grade import Graded
from policykb.markdown.page import Page


class Context(Base):
    """What a rule is handed: a base, its evidence, the day, and what a run keeps quiet."""

    def __init__(
        self,
        root: Path,
        pages: list[Page],
        settings: Settings,
        today: datetime.date | None = None,
    ) -> None:
        super().__init__(root, pages, settings)
        self._today = today
        self.kept = Kept()
        """What is kept quiet; filled by a run."""
        self.grades: dict[int, list[Graded]] = {}
        """The facts of records with their grades, by the record's ``id()``."""

    def with_pages(self, pages: Iterable[Page]) -> Context:
        """The same base with other pages: its day, its files and its configuration stay."""
        changed = Context(
            self.root, sorted(pages, key=lambda page: page.path), self.settings, self._today
        )
        changed.ground = self.ground
        changed.conf = self.conf
        return changed

    @cached_property
    def today(self) -> datetime.date:
        """The day given, else SOURCE_DATE_EPOCH, else the commit's date, else the system's."""
        return self._today or day_of(self.root)

    @cached_property
    def latest(self) -> datetime.date:
        """The latest day that is not in the future: the commit may be older than what is written
        now, unless the day is given."""
        if self._today or os.environ.get("SOURCE_DATE_EPOCH"):
            return self.today
        return max(self.today, datetime.datetime.now(datetime.UTC).date())

    @cached_property
    def evidence(self) -> Evidence:
        """The sources and every quotation's place in them."""
        return Evidence(self)

    def graded(self, entry: Entry) -> list[Graded]:
        """Every fact of a record with its grade, for the check and for all that shows it."""
        found = self.grades.get(id(entry))
        if found is None:
            from policykb.evidence.grade import grade_record

            found = self.grades[id(entry)] = list(grade_record(self.evidence, entry))
        return found

    @cached_property
    def lost(self) -> set[str]:
        """Ids written in text that could not be parsed."""
        return lost_ids(self)

    def is_lost(self, ident: str) -> bool:
        """Whether a record probably has this id, but its page has a fault that hides it."""
        return ident in self.lost

    def nearest(self, text: str, types: tuple[str, ...] = ()) -> Entry | None:
        """The record meant by a mistaken id, title or alias, where one is clearly nearest."""
        return nearest_entry(self, text, types)


def with_record(base: Context, entry: Entry) -> Context:
    """A base that has one record more, its id being known nowhere else; all else is shared."""
    wider = copy.copy(base)
    wider.by_id = {**base.by_id, entry.id: entry}
    wider.grades = {}
    for name in ("evidence", "by_name", "incoming"):
        wider.__dict__.pop(name, None)
    return wider
