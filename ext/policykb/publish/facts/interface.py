"""The words of pages in the language of the site: one TOML file a language, else English."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from policykb.model import RecordType
from policykb.text.language import section
from policykb.values.date import DATE
from policykb.values.edtf import Day, Edtf

FOLDER = Path(__file__).parents[1] / "languages"
"""One file a language: a new one is found there. What values of vocabularies are called stands with
the other words of the language."""

_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@dataclass(frozen=True, eq=False)
class Interface:
    """``texts`` are a language's own, by ``table.key``."""

    language: str
    texts: Mapping[str, str] = field(repr=False)

    def with_types(self, types: Iterable[RecordType], language: str) -> Interface:
        """The same with the words that a base gives for its types in a language."""
        types = list(types)
        near = (language.partition("_")[0].partition("-")[0], language.replace("_", "-"))
        own = {one.name: one.labels[name] for one in types for name in near if name in one.labels}
        if not own:
            return self
        given = {**dict(_flat(_of_links(types, own), "types.")), **dict(_flat(own, "types."))}
        return replace(self, texts={**self.texts, **given})

    def __call__(self, key: str, **values: Any) -> str:
        """The words under a key, filled in; a value that is HTML stays so."""
        words = self.texts[key] if key in self.texts else _texts("en")[key]
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(words).format(**values)
        return words.format(**values) if values else words

    def own(self, key: str, otherwise: str) -> str:
        """The words of a thing that is declared elsewhere, with English words there."""
        return self.texts.get(key, otherwise)

    def table(self, name: str) -> dict[str, str]:
        """All words of a table by their keys there."""
        found = {**_texts("en"), **self.texts}
        return {key[len(name) + 1 :]: found[key] for key in found if key.startswith(f"{name}.")}

    def word(self, english: str, kind: str = "") -> str:
        """A label that a file of types has in English; ``kind`` is the type, in which a word may
        mean something of its own."""
        return self.texts.get(f"types.{kind}.{english}") or self.own(f"words.{english}", english)

    def value(self, value: str, english: str, kind: str) -> str:
        """A value of a vocabulary of a type's field, with its English words."""
        own = self.texts.get(f"types.{kind}.values.{value}")
        return own or self.own(f"values.{value}", english)

    def order(self, name: str) -> bytes:
        """What names are put in order by: their letters without regard to case, or the places of
        their characters in a standard that the language's file names, others last. Nothing tells
        how a name is read."""
        letters = unicodedata.normalize("NFKC", name).casefold().translate(_KATAKANA)
        standard = self.own("order.standard", "utf-8")
        return b"".join(_place(letter, standard) for letter in letters)

    def count(self, number: int, what: str, **values: Any) -> str:
        """``1 record``, ``1,200 records``: a number with what it counts."""
        return self.plural(f"count.{what}", number, **values)

    def plural(self, key: str, number: int, **values: Any) -> str:
        """The words under a key in the form that goes with a number, which is ``n`` in them."""
        forms = (f"{key}.{self._form(number)}", f"{key}.other")
        found = next((one for one in forms if one in self.texts), f"{key}.{_english(number)}")
        return self(found, n=f"{number:,}", **values)

    def pages(self, pages: tuple[int, ...]) -> str:
        """``p. 3`` or ``pp. 3–4`` for the first and the last page."""
        first, last = pages
        return self("place.page" if first == last else "place.pages", first=first, last=last)

    def listed(self, items: Iterable[str]) -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        *first, last = list(items) or [""]
        before = self("list.comma").join(first)
        return self("list.and", first=before, last=last) if first else last

    @cached_property
    def _form(self) -> Callable[[int], str]:
        """The plural form of a number, by CLDR's rules."""
        try:
            return Locale.parse(self.language.replace("-", "_")).plural_form
        except (UnknownLocaleError, ValueError):
            return _english

    def date(self, value: Edtf) -> str:
        """A date as the language writes it; in English where its file does not say how."""
        if "dates.day" not in self.texts:
            return DATE.display(value)
        if value.end is not None and value.start.year is None:
            start = self._within_year(value.start)
        else:
            start = self._day(value.start)
        if value.open:
            return self(f"dates.{'until' if value.open == 'start' else 'since'}", date=start)
        if value.end is None:
            return start
        return self("dates.span", start=start, end=self._last(value.start, value.end))

    def _last(self, start: Day, end: Day) -> str:
        """The end of a span, without what it shares with the start."""
        if start.year != end.year or not end.month or start.about or end.about:
            return self._day(end)
        if start.month == end.month and start.day and end.day:
            words = self("dates.only_day", day=end.day)
        else:
            words = self._within_year(end)
        return words if end.year is not None else self("dates.no_year", date=words)

    def _day(self, day: Day) -> str:
        if day.year is None:
            return self("dates.no_year", date=self._within_year(day))
        kind = day.part or ("day" if day.day else "month" if day.month else "year")
        words = self(f"dates.{kind}", year=day.year, month=day.month, day=day.day)
        return self("dates.about", date=words) if day.about else words

    def _within_year(self, day: Day) -> str:
        kind = "day" if day.day else "month"
        return self(f"dates.{kind}_of_year", month=day.month, day=day.day)


def _of_links(types: list[RecordType], own: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What links are called on the other side, by its type: worded where the field is written."""
    found: dict[str, dict[str, Any]] = {one.name: {} for one in types}
    for one in types:
        for _, spec in one.links:
            if spec.back in (words := own.get(one.name, {})):
                for target in found if "any" in spec.targets else spec.targets:
                    found[target][spec.back] = words[spec.back]
    return found


def _place(letter: str, standard: str) -> bytes:
    try:
        return letter.encode(standard)
    except UnicodeEncodeError:
        return b"\xff" + letter.encode("utf-8", "replace")


def _english(number: int) -> str:
    return "one" if number == 1 else "other"


@cache
def interface(language: str) -> Interface:
    """The words of a language, given as ``ja`` or ``pt_BR``: the nearest file there is."""
    near = (language, language.partition("_")[0].partition("-")[0], "en")
    found = next(name for name in near if name in languages())
    return Interface(found, _texts(found))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def _texts(language: str) -> Mapping[str, str]:
    path = FOLDER / f"{language}.toml"
    values = {"values": section(language, "values")}
    return {**dict(_flat(values)), **dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))}


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
