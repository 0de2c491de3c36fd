"""The words under which a text is searched for, by a table that the site's script reads queries by.

Letters lose case, width and accents; a number keeps its digits, its zeros written out, with its
unit behind it; each Chinese or Japanese character is a word, so that any part of a run is a phrase;
words that mean the same become one.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_LETTERS = r"[^\W\d_]"
_CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_MARKS = re.compile("[\u0300-\u036f]")
_DATE = re.compile(r"(?<!\d)([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?!\d)")


def table(synonyms: Iterable[str] = ()) -> dict[str, Any]:
    """The package's table with a base's own groups of synonyms, each ``word; word``, as the script
    takes it: ``rewrite`` pairs, ``scales``, ``units``, ``months``, ``stop`` words, ``same``:
    a word and the one that stands for it."""
    data = tomllib.loads(Path(__file__).with_name("search.toml").read_text(encoding="utf-8"))
    same: dict[str, str] = {}
    for group in (*synonyms, *data["synonyms"]["groups"]):
        words = [fold(word.strip()) for word in group.split(";")]
        head = same.get(words[0], re.sub(r"[^\w]+", "_", words[0]))
        same.update((word, head) for word in words[1:] if word and word not in same)
    return {
        "rewrite": data["rewrite"],
        "scales": data["scales"],
        "units": data["units"],
        "months": data["dates"]["months"].split(),
        "stop": data["stop"]["words"].split(),
        "same": same,
    }


def fold(text: str) -> str:
    """Small letters of usual width, without accents; as ``policykbFold`` in ``theme.js``."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", plain).lower().replace("ß", "ss").replace("ς", "σ")


class Reader:
    """Reads texts by a table."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._rewrite = [
            (re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", to))
            for pattern, to in table["rewrite"]
        ]
        self._same: dict[str, str] = table["same"]
        self._words = re.compile(whole(self._same))
        self._months: list[str] = table["months"]
        self._scales = {fold(word): zeros for word, zeros in table["scales"].items()}
        self._units = {fold(word): unit for word, unit in table["units"].items()}
        self._piece = re.compile(
            r"(\d+(?:,\d\d\d)*(?:\.\d+)?)"
            rf"(?: ?({whole(self._scales)}))?(?: ?({whole(self._units)}))?"
            rf"|([{_CJK}])|([^\W\d_{_CJK}]+)"
        )
        self._read: dict[str, str] = {}
        """Texts as they were cut into words: many recur, and each is asked for several times."""

    def terms(self, text: str) -> list[str]:
        """The words of a text in their order."""
        found: list[str] = []
        for number, scale, unit, sign, word in self._piece.findall(self.plain(text)):
            if number:
                found.append(shifted(number.replace(",", ""), one_of(self._scales, scale) or 0))
            found += filter(None, (one_of(self._units, unit), sign, word))
        return found

    def plain(self, text: str) -> str:
        """A text as it is cut into words: folded, written anew, each word its group's first."""
        if text not in self._read:
            self._read[text] = self._plain(text)
        return self._read[text]

    def _plain(self, text: str) -> str:
        text = fold(text)
        for pattern, to in self._rewrite:
            text = pattern.sub(to, text)
        text = _DATE.sub(self._date, text)
        return self._words.sub(self._head, text)

    def _head(self, found: re.Match[str]) -> str:
        head = one_of(self._same, found[0]) or ""
        return head if found[0][0].isascii() else f"_{head}_"

    def _date(self, found: re.Match[str]) -> str:
        year, month, day = found.groups()
        name = self._months[int(month) - 1] if 1 <= int(month) <= 12 else month
        return f"{int(day)}_{name}_{year}"

    def joined(self, text: str) -> list[str]:
        """The words with a hyphen in them, in one: ``bio-similar`` as ``biosimilar``."""
        if "-" not in (plain := self.plain(text)):
            return []
        found = re.findall(rf"{_LETTERS}+(?:-{_LETTERS}+)+", plain)
        return [word.replace("-", "") for word in found]

    def name(self, text: str) -> str:
        """A name as one word, found by nothing but the whole name."""
        return "is" + re.sub(r"[\W_]+", "", "".join(self.terms(text)))


def whole(words: Iterable[str]) -> str:
    """A pattern for whole words, the longest first; those that begin or end with a sign, or with a
    character of Chinese or Japanese, also within others."""
    found: tuple[list[str], list[str]] = [], []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        after = "(?![a-z])" if "a" <= word[-1] <= "z" else ""
        plural = "s?" if after else ""
        pattern = re.escape(word) + plural * (word[-1] != "s") + after
        found["a" <= word[0] <= "z"].append(pattern)
    # What stands before a word is looked at once, not for each of them.
    letters = f"(?<![a-z])(?:{'|'.join(found[1])})" if found[1] else ""
    return "|".join(filter(None, (letters, *found[0])))


def one_of(words: dict[str, T], found: str) -> T | None:
    """What stands under a word, or under the word without its plural ending."""
    return words.get(found, words.get(found[:-1]))


def shifted(number: str, zeros: int) -> str:
    """A decimal number times a power of ten, without needless zeros: ``2.9`` and 3 as ``2900``."""
    units, _, rest = number.partition(".")
    moved = units + rest[:zeros].ljust(zeros, "0")
    rest = rest[zeros:].rstrip("0")
    return moved + (f".{rest}" if rest else "")
