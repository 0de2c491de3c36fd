"""The data of languages: tables made from CLDR, and one file of words a language.

A tag is looked up by its language ("de-CH" as "de"). English and Japanese are read together, since
texts mix them and their words do not clash.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
TOGETHER = ("en", "ja")
"""Languages that are read as one; a text without a language is read as these."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table in `DATA`, its heading first."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def by_language(name: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of a table whose first column is a language, by that language."""
    return {row[0]: row[1:] for row in rows(name)[1:]}


@cache
def words_of(language: str) -> Mapping[str, Any]:
    """The file of a language's words; empty where it has none."""
    path = DATA / "lexicon" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def others() -> tuple[str, ...]:
    """The languages beside `TOGETHER` that have a file of words."""
    names = sorted(path.stem for path in (DATA / "lexicon").glob("*.toml"))
    return tuple(name for name in names if name not in TOGETHER)


def section(language: str, name: str) -> Mapping[str, Any]:
    """One table of a language's file."""
    found: Mapping[str, Any] = words_of(language).get(name, {})
    return found


@cache
def members(tag: str) -> tuple[str, ...]:
    """The languages that a text of a tag is read in."""
    base = tag.partition("-")[0].lower()
    base = {"no": "nb", "nn": "nb"}.get(base, base)
    return TOGETHER if base in ("", *TOGETHER) else (base,)


def merged(languages: Iterable[str], name: str, key: str) -> dict[str, Any]:
    """The words under a key of a section, of several languages together; a list as a mapping."""
    found: dict[str, Any] = {}
    for language in languages:
        value = section(language, name).get(key, {})
        found |= value if isinstance(value, dict) else dict.fromkeys(value, "")
    return found


def alternatives(words: Iterable[str]) -> str:
    """A group of a regular expression that matches any of some words, the longest first. It matches
    nothing if there are no words."""
    ordered = sorted(dict.fromkeys(words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"


def branched(words: Iterable[str]) -> str:
    """The same parted by first letters, which is found faster where the words are many; letter case
    must count."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(first) + alternatives(rest) for first, rest in rests.items()]
    return f"(?:{'|'.join(parts) or '(?!)'})"


_Match = re.Match[str] | None
_MARK = re.compile("«(?:(?P<how>[a-z]+):)?(?P<keys>[a-z0-9_ ]+)»")


@cache
def templates(name: str) -> Mapping[str, Any]:
    """A file of patterns, each a list of pieces with marks for words."""
    text = (DATA / "patterns" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class Words:
    """The words of one section of some languages' files, and the patterns made of them, each when
    it is first used."""

    def __init__(self, languages: tuple[str, ...], name: str) -> None:
        self.languages = languages
        self._name = name
        self.parts: dict[str, str] = {}
        """Parts of patterns that are made, not written."""
        self._templates: dict[str, list[str]] = {}
        for key, value in templates(name).items():
            self._templates |= {key: value} if isinstance(value, list) else value
        self._patterns: dict[str, re.Pattern[str]] = {}

    def of(self, key: str) -> dict[str, Any]:
        """The words under a key; a list as a mapping to nothing."""
        return merged(self.languages, self._name, key)

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern by its name."""
        found = self._patterns.get(name)
        if found is None:
            found = self._patterns[name] = re.compile(self.filled("".join(self._templates[name])))
        return found

    def search(self, name: str, text: str, low: int = 0, high: int = sys.maxsize) -> _Match:
        """The first place of a pattern in ``text[low:high]``."""
        return (self._patterns.get(name) or self.pattern(name)).search(text, low, high)

    def match(self, name: str, text: str, at: int = 0) -> _Match:
        """A pattern at an offset of a text."""
        return (self._patterns.get(name) or self.pattern(name)).match(text, at)

    def fullmatch(self, name: str, text: str, low: int = 0, high: int = sys.maxsize) -> _Match:
        """A pattern that is all of ``text[low:high]``."""
        return self.pattern(name).fullmatch(text, low, high)

    def filled(self, template: str) -> str:
        """A template with its marks filled in."""
        return _MARK.sub(self._fill, template)

    def _fill(self, mark: re.Match[str]) -> str:
        how, keys = mark["how"], mark["keys"].split()
        if how == "part":
            if keys[0] not in self.parts:
                self.parts[keys[0]] = self.filled("".join(self._templates[keys[0]]))
            return self.parts[keys[0]]
        words = [word for key in keys for word in self.of(key)]
        if how == "whole":
            return whole(words)
        chosen = alternatives(filter(_CHOICES[how], words) if how else words)
        return chosen if how in ("exact", "capital") else f"(?i:{chosen})"


_CHOICES: Mapping[str, Callable[[str], bool]] = {
    "exact": bool,
    "lower": str.islower,
    "capital": lambda word: not word.islower(),
    "latin": lambda word: word < "\u3000",
    "cjk": lambda word: word > "\u3000",
}


def whole(words: Iterable[str]) -> str:
    """Any of some words, whole where they end in a letter of the Latin script."""
    found = [
        re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return f"(?:{'|'.join(found)})" if found else "(?!)"


@dataclass(frozen=True, slots=True)
class Conventions:
    """How numbers and dates are written; from CLDR. ``order`` is that of a date in digits, such as
    ``dmy``, empty where it differs within the language."""

    decimal: str
    group: str
    order: str
    of: str
    percent: tuple[str, ...]
    scales: Mapping[str, int]


@cache
def conventions(languages: tuple[str, ...]) -> Conventions | None:
    """The conventions of languages that share them; None where nothing is known of one. A language
    that CLDR's tables lack may have ``decimal`` and ``group`` in its own file."""
    table = by_language("conventions")
    known = [table[one] if one in table else _own(one) for one in languages]
    if not all(known):
        return None
    cells = [dict(zip((3, 6, 9, 12), row[5:], strict=False)) for row in known]
    scales = {word: power for row in cells for power, cell in row.items() for word in _split(cell)}
    percent = tuple(word for row in known for word in _split(row[4]))
    decimal, group, order, of = known[0][:4]
    return Conventions(decimal, group, order if len(known) == 1 else "", of, percent, scales)


def _own(language: str) -> tuple[str, ...]:
    numbers = section(language, "numbers")
    if "decimal" not in numbers:
        return ()
    return (numbers["decimal"], numbers.get("group", ""), numbers.get("order", ""), "", "")


def _split(cell: str) -> list[str]:
    return [word for word in cell.split("|") if word]
