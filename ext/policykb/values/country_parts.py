"""Parts of countries: ISO 3166-2 codes, such as US-CT. The names of those of the countries in
`country_parts.tsv` are known; of the others only the form of the code."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from policykb.text.language import branched, rows
from policykb.values.base import Found

PART = "part"
"""The cue of a part of a country in a text."""
PATTERN = "[A-Z]{2}-[A-Z0-9]{1,3}"


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """The names of each known part by its code, the one displayed first."""
    found = {}
    for code, latin, japanese in rows("country_parts")[1:]:
        found[code] = tuple(filter(None, (*latin.split("|"), japanese)))
    return found


def is_part(code: str) -> bool:
    """Whether a text has the form of a part's code, and is no unknown one of a country whose parts
    are known."""
    if not re.fullmatch(PATTERN, code):
        return False
    return code in names() or not any(one.startswith(code[:3]) for one in names())


def display(code: str, country: str) -> str:
    """A part in words, with the name of its country: ``Connecticut (United States)``."""
    known = names().get(code)
    return f"{known[0] if known else code[3:]} ({country})"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{branched(codes())}(?![a-z0-9])")


@cache
def codes() -> Mapping[str, str]:
    """The code of each known part by its names."""
    return {name: code for code, all_names in names().items() for name in all_names}


def named(name: str) -> str | None:
    """The code of the part of a name in small letters."""
    return {one.lower(): code for one, code in codes().items()}.get(name)


def read(text: str) -> Iterator[Found]:
    """The known parts that a text names."""
    next_at = 0
    while match := _pattern().search(text, next_at):
        (at, to), next_at = match.span(), match.start() + 1
        if not text[at - 1 : at].isalnum():
            next_at = to
            yield Found(codes()[match[0]], at, to, cue=PART)
