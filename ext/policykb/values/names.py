"""Other names of a record, separated by `;`."""

from collections.abc import Iterable
from typing import Any

from policykb.values.base import BadValue, ValueType

ACCEPTED = "names separated by ;"


def print_names(names: Iterable[str]) -> str:
    """The names as they are written."""
    return "; ".join(names)


class NamesType(ValueType[tuple[str, ...]]):
    """Names, separated by semicolons."""

    name = "names"
    accepted = ACCEPTED

    def parse(self, text: str) -> tuple[str, ...]:
        """The names in order. Raises `BadValue` for an empty or repeated one, and for a
        full-width semicolon."""
        if "\uff1b" in text:
            parts = (" ".join(part.split()) for part in text.replace("\uff1b", ";").split(";"))
            fix = print_names(dict.fromkeys(filter(None, parts)))
            raise BadValue("its ； is full-width and separates nothing", ACCEPTED, fix or None)
        names = tuple(" ".join(part.split()) for part in text.split(";"))
        good = tuple(dict.fromkeys(name for name in names if name))
        if good != names:
            reason = "a name is empty" if "" in names else "a name stands twice"
            raise BadValue(reason, ACCEPTED, print_names(good) or None)
        return names

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}

    def print(self, value: tuple[str, ...]) -> str:
        return print_names(value)

    def parts(self, value: tuple[str, ...]) -> list[str]:
        return list(value)


NAMES = NamesType()
