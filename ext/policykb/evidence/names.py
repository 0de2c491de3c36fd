"""Names of records in a quotation: whole words, letter case counting, the longest name winning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from policykb.text.lazy import lazy
from policykb.text.normalize import CJK, normalise

_KANJI = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_is_kanji = lazy(f"[{_KANJI}]")
_is_kana = lazy("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_word = lazy(rf"[^\W_{CJK}]+|[{CJK}]")
_mark = lazy(r"(?<=[a-z])(?:TM|SM)\b|(?<=\w)\u00ae")
"""A trade mark's sign behind a name, as the normalisation leaves it."""
_is_cjk = lazy(f"[{CJK}]")


def fold(text: str) -> str:
    """A text or name as names are compared: normalised, Minister read as Ministry, no comma before
    the last of a list, no sign of a trade mark."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        pass
    elif text.strip() == text:
        text = normalise(text)
    else:
        text = _fold_spaced(text)
    if "Minister" in text:
        text = text.replace("Minister", "Ministry")
    if ", and " in text:
        text = text.replace(", and ", " and ")
    if "TM" in text or "SM" in text or (not text.isascii() and "\u00ae" in text):
        text = _mark().sub("", text)
    return text


def _fold_spaced(text: str) -> str:
    inner = fold(text.strip())
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and inner else ""
    return left + inner + right


def whole(text: str, at: int, end: int) -> bool:
    """Whether ``text[at:end]`` is bounded as a name: hyphen and apostrophe bound it; a name in
    kanji or katakana must not run on in the same script."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if not (before.isalnum() or after.isalnum()):
        return True
    if at > 0 and _runs_on(text[at - 1], text[at]) and not text.endswith(_FORMS, 0, at):
        return False
    runs_on = end < len(text) and _runs_on(text[end - 1], text[end])
    return not runs_on or text.startswith(_BEHIND, end)


_FORMS = ("株式会社", "有限会社", "合同会社")
_BEHIND = (
    *_FORMS,
    *"氏 さん 様 両社 各社 社長 副社長 会長 専務 常務 課長 部長 局長 長官 大臣 理事長 教授".split(),
)
"""What stands behind a Japanese name as a word of its own."""


def _runs_on(left: str, right: str) -> bool:
    if left.isascii() and right.isascii():
        return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")
    if _is_kanji().match(left) and _is_kanji().match(right):
        return True
    if _is_kana().match(left) and _is_kana().match(right):
        return True
    if _is_cjk().match(left) or _is_cjk().match(right):
        return False
    return left.isalnum() and right.isalnum()


class NameIndex:
    """Every name of every record of a base, by record."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._raw = names
        self._folded: dict[str, tuple[str, ...]] = {}
        self._plain: dict[str, tuple[str, ...]] = {}
        self._longer: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, list[str]] | None = None

    def records(self) -> Iterable[str]:
        """The ids of all records."""
        return self._raw

    def of(self, record: str) -> tuple[str, ...]:
        """The names of a record, folded."""
        found = self._folded.get(record)
        if found is None:
            found = tuple(fold(name) for name in self._raw.get(record, ()) if name.strip())
            self._folded[record] = found
        return found

    def longer(self, name: str) -> tuple[str, ...]:
        """The known names that contain a folded name as whole words, and more."""
        found = self._longer.get(name)
        if found is None:
            found = self._longer[name] = self._find_longer(name)
        return found

    def _find_longer(self, name: str) -> tuple[str, ...]:
        if self._by_word is None:
            self._by_word = self._index()
        groups = [self._by_word.get(word, []) for word in _words(name)]
        rarest = min(groups, key=len) if groups else []
        return tuple(
            dict.fromkeys(
                other for other in rarest if len(other) > len(name) and _stands(other, name)
            )
        )

    def _index(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for names in self._raw.values():
            for raw in names:
                name = fold(raw)
                words = _words(name)
                if len(words) > 1:
                    for word in words:
                        if word in found:
                            found[word].append(name)
                        else:
                            found[word] = [name]
        return found

    def plainly(self, text: str, record: str) -> bool:
        """Whether a folded text names a record by a name that no other known name contains; the
        quick answer for most names, False says nothing."""
        plain = self._plain.get(record)
        if plain is None:
            plain = tuple(name for name in self.of(record) if not self.longer(name))
            self._plain[record] = plain
        for name in plain:
            at = text.find(name)
            if at >= 0 and whole(text, at, at + len(name)):
                return at == 0 or text[at - 1] != "-" or not _denied(text, at)
        return False

    def occurrences(self, text: str, record: str) -> list[tuple[int, int]]:
        """Where a folded text names a record by itself, not within a longer known name."""
        found: list[tuple[int, int]] = []
        for name in self.of(record):
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if (
                    whole(text, at, end)
                    and (at == 0 or text[at - 1] != "-" or not _denied(text, at))
                    and not self._swallowed(text, name, at, end, record)
                ):
                    found.append((at, end))
                at = text.find(name, end)
        return found if len(found) < 2 else sorted(found)

    def _swallowed(self, text: str, name: str, at: int, end: int, record: str) -> bool:
        own = self.of(record)
        hyphen = "-" in text[max(0, at - 1) : at] + text[end : end + 1]
        for other in self.longer(name):
            if other in own:
                continue
            if other in text and within(text, other, at, end):
                return True
            if hyphen and " " in other and within(text, other.replace(" ", "-"), at, end):
                return True
        return False


def _denied(text: str, at: int) -> bool:
    """Whether the prefix that is joined to a name makes another of it: "non-BIO"."""
    return text[max(0, at - 6) : at - 1].rpartition(" ")[2].lower() in ("non", "anti", "ex")


def within(text: str, other: str, at: int, end: int) -> bool:
    """Whether a longer name stands around ``text[at:end]``."""
    start = text.find(other, max(0, end - len(other)))
    while 0 <= start <= at:
        if start + len(other) >= end and whole(text, start, start + len(other)):
            return True
        start = text.find(other, start + 1)
    return False


_Span = TypeVar("_Span", bound=tuple[Any, ...])


def near(spans: Sequence[_Span], low: int, high: int) -> Sequence[_Span]:
    """Those of some spans, in order, that begin in ``[low, high]``."""
    if len(spans) < 4:
        return spans
    first = bisect_left(spans, low, key=itemgetter(0))
    return spans[first : bisect_left(spans, high + 1, first, key=itemgetter(0))]


def _words(name: str) -> list[str]:
    if name.replace(" ", "").isalnum() and name.isascii():
        return name.split()
    return _word().findall(name)


def _stands(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        if whole(text, at, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False
