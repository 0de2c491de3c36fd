"""The values that the words of a quotation show: `field VALUE = "words"; field = "words"`."""

import re
from dataclasses import dataclass

from policykb.values.base import BadValue, ValueType

ACCEPTED = 'field VALUE = "words of the quotation", several separated by ;'

_ENTRY = re.compile(
    r"""\s*+([a-z_]++)(?:\s++([^=;"“”]*+))?=\s*+[“"](.*?)[”"]\s*(?=;|$)""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Mapping:
    """``words`` of the quotation show ``value`` of ``field``, or the field's only value where
    ``value`` is None. ``start`` and ``end`` are code points of the entry, ``words_start`` and
    ``words_end`` of the words without their marks, within the option's value."""

    field: str
    value: str | None
    words: str
    start: int
    end: int
    words_start: int
    words_end: int


def parse(text: str) -> tuple[Mapping, ...]:
    """The mappings in order. Raises `BadValue` at the first entry that does not read."""
    found: list[Mapping] = []
    at = 0
    while True:
        match = _ENTRY.match(text, at)
        if match is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise BadValue(_fault(text[start:]), ACCEPTED, start=start, end=len(text))
        words = match[3].strip()
        if not words:
            raise BadValue(
                f"{match[1]}: no words are given", ACCEPTED, start=match.start(1), end=match.end()
            )
        begin = match.start(3) + len(match[3]) - len(match[3].lstrip())
        found.append(
            Mapping(
                match[1],
                (match[2] or "").rstrip() or None,
                " ".join(words.split()),
                match.start(1),
                match.start(1) + len(match[0].strip()),
                begin,
                begin + len(words),
            )
        )
        at = match.end()
        if at >= len(text) or not text[at:].strip("; \t\n"):
            return tuple(found)
        at += 1


def _fault(rest: str) -> str:
    if "=" not in rest:
        return "there is no ="
    if not re.match(r"[a-z_]+[\s=]", rest):
        return "it does not begin with the name of a field"
    if not re.search(r"=\s*[“\"]", rest):
        return "the words do not stand in quotation marks"
    return "the quotation mark is not closed"


class ShowsType(ValueType[tuple[Mapping, ...]]):
    """What words of a quotation stand for."""

    name = "shows"
    accepted = ACCEPTED
    pattern = r"^\s*[a-z_]+.*=\s*[“\"]"

    def parse(self, text: str) -> tuple[Mapping, ...]:
        return parse(text)

    def print(self, value: tuple[Mapping, ...]) -> str:
        """The items as they are written."""
        return "; ".join(
            f'{" ".join(filter(None, (one.field, one.value)))} = "{one.words}"' for one in value
        )


SHOWS = ShowsType()
