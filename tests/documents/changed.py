"""Documents that were changed after they were quoted: twelve kinds of change, and deletions.

Every change is drawn from a seed. A unit is a word, or two characters of a text without spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source

_UNIT = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]{1,2}|[^\W\u3041-\u30ff\u3400-\u9fff]+|\W")


@dataclass(frozen=True)
class Changed:
    """A quotation, its document as it was and as it is, and where its words are now: a span for
    each run; none where they were deleted."""

    kind: str
    language: str
    quote: str
    before: str
    after: str
    spans: tuple[tuple[int, int], ...]


@dataclass
class Words:
    """What a change may draw on."""

    random: Random
    others: list[str]

    def new(self, count: int = 1) -> list[str]:
        return [part for _ in range(count) for part in (self.random.choice(self.others), self.gap)]

    @property
    def gap(self) -> str:
        return " " if self.others[0].isascii() else ""

    def some(self, units: list[str], share: float) -> list[int]:
        """The places of a share of the units, at least one."""
        full = [at for at, unit in enumerate(units) if unit.isalnum()]
        return self.random.sample(full, min(len(full), max(1, round(len(full) * share))))


Change = Callable[[list[str], Words], str]


def _replaced(share: float) -> Change:
    def change(units: list[str], words: Words) -> str:
        for at in words.some(units, share):
            units[at] = words.new()[0]
        return "".join(units)

    return change


def _number(units: list[str], words: Words) -> str:
    text = "".join(units)
    digits = [match.span() for match in re.finditer(r"\d+", text)]
    if not digits:
        return _replaced(0)(units, words)
    low, high = words.random.choice(digits)
    return f"{text[:low]}{words.random.randint(11, 98)}{text[high:]}"


def _put_in(units: list[str], words: Words) -> str:
    at = words.random.randrange(1, len(units))
    gap = words.gap
    return "".join([*units[:at], gap, *words.new(3), *units[at:]])


def _taken_out(units: list[str], words: Words) -> str:
    out = set(words.some(units[2:-2], 0.2)) if len(units) > 6 else set()
    return "".join(unit for at, unit in enumerate(units) if at - 2 not in out)


def _slips(units: list[str], words: Words) -> str:
    text = list("".join(units))
    for at in words.some(text, 0.05):
        text[at] = words.random.choice("".join(words.others))
    return "".join(text)


def _turned(units: list[str], words: Words) -> str:
    half = words.random.randrange(len(units) // 3, len(units) // 2 + 1)
    return words.gap.join("".join(part).strip() for part in (units[half:], units[:half]))


def _first(units: list[str], words: Words) -> str:
    return "".join([*words.new(2)[:-1], *units[1:]])


def _last(units: list[str], words: Words) -> str:
    return "".join([*units[:-1], *words.new(2)[:-1]])


INSIDE: dict[str, Change] = {
    "a number": _number,
    "a word": _replaced(0),
    "words put in": _put_in,
    "words left out": _taken_out,
    "slips of letters": _slips,
    "parts turned": _turned,
    "its first word": _first,
    "its last word": _last,
    "a third rewritten": _replaced(0.34),
}
AROUND = ("moved", "words around it", "its like elsewhere")
KINDS = (*INSIDE, *AROUND)
DELETED = ("deleted", "its sentence deleted", "deleted, its like elsewhere")
_SENTENCE = re.compile(r"[.。]\s*|\n")


def cases(texts: list[tuple[str, str, str]], seed: int, each: int) -> Iterator[Changed]:
    """Changed documents of ``(language, document, quotation)``, ``each`` of every kind."""
    random = Random(seed)
    for kind in (*KINDS, *DELETED):
        for language, text, quote in _drawn(texts, each, random):
            parts = _Parts.of(text, quote)
            others = [unit for unit in _UNIT.findall(text) if unit.isalpha()]
            latin = others[0].isascii()
            words = Words(random, [one for one in others if one.isascii() == latin])
            after, spans = parts.changed(kind, words)
            yield Changed(kind, language, quote, text, after, spans)


def _drawn(
    texts: list[tuple[str, str, str]], each: int, random: Random
) -> Iterator[tuple[str, str, str]]:
    """As many of every language, each once as far as they go."""
    languages = sorted({one[0] for one in texts})
    for language in languages:
        own = [one for one in texts if one[0] == language]
        yield from random.sample(own, min(len(own), each // len(languages)))


@dataclass
class _Parts:
    """A document around a quotation: ``passage`` has its runs at even places."""

    head: str
    passage: list[str]
    tail: str

    @classmethod
    def of(cls, text: str, quote: str) -> _Parts:
        match = find(Source.of_text(text), quote)
        assert isinstance(match, Match), quote
        ends = [at for run in match.runs for at in run]
        passage = [text[low:high] for low, high in pairwise(ends)]
        return cls(text[: ends[0]], passage, text[ends[-1] :])

    def changed(self, kind: str, words: Words) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The document changed, and where the runs are now."""
        if "like elsewhere" in kind:
            self._put_elsewhere(_replaced(0.34)(_UNIT.findall("".join(self.passage)), words), words)
        if kind in DELETED:
            if "sentence" in kind:
                self.head = self.head[: _after_last(self.head)]
                self.tail = self.tail[_after_first(self.tail) :]
            return self.head + self.tail, ()
        chosen = words.random.randrange(0, len(self.passage), 2)
        change = INSIDE.get(kind, INSIDE["a word"])
        self.passage[chosen] = change(_UNIT.findall(self.passage[chosen]), words)
        if kind == "words around it":
            self._rewrite_around(words)
        if kind == "moved":
            self._move(words)
        return "".join([self.head, *self.passage, self.tail]), self._spans()

    def _spans(self) -> tuple[tuple[int, int], ...]:
        found, at = [], len(self.head)
        for index, part in enumerate(self.passage):
            if index % 2 == 0:
                found.append((at, at + len(part)))
            at += len(part)
        return tuple(found)

    def _rewrite_around(self, words: Words) -> None:
        change = _replaced(0.5)
        near, far = self.head[-120:], self.tail[:120]
        self.head = self.head[:-120] + change(_UNIT.findall(near), words)
        self.tail = change(_UNIT.findall(far), words) + self.tail[120:]

    def _put_elsewhere(self, text: str, words: Words) -> None:
        """Add a paragraph before or after that of the quotation."""
        if words.random.random() < 0.5:
            self.head = f"{text}\n\n{self.head}"
        else:
            self.tail = f"{self.tail.rstrip()}\n\n{text}\n"

    def _move(self, words: Words) -> None:
        """Put the quotation's paragraph at the document's beginning or end."""
        above, gap, head = self.head.rpartition("\n\n")
        tail, _, below = self.tail.partition("\n\n")
        rest = f"{above}{gap}{below}".rstrip()
        first = words.random.random() < 0.5
        self.head = head if first else f"{rest}\n\n{head}"
        self.tail = f"{tail}\n\n{rest}\n" if first else f"{tail}\n"


def _after_last(text: str) -> int:
    return max((match.end() for match in _SENTENCE.finditer(text)), default=0)


def _after_first(text: str) -> int:
    match = _SENTENCE.search(text)
    return match.end() if match else len(text)
