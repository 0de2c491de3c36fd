"""A type of values: it reads them, prints them and recognizes them in a quotation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class BadValue(ValueError):
    """A text that is not a value of its type.

    ``reason`` completes "… , " in a message ("month 13 does not exist"); ``accepted`` tells the
    accepted form in plain words; ``suggestion`` replaces the whole text where exactly one value can
    be meant, else None; ``start`` and ``end`` are the code points of the faulty part within the
    text, or None where all of it is at fault; ``kind`` tells apart what separate rules report
    (``form`` by default, ``impossible`` for a date no calendar has, ``order`` for an interval that
    ends before it starts).
    """

    def __init__(
        self,
        reason: str,
        accepted: str,
        suggestion: str | None = None,
        *,
        kind: str = "form",
        start: int | None = None,
        end: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.accepted = accepted
        self.suggestion = suggestion
        self.kind = kind
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class ValueType:
    """One kind of value: ``parse`` reads a trimmed, non-empty text or raises `BadValue`,
    ``print`` writes the canonical text back, ``accepted`` names the accepted form for messages,
    ``schema`` is its JSON Schema (of the text, as records are written). ``is_choice`` tells that
    records share few values, so that a reader picks one from a list."""

    name: str
    accepted: str
    parse: Callable[[str], Any]
    print: Callable[[Any], str] = str
    schema: dict[str, Any] | None = None
    is_choice: bool = False
