"""Closed vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from policykb.values.base import BadValue, ValueType


@dataclass(frozen=True, slots=True, init=False)
class Vocabulary(ValueType):
    """A closed list of values.

    ``phrases`` maps each value, in order, to the inflected phrases that show it in a quotation
    (lower case; empty where the field is editorial); ``future`` are the values that speak of the
    future, which *to*, *will* or *not* before the phrase does not unsay.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    future: frozenset[str] = frozenset()

    def __init__(
        self,
        name: str,
        phrases: Mapping[str, Iterable[str]],
        future: Iterable[str] = (),
    ) -> None:
        put = object.__setattr__
        put(self, "name", name)
        put(self, "accepted", "one of " + ", ".join(phrases))
        put(self, "parse", self._parse)
        put(self, "print", str)
        put(self, "schema", {"type": "string", "enum": list(phrases)})
        put(self, "phrases", {value: tuple(words) for value, words in phrases.items()})
        put(self, "future", frozenset(future))

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order declared."""
        return tuple(self.phrases)

    def _parse(self, text: str) -> str:
        if text in self.phrases:
            return text
        raise BadValue("it is not one of the values", self.accepted, self.suggest(text))

    def suggest(self, text: str) -> str | None:
        """The value meant by a near spelling or by one of its phrases; None where unclear."""
        import difflib

        plain = "-".join(text.lower().replace("_", " ").replace("-", " ").split())
        if plain in self.phrases:
            return plain
        words = plain.replace("-", " ")
        shown = [value for value, phrases in self.phrases.items() if words in phrases]
        if len(shown) == 1:
            return shown[0]
        close = difflib.get_close_matches(plain, list(self.phrases), n=2, cutoff=0.75)
        return close[0] if close else None
