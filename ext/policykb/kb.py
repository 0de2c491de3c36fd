"""The knowledge base in memory: pages, records by id, links in and out, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import ValidationError

from policykb.model import TYPES, Record, Spec
from policykb.model.spec import split_items
from policykb.parse.page import Option, Page, RawRecord
from policykb.values.base import BadValue

if TYPE_CHECKING:
    import datetime

    from policykb.evidence.state import Evidence
    from policykb.parse.inline import Inline
    from policykb.settings import Settings
    from policykb.suppress import Known, Suppression

T = TypeVar("T")
_NOTHING: dict[str, BadValue] = {}


class Entry:
    """One record of the base: as written (``raw``), and as typed (``record``).

    ``bad`` has the fields whose text is no value of their type; ``record`` then lacks them.
    """

    __slots__ = (
        "__dict__",
        "_links",
        "bad",
        "id",
        "model",
        "page",
        "raw",
        "record",
        "specs",
        "type",
        "unknown",
    )

    def __init__(self, raw: RawRecord) -> None:
        block = raw.block
        self.raw = raw
        self.page: Page = raw.page
        self.type: str = block.name
        self.model = TYPES[self.type]
        self.specs = _specs(self.model)
        self.unknown: tuple[str, ...] = ()
        """The options that are no field of the type."""
        self.id = block.values.get("id", "").strip()
        self.bad = _NOTHING
        self._links: dict[str, tuple[str, ...]] | None = None
        self.record = self._typed(dict(block.values))

    def _typed(self, given: dict[str, str]) -> Record:
        specs = self.specs
        if "title" in given or not given.keys() <= specs.keys():
            self.unknown = tuple(name for name in given if name not in specs or name == "title")
            for name in self.unknown:
                del given[name]
        given["title"] = self.raw.title
        given["id"] = self.id
        try:
            return self.model.read(given)
        except ValidationError as error:
            self.bad = {}
            for item in error.errors():
                name = str(item["loc"][0])
                cause = item.get("ctx", {}).get("error")
                if not isinstance(cause, BadValue):
                    cause = BadValue(item["msg"], specs[name].value.accepted)
                self.bad[name] = cause
                given.pop(name, None)
            return self.model.model_construct(
                **{
                    "id": self.id,
                    "title": self.raw.title,
                    **{name: specs[name].read(text) for name, text in given.items()},
                }
            )

    @property
    def title(self) -> str:
        return self.raw.title

    @property
    def name(self) -> str:
        """What to call the record in a message: its id, or else its title."""
        return (
            self.id or f"“{self.title}”"
            if self.id or self.title
            else f"this {self.model.LABEL.lower()}"
        )

    def value(self, field: str) -> Any:
        """The typed value, or None where the field is absent or bad."""
        return getattr(self.record, field, None)

    def text(self, field: str) -> str:
        """The field's text as written, trimmed; empty where absent, or where it has commas only."""
        text = self.raw.values.get(field, "").strip()
        return "" if text[:1] == "," and not text.strip(", ") else text

    @property
    def links(self) -> dict[str, tuple[str, ...]]:
        """The ids of every link that is filled, in the order written."""
        if self._links is None:
            self._links = self._read_links()
        return self._links

    def _read_links(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        values, typed = self.raw.values, self.record.__dict__
        for name, spec in _links(self.model):
            if name not in values:
                continue
            value = typed.get(name)
            if value is not None:
                found[name] = value if spec.many else (value,)
            elif name in self.bad:
                found[name] = tuple(split_items(values[name]))
        return found

    @cached_property
    def gaps(self) -> dict[str, str]:
        """What the record says is not known: field to reason."""
        return {note.field: note.why for note in self.value("gap") or ()}

    @cached_property
    def inferred(self) -> dict[str, str]:
        """What the record concludes rather than shows: field to reason."""
        return {note.field: note.why for note in self.value("inferred") or ()}

    def filled(self) -> Iterator[tuple[str, Spec, str]]:
        """The known fields that have a text, each with it, trimmed, in the order written (the title
        is not an option)."""
        specs = self.specs
        for name, value in self.raw.values.items():
            spec = specs.get(name)
            if spec is not None and name != "title" and (text := value.strip()):
                yield name, spec, text

    def needs_support(self, field: str) -> bool:
        """Whether a quotation must show this field."""
        spec = self.specs.get(field)
        return spec is not None and not spec.editorial and not self.model.ALL_EDITORIAL

    def item_span(self, field: str, index: int) -> tuple[int, int]:
        """Where the ``index``-th item of a comma-separated field stands in the page."""
        spans = self._item_spans.get(field)
        option = self.raw.options[field]
        if spans is None:
            spans = self._item_spans[field] = item_spans(self.page.text, option)
        return spans[index] if index < len(spans) else (option.at, option.end)

    @cached_property
    def _item_spans(self) -> dict[str, list[tuple[int, int]]]:
        return {}


def item_spans(text: str, option: Option) -> list[tuple[int, int]]:
    """Where the items of a comma-separated option stand in a page's text."""
    at, end = option.at, option.end
    if end - at > 1 and text[at] in "\"'" and text[at] == text[end - 1]:
        at, end = at + 1, end - 1
    spans: list[tuple[int, int]] = []
    for part in text[at:end].split(","):
        bare = part.strip()
        if bare:
            begin = at + part.index(bare)
            spans.append((begin, begin + len(bare)))
        at += len(part) + 1
    return spans


def _specs(model: type[Record]) -> dict[str, Spec]:
    specs = _SPECS.get(model)
    if specs is None:
        specs = _SPECS[model] = model.specs()
    return specs


def _links(model: type[Record]) -> list[tuple[str, Spec]]:
    links = _LINKS.get(model)
    if links is None:
        links = _LINKS[model] = [item for item in _specs(model).items() if item[1].is_link]
    return links


_SPECS: dict[type[Record], dict[str, Spec]] = {}
_LINKS: dict[type[Record], list[tuple[str, Spec]]] = {}


class Base:
    """All pages of one root, read."""

    def __init__(
        self, root: Path, pages: list[Page], settings: Settings, today: datetime.date | None
    ) -> None:
        self.root = root
        self.pages = pages
        self.settings = settings
        self._today = today
        self._from_names: dict[Callable[[Base], Any], Any] = {}
        self.suppressions: list[Suppression] = []
        """The comments that keep findings quiet; filled by a run."""
        self.own_words: dict[int, str] = {}
        """Records' own words as plain text, by their ``id()``; filled by `export.plain`."""
        self.stale: list[Known] = []
        """Lines of the baseline that are no longer found; filled by a run."""
        self.entries = [Entry(raw) for page in pages for raw in page.records]
        self.by_id: dict[str, Entry] = {}
        self.duplicates: list[tuple[Entry, Entry]] = []
        """Pairs (the one kept, the copy to blame)."""
        for entry in self.entries:
            first = self.by_id.setdefault(entry.id, entry) if entry.id else entry
            if first is not entry:
                self._keep(first, entry)

    @cached_property
    def today(self) -> datetime.date:
        """The day given, else SOURCE_DATE_EPOCH, else the commit's date, else the system's."""
        from policykb.today import today

        return self._today or today(self.root)

    def _keep(self, first: Entry, second: Entry) -> None:
        """Blame the copy whose id has another type's prefix, else the one on the later path."""
        if not first.id.startswith(first.model.PREFIX) and second.id.startswith(
            second.model.PREFIX
        ):
            first, second = second, first
            self.by_id[first.id] = first
        self.duplicates.append((first, second))

    @cached_property
    def links(self) -> list[tuple[Entry, str, tuple[str, ...]]]:
        """Every link that is filled: the record, the field and the ids, in the order written."""
        return [(entry, field, ids) for entry in self.entries for field, ids in entry.links.items()]

    @cached_property
    def incoming(self) -> dict[str, list[tuple[Entry, str]]]:
        """Who links to an id, and by which field."""
        found: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry, field, ids in self.links:
            for target in ids:
                found[target].append((entry, field))
        return found

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """The pages by path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def inlines(self) -> dict[str, list[tuple[Page, Inline, RawRecord | None]]]:
        """What stands within lines of prose in all pages, by kind, in order of pages."""
        found: dict[str, list[tuple[Page, Inline, RawRecord | None]]] = defaultdict(list)
        for page in self.pages:
            for item, record in page.inlines:
                found[item.kind].append((page, item, record))
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Entry]]:
        """Records by title, alias and Japanese name, exactly as written."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.by_id.values():
            for name in names_of(entry):
                if entry not in found[name]:
                    found[name].append(entry)
        return found

    def from_names(self, make: Callable[[Base], T]) -> T:
        """What a function makes of the ids and names in the base, and of nothing else; made once
        for as long as they stay the same."""
        if make not in self._from_names:
            self._from_names[make] = make(self)
        return cast("T", self._from_names[make])

    def is_lost(self, ident: str) -> bool:
        """Whether a record probably has this id, but its page has a fault that hides it."""
        return ident in self.lost

    @cached_property
    def lost(self) -> set[str]:
        """Ids that were given, but that a fault keeps from being read."""
        from policykb.lost import lost_ids

        return lost_ids(self)

    @cached_property
    def evidence(self) -> Evidence:
        """The sources and every quotation's place in them."""
        from policykb.evidence.state import Evidence

        return Evidence(self)

    def nearest(self, text: str, types: tuple[str, ...] = ()) -> Entry | None:
        """The record meant by a mistaken id, title or alias, where one is clearly nearest."""
        from policykb.nearest import nearest_entry

        return nearest_entry(self, text, types)


def names_of(entry: Entry) -> list[str]:
    """Every name a record goes by: title, aliases, Japanese name."""
    title, typed = entry.raw.title, entry.record.__dict__
    names = [title] if title else []
    if aliases := typed.get("aliases"):
        names += aliases
    if name_ja := typed.get("name_ja"):
        names.append(name_ja)
    return names
