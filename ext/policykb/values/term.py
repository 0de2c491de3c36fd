"""Closed vocabularies."""

from dataclasses import dataclass, field

from policykb.values.base import ValueType


@dataclass(frozen=True, eq=True)
class Vocabulary(ValueType[str]):
    """A closed list of values, in the order declared; ``future`` are those that speak of the
    future, which *to* or *will* does not unsay, ``lasting`` those that stay true once they are;
    ``words`` are those of values that readers would misread."""

    name: str
    choices: tuple[str, ...]
    future: frozenset[str] = frozenset()
    words: tuple[tuple[str, str], ...] = ()
    lasting: frozenset[str] = frozenset()
    accepted: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "accepted", "one of " + ", ".join(self.choices))

    def parse(self, text: str) -> str:
        if text in self.choices:
            return text
        raise self.bad("it is not one of the values", self.suggest(text))

    def display(self, value: str) -> str:
        plain = value.replace("_", " ").replace("-", " ")
        return dict(self.words).get(value) or plain[:1].upper() + plain[1:]

    def written_words(self, text: str) -> str:
        return self.display(text)

    def suggest(self, text: str) -> str | None:
        """The value meant by a near spelling or by one of its phrases; None where unclear."""
        import difflib

        plain = _plain(text)
        if plain in self.choices:
            return plain
        words = plain.replace("-", " ")
        shown = self._shown_by(words) if words.isascii() else self._shown_in_japanese(words)
        if len(shown) == 1:
            return shown[0]
        close = difflib.get_close_matches(plain, self.choices, n=2, cutoff=0.75)
        return close[0] if close else None

    def is_surely(self, text: str, value: str) -> bool:
        """Whether a text can only be meant as a value: it is written otherwise, at most one edit
        away, or what the value is called in Japanese."""
        from rapidfuzz.distance import OSA

        from policykb.text.language import section

        called = section("ja", "values").get(value, "").split("・")
        return text in called or OSA.distance(_plain(text), value) <= 1

    def _shown_by(self, words: str) -> list[str]:
        """The values that a word of English shows: "signed" means adopted."""
        from policykb.text.lexicon import lexicon, parted

        stems = [(one, lexicon("en").pattern("stems", self.name, one)) for one in self.choices]
        return [value for value, pattern in stems if pattern.fullmatch(parted(words.lower()))]

    def _shown_in_japanese(self, words: str) -> list[str]:
        """The values that are called so in Japanese, else those that Japanese words show, if they
        end with the last one: 公募中, 終了した."""
        from policykb.text.language import section
        from policykb.text.lexicon import lexicon

        called = section("ja", "values")
        if own := [one for one in self.choices if words in called.get(one, "").split("・")]:
            return own
        known = lexicon("ja")
        found = list(known.kinds(("stems", self.name), words, words, 0, len(words)))
        if not found or known.pattern("denial", "attached").search(words[: found[0][1][0]]):
            return []
        ending = words[found[-1][1][1] :]
        is_whole = not ending or known.pattern("endings").fullmatch(ending)
        return list({value for value, _ in found}) if is_whole else []


def _plain(text: str) -> str:
    """A text in the form of a value: in small letters, joined by hyphens."""
    return "-".join(text.lower().replace("_", " ").replace("-", " ").split())
