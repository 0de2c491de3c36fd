"""The parts of a difference: changes of records, pages and settings."""

from dataclasses import dataclass, field
from typing import Any

from policykb.markdown.page import RawEvidence


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its items before and after; a field of one value has at most one item."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    many: bool = False

    @property
    def added(self) -> tuple[str, ...]:
        return tuple(item for item in self.after if item not in self.before)

    @property
    def removed(self) -> tuple[str, ...]:
        return tuple(item for item in self.before if item not in self.after)


@dataclass(slots=True)
class RecordChange:
    """The change of one record. ``change`` is ``added``, ``removed``, ``changed`` or ``renamed``;
    ``text`` holds its prose before and after, if that changed; ``reassigned`` are quotations that
    now support other fields; ``effects`` are the consequences for other records."""

    id: str
    type: str
    title: str
    change: str
    path: str
    line: int
    former_id: str | None = None
    former_path: str | None = None
    fields: list[FieldChange] = field(default_factory=list)
    quotations_added: list[RawEvidence] = field(default_factory=list)
    quotations_removed: list[RawEvidence] = field(default_factory=list)
    reassigned: list[RawEvidence] = field(default_factory=list)
    text: tuple[str, str] | None = None
    effects: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page whose words outside records changed; ``change`` is added, removed or changed."""

    path: str
    change: str


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting with its values before and after."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is to read, with the reasons."""

    field: str
    value: str
    why: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """The facts of a record that are to read in one passage: the sentences of its source, what is
    quoted between ⟦ and ⟧. ``place`` is a page or a paragraph of the source, empty where the
    quotation is not found there."""

    id: str
    title: str
    path: str
    line: int
    source: str = ""
    place: str = ""
    passage: str = ""
    facts: list[Fact] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp of review that is ``added``, or was there already; ``holds`` tells whether the record
    says what was read, None where the stamp does not tell."""

    id: str
    words: str
    added: bool
    holds: bool | None


@dataclass(slots=True)
class Difference:
    """Everything that changed, records in the order of their ids; what the change leaves to read,
    and the stamps of review that it adds or takes back."""

    records: list[RecordChange]
    pages: list[PageChange]
    settings: list[SettingChange]
    to_read: list[Reading] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)

    def count(self, change: str) -> int:
        """How many records were ``added``, ``removed``, ``changed`` or ``renamed``."""
        return sum(item.change == change for item in self.records)
