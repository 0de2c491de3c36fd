"""Numbers, dates and names in a record's own words."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from policykb.markdown.inline import Inline
from policykb.text.normalize import fold_few
from policykb.text.number_words import number_words
from policykb.values.edtf import MONTHS

WORD = re.compile(r"\d+|[^\W\d_]+")
_MARKER = re.compile(r"(?m)^[ \t]*(\d{1,9})[.)](?=[ \t])")
_CAPITAL = re.compile(r"[A-Z](?<=[\w,;:)'] [A-Z])[\w'-]*[\w]")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CALENDAR = frozenset((*MONTHS, *_WEEKDAYS))
_SPACES = re.compile(r"\s+")
_TO_IDS = frozenset("need ref doc numref any download term eq".split())


def has_capitals(text: str, start: int, stop: int) -> bool:
    """Whether a word within a stretch of prose, not its first, begins with a capital."""
    return _CAPITAL.search(text, start, stop) is not None


def words_of(name: str) -> list[str]:
    """The words of a name, as `Prose.capitalized` gives them; hyphenated ones also in parts."""
    words = [word.strip(".,;:()'\"").removesuffix("'s") for word in name.split()]
    return words + [part for word in words if "-" in word for part in word.split("-")]


def numbers_in(text: str) -> list[str]:
    """The runs of digits and the words for numbers in a text, in small letters."""
    return [word for word in WORD.findall(text.lower()) if not is_word(word)]


def is_word(word: str) -> bool:
    """Whether a word is no number."""
    return not word.isdecimal() and word not in number_words()


class Prose:
    """A stretch of a page as plain words, with what links, roles and code spans show: ids,
    addresses, comments and list markers blanked, white space single, every character traced to its
    place in the page."""

    def __init__(
        self, page: str, start: int, stop: int, inlines: Iterable[Inline], *, said: bool = True
    ) -> None:
        """``said``: with what roles and code spans show."""
        chars = list(page[start:stop])
        for item in inlines:
            nowhere = item.end, item.end
            shown = _shown(item) if said or item.kind in ("link", "image") else nowhere
            _blank(chars, item.start - start, shown[0] - start)
            _blank(chars, shown[1] - start, item.end - start)
        _blank_markers(chars)
        self._start, self._plain = start, _plainly("".join(chars))
        self.text = _SPACES.sub(" ", self._plain)

    @cached_property
    def _places(self) -> list[int]:
        """The place in the page of each character of the text, and of its end."""
        places: list[int] = []
        start, at = self._start, 0
        for match in _SPACES.finditer(self._plain):
            places += range(start + at, start + match.start() + 1)
            at = match.end()
        places += range(start + at, start + len(self._plain) + 1)
        return places

    def span(self, at: int, end: int) -> tuple[int, int]:
        """The place in the page of a stretch of the text."""
        return self._places[at], self._places[end - 1] + 1

    def capitalized(self) -> Iterator[tuple[str, int]]:
        """Words within sentences that begin with a capital, with their place in the text; names of
        months and days left out."""
        for match in _CAPITAL.finditer(self.text):
            word = match[0].removesuffix("'s")
            if word not in _CALENDAR:
                yield word, match.start()


def _shown(item: Inline) -> tuple[int, int]:
    """Where the words stand that readers see of a thing in a line; nowhere for an id."""
    if item.kind in ("link", "image") and item.shown != (0, 0):
        return item.shown
    if item.kind == "code":
        return item.at, item.stop
    if item.kind == "role":
        title, bracket, _ = item.text.rpartition("<")
        if bracket and title.strip():
            return item.at, item.at + len(title)
        if item.name not in _TO_IDS:
            return item.at, item.stop
    return item.end, item.end


def _blank(chars: list[str], start: int, stop: int) -> None:
    start, stop = max(0, start), min(len(chars), stop)
    if start < stop:
        chars[start:stop] = " " * (stop - start)


def _blank_markers(chars: list[str]) -> None:
    """Blank the numbers of lists: 1., 2. and so on, each one more than the last."""
    last = 0
    for match in _MARKER.finditer("".join(chars)):
        number = int(match[1])
        if number in (0, 1, last + 1):
            _blank(chars, match.start(), match.end())
            last = number


def _plainly(text: str) -> str:
    """A text as it is compared, but for its white space."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(char: str) -> str:
    """A character as it is compared, one for one. A long dash stays: it sets words apart, and joins
    no numbers."""
    plain = char if char.isascii() or char in "—―" else fold_few(char)
    return plain if len(plain) == 1 else char
