"""A type of values: it reads them, prints them, puts them in words and finds them in texts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar


class BadValue(ValueError):
    """A text that is not a value of its type.

    ``reason`` completes "… , " in a message ("month 13 does not exist"); ``accepted`` tells the
    accepted form in plain words; ``suggestion`` replaces the whole text where exactly one value can
    be meant, else None; ``start`` and ``end`` are the code points of the faulty part within the
    text, or None where all of it is at fault; ``kind`` tells apart what separate rules report
    (``form`` by default, ``impossible`` for a date no calendar has, ``order`` for an interval that
    ends before it starts); ``beside`` is what the text says that the suggestion leaves out, by what
    the field for it is called in `Spec`: ``unit`` and ``bound``.
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
        beside: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.accepted = accepted
        self.suggestion = suggestion
        self.kind = kind
        self.start = start
        self.end = end
        self.beside = beside


T = TypeVar("T")


class Found(NamedTuple):
    """A value in a text; ``at`` and ``to`` enclose it.

    ``value`` is as a record has it. ``unit``: what a number counts (``%``, a currency's code or the
    word after it). ``bound``: how exact the words beside a number say it is; of a date ``about``,
    ``since`` or ``until``. ``cue``: what stands beside a country, or which kind of date it is.
    """

    value: Any
    at: int
    to: int
    unit: str = ""
    bound: str = ""
    cue: str = ""


class ValueType(ABC, Generic[T]):
    """One kind of value: all that the program knows of it. Each has a file of its own."""

    name: str
    """What files of types call it."""
    accepted: str
    """The accepted form, for messages."""
    choices: tuple[str, ...] = ()
    """All values, where they are a closed list."""

    pattern: str = ""
    """A regular expression of JSON Schema that its texts match."""
    is_read = False
    """Whether its values are found in texts."""

    def bad(self, reason: str, suggestion: str | None = None, **more: Any) -> BadValue:
        """The fault of a text that is no value of this type."""
        return BadValue(reason, self.accepted, suggestion, **more)

    @abstractmethod
    def parse(self, text: str) -> T:
        """Read a trimmed text that is not empty. Raises `BadValue`."""

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema: of the text, as records are written."""
        found: dict[str, Any] = {"type": "string"}
        if self.choices:
            found["enum"] = list(self.choices)
        return found | {"pattern": self.pattern} if self.pattern else found

    def print(self, value: T) -> str:
        """The text that a record has for a value."""
        return str(value)

    def display(self, value: T) -> str:
        """A value in words, as readers of the site see it."""
        return self.print(value)

    def written_words(self, text: str) -> str:
        """A text in words; the text itself where it is no value."""
        try:
            return self.display(self.parse(text))
        except BadValue:
            return text

    def parts(self, value: T) -> list[str]:
        """The words of each of several values that one text holds."""
        return [self.display(value)]

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        """Every value of this type in a normalized text, in order; none of a type that no reader
        finds in texts. ``language`` is the tag of the text's source."""
        return ()

    def shows(self, found: Found, value: T) -> bool:
        """Whether a value read in a text shows a recorded one."""
        return bool(found.value == value)

    def agrees(self, found: Found, value: T) -> bool:
        """Whether a value read may be a recorded one, more or less precisely."""
        return self.shows(found, value)

    def sort_key(self, value: T | None) -> str | None:
        """What a list sorts a value by: None for its words; empty for after all others."""
        return None


class Several(ValueType[tuple[str, ...]]):
    """Several values in one text."""

    separator = "; "

    def print(self, value: Iterable[str]) -> str:
        return self.separator.join(value)

    def parts(self, value: Iterable[str]) -> list[str]:
        return list(value)
