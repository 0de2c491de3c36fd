"""The words of a language that change what a sentence says: stems, denial, hedges, limits, cues.
One TOML file a language.

An entry is a regular expression with an example that fails without it. Within a table the entries
are alternatives; the table tells on which side of a value they are. In a language that writes
spaces, an entry is a whole word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from policykb.text.language import words_of

UNSPACED = frozenset(("ja", "zh", "th", "lo", "km", "my"))
"""Languages that do not part words by spaces."""
_BARE = ("behind", "attached", "open", "derived")
"""Tables whose entries bring their own bounds."""
_CASED = ("exactly", "abbreviations", "derived", "open")
"""Tables in which letter case counts."""
TABLES = (
    "abbreviations",
    "denial",
    "hedge",
    "limits",
    "altering",
    "open",
    "cues",
    "stems",
    "weak",
    "undated",
)
"""The tables of a language's file that are read here; the others are of numbers and dates."""
_NEVER = re.compile(r"(?!)")

Path_ = tuple[str, ...]


class Lexicon:
    """The words of one language. ``tables`` are those of its file, nested as there."""

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        self.language = language
        self.tables = tables
        self._patterns: dict[Path_, re.Pattern[str]] = {}

    def entries(self, *path: str) -> Mapping[str, Any]:
        """The entries of a table: pattern to example; empty where the file has none."""
        table: Any = self.tables
        for name in path:
            table = table.get(name, {})
        entries: Mapping[str, Any] = table
        return entries

    def pattern(self, *path: str) -> re.Pattern[str]:
        """A table as one expression; it matches nowhere where the table is empty."""
        found = self._patterns.get(path)
        if found is None:
            found = self._patterns[path] = self._compile(path)
        return found

    def union(self, *path: str, only: tuple[str, ...] = ()) -> re.Pattern[str]:
        """All tables within a table (those named, where any are) as one expression."""
        key = (*path, "", *only)
        found = self._patterns.get(key)
        if found is None:
            parts = [self.pattern(*path, name).pattern for name in only or self.entries(*path)]
            joined = "|".join(f"(?:{part})" for part in parts)
            found = self._patterns[key] = re.compile(joined or "(?!)", re.IGNORECASE)
        return found

    def _compile(self, path: Path_) -> re.Pattern[str]:
        entries = [one for one, said in self.entries(*path).items() if isinstance(said, str)]
        if not entries:
            return _NEVER
        joined = "|".join(f"(?:{one})" for one in entries)
        flags = 0 if _is_cased(path) else re.IGNORECASE
        if self.language in UNSPACED or any(name in _BARE for name in path):
            return re.compile(f"(?:{joined})", flags)
        return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", flags)

    def vocabularies(self) -> Mapping[str, Any]:
        """By name, the vocabularies that it has stems for."""
        found: Mapping[str, Any] = self.tables.get("stems", {})
        return found

    def tables_of_entries(self) -> Iterator[Path_]:
        """The path of every table that holds entries."""
        yield from _leaves({name: self.tables[name] for name in TABLES if name in self.tables}, ())


def _is_cased(path: Path_) -> bool:
    return any(name in _CASED for name in path)


def _leaves(table: Mapping[str, Any], path: Path_) -> Iterator[Path_]:
    if any(isinstance(value, str) for value in table.values()):
        yield path
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language tag ("de-CH" as "de"); None if it has no file."""
    base = language.partition("-")[0].lower()
    tables = words_of(base) if base.isalpha() else {}
    return Lexicon(base, tables) if tables else None
