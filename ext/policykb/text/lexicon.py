"""The words of a language that change what a sentence says: stems, denial, hedges, limits, cues.
One TOML file a language.

An entry is a regular expression with an example that fails without it. Within a table the entries
are alternatives; the table tells on which side of a value they are. In a language that writes
spaces, an entry is a whole word.
"""

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from policykb.text.language import branched, words_of

UNSPACED = frozenset(("ja", "zh", "th", "lo", "km", "my"))
"""Languages that do not part words by spaces."""
_BARE = frozenset(("behind", "attached", "open", "derived"))
"""Tables whose entries bring their own bounds."""
_CASED = frozenset(("exactly",))
"""Tables in which letter case counts."""
UNSAYING = (
    *(("denial", table) for table in ("attached", "before", "verb", "last")),
    *(("hedge", table) for table in ("anywhere", "exactly", "reported", "says", "number")),
)
"""The tables of words that deny or hedge what stands anywhere in a sentence with them."""
UNDOING = (
    *UNSAYING,
    *(("denial", table) for table in ("behind", "except")),
    *(("hedge", table) for table in ("before", "behind")),
    *(("limits", table) for table in ("began", "goes_on", "next")),
)
"""These, and those of words that count on one side of a value only: a base may add to each."""
_NEVER = re.compile(r"(?!)")
_PLAIN = re.compile("[a-z ]+")
_MARK = re.compile(r"[^a-z0-9_ ](?<![\w\s])(?=\w)")
_INNER = re.compile(r"(?<=\w)'(?=\w)|(?<=\w\w)-(?=\w\w)")
"""A mark within a word of an entry, which a parted text has not."""

Path_ = tuple[str, ...]
Span = tuple[int, int]


def parted(lower: str) -> str:
    """A text with a space before each of its words instead of other marks, and one before all: so
    that a pattern that begins with a space is found fast. Its offsets are one higher."""
    return " " + _MARK.sub(" ", lower)


class Lexicon:
    """The words of one language. ``tables`` are those of its file, nested as there."""

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        self.language = language
        self.tables = tables
        self._patterns: dict[Path_, tuple[re.Pattern[str], bool]] = {}
        """By table its expression, and whether it is for a parted text."""
        self.is_spaced = language not in UNSPACED
        self.can_deny = "denial" in tables
        """Whether it has words that unsay what stands beside them."""

    def entries(self, *path: str) -> Mapping[str, Any]:
        """The entries of a table: pattern to example; empty where the file has none."""
        table: Any = self.tables
        for name in path:
            table = table.get(name, {})
        entries: Mapping[str, Any] = table
        return entries

    def pattern(self, *path: str) -> re.Pattern[str]:
        """A table as one expression, for a text in small letters; it matches nowhere where the
        table is empty."""
        return (self._patterns.get(path) or self._made(path))[0]

    def _made(self, path: Path_) -> tuple[re.Pattern[str], bool]:
        made = self._patterns[path] = self._compile(path), self.is_parted(*path)
        return made

    def _compile(self, *paths: Path_) -> re.Pattern[str]:
        """Tables as one expression; all of them are parted, or none is. Of several it is asked
        whether any stands there: plain words are looked for by their first letters."""
        words = [word for path in paths for word in self._written(path)]
        if not words:
            return _NEVER
        if len(paths) > 1:
            plain = [word for word in words if _PLAIN.fullmatch(word[3:-1])]
            words = [word for word in words if word not in plain]
            words.append(branched(word[3:-1] for word in plain))
        return re.compile(self._bounded(f"(?:{'|'.join(words)})", paths[0]))

    def _written(self, path: Path_) -> list[str]:
        return [f"(?:{one})" for one, said in self.entries(*path).items() if isinstance(said, str)]

    def _bounded(self, words: str, path: Path_) -> str:
        """An expression as it is looked for: with the bounds of words in a parted text."""
        return rf" {_INNER.sub(' ', words)}(?!\w)" if self.is_parted(*path) else words

    def is_parted(self, *path: str) -> bool:
        """Whether the entries of a table are whole words, looked for in a text that is `parted`;
        those of others bring their own bounds."""
        return self.is_spaced and not _is_bare(path)

    def spans(self, path: Path_, lower: str, words: str, low: int, high: int) -> list[Span]:
        """Where the words of a table stand in ``lower[low:high]``; ``words``: the same, parted."""
        pattern, shift = self._patterns.get(path) or self._made(path)
        found = pattern.finditer(words if shift else lower, low, high + shift)
        return [(one.start(), one.end() - shift) for one in found]

    def kinds(
        self, path: Path_, lower: str, words: str, low: int, high: int
    ) -> Iterator[tuple[str, Span]]:
        """The same of all tables under a path, each place with the name of its table; of words that
        overlap those that begin first."""
        names = list(self.entries(*path))
        found = self._patterns.get(path)
        if found is None:
            parts = [f"({'|'.join(self._written((*path, name))) or '(?!)'})" for name in names]
            either = f"(?:{'|'.join(parts) or '(?!)'})"
            found = re.compile(self._bounded(either, path)), self.is_parted(*path)
            self._patterns[path] = found
        pattern, shift = found
        for one in pattern.finditer(words if shift else lower, low, high + shift):
            yield names[(one.lastindex or 1) - 1], (one.start(), one.end() - shift)

    @cached_property
    def _unsaying(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """The tables of `UNSAYING` in two expressions, of those that are parted and of others."""
        whole = [path for path in UNSAYING if self.is_parted(*path)]
        bare = [path for path in UNSAYING if path not in whole]
        return tuple((self._compile(*kind), kind is whole) for kind in (whole, bare) if kind)

    def unsays(self, lower: str, words: str, low: int, high: int) -> bool:
        """Whether ``lower[low:high]`` has a word that denies or hedges; ``words``: it, parted."""
        for pattern, shift in self._unsaying:
            if pattern.search(words if shift else lower, low, high + shift):
                return True
        return False

    def vocabularies(self) -> Mapping[str, Any]:
        """By name, the vocabularies that it has stems for."""
        found: Mapping[str, Any] = self.tables.get("stems", {})
        return found


@cache
def _is_bare(path: Path_) -> bool:
    return not _BARE.isdisjoint(path)


@cache
def is_cased(path: Path_) -> bool:
    """Whether letter case counts in a table."""
    return not _CASED.isdisjoint(path)


def lexicon(language: str) -> Lexicon:
    """The lexicon of a language tag ("de-CH" as "de"), with the stems in use; an empty one if it
    has no file."""
    own = _OWN.get()
    if own and (found := own.get(_base(language))):
        return found
    return _of_file(language)


@cache
def _of_file(language: str) -> Lexicon:
    base = _base(language)
    return Lexicon(base, words_of(base) if base.isalpha() else {})


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


_OWN: ContextVar[Mapping[str, Lexicon]] = ContextVar("lexicons", default=MappingProxyType({}))


def use(lexicons: Mapping[str, Lexicon]) -> None:
    """Go on with other lexicons than those of the files for some languages."""
    _OWN.set(lexicons)


def with_words(more: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Lexicon]:
    """Lexicons that have more words than the files: by language, tables as in its file."""
    return {one: Lexicon(one, joined(words_of(one), tables)) for one, tables in more.items()}


def joined(known: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Nested tables with what others add to them."""
    return {**known} | {
        name: joined(known.get(name, {}), value) if isinstance(value, dict) else value
        for name, value in more.items()
    }
