"""One record in memory: as written, and as typed."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, TypeVar, overload

from policykb.markdown.page import Option, Page, RawRecord
from policykb.model import SOURCE, TYPES, Spec
from policykb.model.spec import split_items
from policykb.text.company_forms import without_form
from policykb.values.base import BadValue, ValueType
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.notes import NOTES

T = TypeVar("T")

_NOTHING: dict[str, BadValue] = {}


class Entry:
    """One record of the base: as written (``raw``), and as typed (``typed``).

    ``bad`` has the fields whose text cannot be read as their type; ``typed`` lacks them.
    """

    __slots__ = (
        "__dict__",
        "_links",
        "_names",
        "bad",
        "id",
        "model",
        "page",
        "raw",
        "specs",
        "type",
        "typed",
        "unknown",
    )

    def __init__(self, raw: RawRecord) -> None:
        block = raw.block
        self.raw = raw
        self.page: Page = raw.page
        self.type: str = block.name
        self.model = TYPES[self.type]
        self.specs = self.model.specs
        self.unknown: tuple[str, ...] = ()
        """The options that are no field of the type."""
        self.id = block.values.get("id", "").strip()
        self.bad = _NOTHING
        self._links: dict[str, tuple[str, ...]] | None = None
        self._names: list[str] | None = None
        self.typed = self._read(dict(block.values))

    def _read(self, given: dict[str, str]) -> dict[str, Any]:
        specs = self.specs
        if "title" in given or not given.keys() <= specs.keys():
            self.unknown = tuple(name for name in given if name not in specs or name == "title")
            for name in self.unknown:
                del given[name]
        given["title"] = self.raw.title
        given["id"] = self.id
        values, bad = self.model.read(given)
        if bad:
            self.bad = bad
        return values

    @property
    def title(self) -> str:
        return self.raw.title

    @property
    def is_source(self) -> bool:
        """True if it is the record of a document that quotations come from."""
        return self.type == SOURCE

    @property
    def name(self) -> str:
        """The name of the record in messages: its id, or else its title."""
        return name_of(self.raw)

    @property
    def names(self) -> list[str]:
        """Every name the record goes by: title, aliases, Japanese name."""
        if self._names is None:
            self._names = names_of(self)
        return self._names

    @cached_property
    def spellings(self) -> list[str]:
        """Its id and its names as a mistaken one is compared with them; names of companies without
        their legal form as well."""
        bare = self.id.removeprefix(self.model.prefix)
        formless = [name for one in self.names if (name := without_form(one)) != one]
        return [plainly(name) for name in (self.id, bare, *self.names, *formless)]

    @overload
    def value(self, field: str) -> object: ...
    @overload
    def value(self, field: str, kind: ValueType[T]) -> T | None: ...
    def value(self, field: str, kind: ValueType[T] | None = None) -> T | object | None:
        """The typed value, or None where the field is absent or bad, or not of the ``kind`` asked
        for. A field that may hold several has a tuple: see `values`."""
        spec = self.specs.get(field)
        if kind is not None and (spec is None or spec.value is not kind or spec.many):
            return None
        return self.typed.get(field)

    def values(self, field: str, kind: ValueType[T]) -> tuple[T, ...]:
        """The typed values of a field that may hold several; none where it is absent or bad."""
        spec = self.specs.get(field)
        found: tuple[T, ...] | None = self.typed.get(field)
        return found or () if spec is not None and spec.many and spec.value is kind else ()

    def items(self, field: str) -> tuple[Any, ...]:
        """The typed values of a field, of whatever type; none where it is absent or bad."""
        value, spec = self.typed.get(field), self.specs.get(field)
        if value is None or spec is None:
            return ()
        return value if spec.many else (value,)

    def dates(self) -> Iterator[tuple[str, Edtf]]:
        """The dates that are known, by field, in the order of the model."""
        for name, spec in self.specs.items():
            if spec.value is DATE and (value := self.typed.get(name)) is not None:
                yield name, value

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
        values, typed = self.raw.values, self.typed
        for name, spec in self.model.links:
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
        """The fields that the record marks as not known, with the reasons."""
        return {note.field: note.why for note in self.value("gap", NOTES) or ()}

    @cached_property
    def inferred(self) -> dict[str, str]:
        """The fields that the record concludes and does not show, with the reasons."""
        return {note.field: note.why for note in self.value("inferred", NOTES) or ()}

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
        return field in self.model.facts

    def item_span(self, field: str, index: int) -> tuple[int, int]:
        """The span of the ``index``-th item of a comma-separated field in the page."""
        option = self.raw.options[field]
        spans = item_spans(self.page.text, option)
        return spans[index] if index < len(spans) else (option.at, option.end)


def plainly(text: str) -> str:
    """An id or a name as one that may be misspelt is compared with it."""
    return text.casefold().replace("_", " ").replace("-", " ")


@lru_cache(maxsize=16)
def item_spans(text: str, option: Option) -> list[tuple[int, int]]:
    """The spans of the items of a comma-separated option in a page's text."""
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


def name_of(raw: RawRecord) -> str:
    """The name of a record in messages: its id, or else its title."""
    if ident := raw.values.get("id", "").strip():
        return ident
    return f"“{raw.title}”" if raw.title else f"this {TYPES[raw.type].label.lower()}"


def names_of(entry: Entry) -> list[str]:
    """The names of a record, in a list of their own."""
    title, typed = entry.raw.title, entry.typed
    names = [title] if title else []
    if aliases := typed.get("aliases"):
        names += aliases
    if name_ja := typed.get("name_ja"):
        names.append(name_ja)
    return names
