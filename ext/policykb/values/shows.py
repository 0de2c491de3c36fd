"""The values that the words of a quotation show: `field VALUE = "words"; field = "words"`."""

import re
from dataclasses import dataclass

from policykb.values.base import ValueType

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


def _fault(rest: str) -> str:
    if "=" not in rest:
        return "there is no ="
    if not re.match(r"[a-z_]+[\s=]", rest):
        return "it does not begin with the name of a field"
    if not re.search(r"=\s*[“\"]", rest):
        return "the words do not stand in quotation marks"
    return "the quotation mark is not closed"


def _mapping(entry: re.Match[str]) -> Mapping:
    field, value, words = entry[1], (entry[2] or "").rstrip() or None, entry[3].strip()
    begin = entry.start(3) + len(entry[3]) - len(entry[3].lstrip())
    start, end = entry.start(1), entry.start(1) + len(entry[0].strip())
    return Mapping(field, value, " ".join(words.split()), start, end, begin, begin + len(words))


class ShowsType(ValueType[tuple[Mapping, ...]]):
    """What words of a quotation stand for."""

    name = "shows"
    accepted = 'field VALUE = "words of the quotation", several separated by ;'
    pattern = r"^\s*[a-z_]+.*=\s*[“\"]"

    def parse(self, text: str) -> tuple[Mapping, ...]:
        """The mappings in order. Raises `BadValue` at the first entry that does not read."""
        found: list[Mapping] = []
        at = 0
        while not found or text[at:].strip("; \t\n"):
            at += bool(found)
            match = _ENTRY.match(text, at)
            if match is None:
                start = at + len(text[at:]) - len(text[at:].lstrip())
                raise self.bad(_fault(text[start:]), start=start, end=len(text))
            if not match[3].strip():
                reason = f"{match[1]}: no words are given"
                raise self.bad(reason, start=match.start(1), end=match.end())
            found.append(_mapping(match))
            at = match.end()
        return tuple(found)

    def print(self, value: tuple[Mapping, ...]) -> str:
        """The items as they are written."""
        return "; ".join(
            f'{" ".join(filter(None, (one.field, one.value)))} = "{one.words}"' for one in value
        )


SHOWS = ShowsType()
