"""The forms of the directives that pages may use: their argument, content and options. docutils and
Sphinx say the same, but only in a build."""

import re
from collections.abc import Callable
from typing import NamedTuple

NONE, MAY, MUST = "none", "may", "must"


class Form(NamedTuple):
    """The options that a directive may have, whether it may or must have words after its name and
    in its block; ``word``: only one word after the name; ``text``: the words after the name are the
    first line of the block."""

    options: str
    argument: str
    content: str
    word: bool = False
    text: bool = False


_ADMONITION = Form("name", NONE, MUST, text=True)
_CHANGE = Form("", MUST, MAY)
_CODE = Form("name caption linenos lineno-start emphasize-lines", MAY, MAY, word=True)

FORMS: dict[str, Form] = {
    "records": Form("type status columns sort limit", NONE, NONE),
    "toctree": Form("maxdepth caption hidden titlesonly glob numbered reversed", NONE, MAY),
    **dict.fromkeys(
        ("note", "tip", "hint", "important", "warning", "caution", "attention", "seealso"),
        _ADMONITION,
    ),
    "admonition": Form("name", MUST, MUST),
    "code": Form("name number-lines", MAY, MUST, word=True),
    "code-block": _CODE,
    "sourcecode": _CODE,
    "rubric": Form("name", MUST, NONE),
    "image": Form("alt width height align name", MUST, NONE),
    "figure": Form("alt width height align name", MUST, MAY),
    "table": Form("align name", MAY, MUST),
    "list-table": Form("align header-rows stub-columns name", MAY, MUST),
    "versionadded": _CHANGE,
    "versionchanged": _CHANGE,
    "deprecated": _CHANGE,
    "glossary": Form("sorted", NONE, MAY),
    "option": Form("", MUST, MAY),
    "std:program": Form("", MUST, NONE),
}
"""The directives that pages may use, by name, but for records and ``evidence``."""

VERBATIM = frozenset(
    {"", "code", "code-block", "code-cell", "sourcecode", "literalinclude", "math"}
)
"""Directives whose content is text, not Markdown."""

PAGES = "toctree"
"""The directive whose content is a list of pages."""

MOST_LINES = 100_000
"""The highest number of a line that an option may name."""

OPTION = re.compile(r"((?:/|--|-|\+)?[^\s=]+)(=?\s*.*)")
"""An option of a program and what follows it, as Sphinx parts them."""

_MEASURE = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+) *([a-zA-Z]*|%)")
_UNITS = frozenset(("", *"em ex ch rem vw vh vmin vmax cm mm Q in pt pc px".split()))


def flag(value: str) -> str | None:
    """The fault of the value of a switch, completing “the option …”; None if it has none. All
    readers of values here answer so."""
    return "is a switch, which takes no value" if value.strip() else None


def number(value: str) -> str | None:
    """A whole number."""
    if not re.fullmatch(r"[+-]?[0-9]+", value.strip()):
        return "needs a whole number"
    big = len(value.strip()) > 12 or abs(int(value)) > MOST_LINES
    return f"has no number above {MOST_LINES:,}" if big else None


def count(value: str) -> str | None:
    """A whole number that is not negative."""
    return number(value) or ("has no number below 0" if int(value) < 0 else None)


def count_or_nothing(value: str) -> str | None:
    """The same, or no value."""
    return count(value) if value else None


def number_or_nothing(value: str) -> str | None:
    """A whole number, or no value."""
    return number(value) if value else None


def given(value: str) -> str | None:
    """Any text, but some."""
    return None if value.strip() else "needs a value"


def length(value: str) -> str | None:
    """A length, or a plain number, which is one of pixels."""
    found = _MEASURE.fullmatch(value.strip())
    return None if found and found[1] in _UNITS else "needs a length, as 300px"


def length_or_share(value: str) -> str | None:
    """The same, or a percentage."""
    bare = value.strip()
    return length(bare[:-1].rstrip() if bare.endswith("%") else bare)


def side(value: str) -> str | None:
    """A side of the page."""
    sides = ("left", "center", "right")
    return None if value.lower().strip() in sides else f"is one of {', '.join(sides)}"


def lines(value: str) -> str | None:
    """Numbers of lines and ranges of them: ``1, 3-5``."""
    return None if ranges(value) is not None else "has numbers of lines and ranges, as 1, 3-5"


def ranges(value: str) -> list[tuple[int, int]] | None:
    """The first and last line of each range, the last is 0 if the range is open. None if the text
    is not a list of ranges or has too high a number."""
    found = []
    for part in value.split(","):
        match = re.fullmatch(r"([0-9]{1,6})|([0-9]{1,6})?-([0-9]{1,6})?", part.strip())
        if match is None or part.strip() == "-":
            return None
        first, last = int(match[1] or match[2] or 1), int(match[1] or match[3] or 0)
        if first < 1 or 0 < last < first or max(first, last) > MOST_LINES:
            return None
        found.append((first, last))
    return found


_OF_ALL: dict[str, Callable[[str], str | None]] = {
    "name": given,
    "caption": given,
    "maxdepth": number,
    "numbered": number_or_nothing,
    "lineno-start": number,
    "number-lines": count_or_nothing,
    "emphasize-lines": lines,
    "header-rows": count,
    "stub-columns": count,
    "align": side,
    "width": length_or_share,
    "height": length,
    **dict.fromkeys("hidden titlesonly glob reversed linenos sorted".split(), flag),
}


def wrong_value(option: str, value: str) -> str | None:
    """The fault of the value of an option, completing “the option …”; None if it has none."""
    read = _OF_ALL.get(option)
    return read(value) if read else None


def is_option_list(words: str) -> bool:
    """Whether the words after ``{option}`` are options of a program: ``--in FILE, -i FILE``."""
    return all(OPTION.match(part.strip()) for part in words.split(", "))
