"""Closed vocabularies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policykb.values.base import BadValue, ValueType


@dataclass(frozen=True, slots=True, init=False)
class Vocabulary(ValueType):
    """A closed list of values, in the order declared; ``future`` are those that speak of the
    future, which *to* or *will* does not unsay."""

    values: tuple[str, ...] = ()
    future: frozenset[str] = frozenset()

    def __init__(
        self,
        name: str,
        values: Iterable[str],
        future: Iterable[str] = (),
    ) -> None:
        put = object.__setattr__
        put(self, "name", name)
        known = tuple(values)
        put(self, "accepted", "one of " + ", ".join(known))
        put(self, "parse", self._parse)
        put(self, "print", str)
        put(self, "schema", {"type": "string", "enum": list(known)})
        put(self, "is_choice", True)
        put(self, "values", known)
        put(self, "future", frozenset(future))

    def _parse(self, text: str) -> str:
        if text in self.values:
            return text
        raise BadValue("it is not one of the values", self.accepted, self.suggest(text))

    def suggest(self, text: str) -> str | None:
        """The value meant by a near spelling or by one of its phrases; None where unclear."""
        import difflib

        plain = "-".join(text.lower().replace("_", " ").replace("-", " ").split())
        if plain in self.values:
            return plain
        words = plain.replace("-", " ")
        shown = self._shown_by(words)
        if len(shown) == 1:
            return shown[0]
        close = difflib.get_close_matches(plain, self.values, n=2, cutoff=0.75)
        return close[0] if close else None

    def _shown_by(self, words: str) -> list[str]:
        """The values that a word of English shows: "signed" means adopted."""
        from policykb.text.lexicon import lexicon, parted

        stems = [(value, lexicon("en").pattern("stems", self.name, value)) for value in self.values]
        return [value for value, pattern in stems if pattern.fullmatch(parted(words.lower()))]
