"""The facts of a record: every item of every field that a quotation must show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.model import Spec
from policykb.model.spec import split_items

_BELONGS = ("part_of", "affiliation", "holder")
"""Links by which an accounted record accounts for another."""


class Record:
    """What the facts of one record share."""

    def __init__(self, base: Base, entry: Entry) -> None:
        self.base = base
        self.entry = entry

    @cached_property
    def accounted(self) -> frozenset[str]:
        """The records that this one accounts for: itself, what it links to, and what those belong
        to."""
        entry = self.entry
        found = {entry.id}.union(*entry.links.values())
        for ident in tuple(found):
            found.update(_belonging(self.base, ident))
        return frozenset(found)


class Fact:
    """One value of one field. ``value`` is as written; ``item`` its typed value, None where the
    text is none of the field's type; ``index`` its place in a list."""

    def __init__(self, record: Record, field: str, value: str, item: Any, index: int = 0) -> None:
        self.record = record
        self.base, self.entry = record.base, record.entry
        self.field = field
        self.value = value
        self.item = item
        self.index = index
        self.spec: Spec = self.entry.specs[field]
        self.kind = self.spec.kind

    def saying(self, item: Any) -> Fact:
        """The fact with another value."""
        return Fact(self.record, self.field, self.value, item)

    def of(self, field: str) -> Fact:
        """The fact of another single-valued field of the same record."""
        return Fact(self.record, field, self.entry.text(field), self.entry.value(field))

    @property
    def counted(self) -> Fact | None:
        """The number that the field says the unit of; None where it is of none."""
        found = (name for name, spec in self.entry.specs.items() if spec.unit == self.field)
        return next(map(self.of, found), None)

    @property
    def exactness(self) -> Sequence[str] | None:
        """What the words of its number may say of how exact it is; None where anything."""
        bound = self.entry.specs.get(self.spec.bound)
        if bound is None:
            return self.spec.said.get("", ("",))
        return bound.said.get(self.entry.text(self.spec.bound) or next(iter(bound.said), ""))

    @property
    def accounted(self) -> frozenset[str]:
        """The records that its record accounts for."""
        return self.record.accounted

    def vouching(self) -> frozenset[str]:
        """The records linked by other fields than this one, which name a record whose title
        describes it."""
        if not self.entry.model.described:
            return frozenset()
        links = self.entry.links.items()
        found = [ident for field, ids in links if field != self.field for ident in ids]
        return frozenset(found) - {self.value}

    def is_target(self, ident: str) -> bool:
        """Whether a record is of a type that the field links to; of the value's own type where it
        links to any."""
        entry, targets = self.base.by_id.get(ident), self.spec.targets
        if "any" in targets:
            own = self.base.by_id.get(self.value)
            return entry is not None and own is not None and entry.type == own.type
        return entry is not None and entry.type in targets

    def is_person(self, ident: str) -> bool:
        """Whether a record is a person."""
        entry = self.base.by_id.get(ident)
        return entry is not None and entry.model.person

    @property
    def is_one_of_two(self) -> bool:
        """Whether a field of one link names a record that another field names as well: which of
        those named it is, the others do not tell."""
        links = self.entry.links.items()
        return not self.spec.many and any(
            self.value in ids for field, ids in links if field != self.field
        )

    @property
    def is_returned(self) -> bool:
        """Whether the record linked to has the same link back."""
        target = self.base.by_id.get(self.value)
        return target is not None and self.entry.id in target.links.get(self.field, ())


def _belonging(base: Base, ident: str) -> Iterator[str]:
    seen = set()
    while ident not in seen and (entry := base.by_id.get(ident)) is not None and entry.links:
        seen.add(ident)
        for field in _BELONGS:
            yield from entry.links.get(field, ())
        parents = entry.links.get("part_of", ())
        ident = parents[0] if parents else ident


def resting_on(incoming: Mapping[str, Iterable[tuple[Entry, str]]], ident: str) -> set[Entry]:
    """The records whose facts rest on the links of a record: those that link to it, and those that
    link to what is part of it."""
    found: set[Entry] = set()
    asked, seen = [ident], {ident}
    while asked:
        for entry, field in incoming.get(asked.pop(), ()):
            found.add(entry)
            if field == "part_of" and entry.id not in seen:
                seen.add(entry.id)
                asked.append(entry.id)
    return found


def facts_of(base: Base, entry: Entry) -> Iterator[Fact]:
    """Every fact of a record, in the order written."""
    record = Record(base, entry)
    for field, spec, text in () if entry.model.editorial else entry.filled():
        if spec.editorial or not text.strip(", "):
            continue
        if not spec.many:
            yield Fact(record, field, text, entry.value(field))
            continue
        items = entry.items(field)
        for index, value in enumerate(split_items(text)):
            item = items[index] if index < len(items) else None
            yield Fact(record, field, value, item, index)
