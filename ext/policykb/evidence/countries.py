"""Where a text names a country: by noun, adjective or Japanese name, and not within another name.

"New Jersey", "American Indian" and "Atlanta, Georgia" name no country of those words. Names that
countries share ("Congolese") tell none of them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from policykb.evidence.names import whole, within
from policykb.text.lazy import lazy
from policykb.values.country_names import ADJECTIVES, JAPANESE, NAMES

_WORLD = ("world", "World", "worldwide", "global", "globally", "Global", "Worldwide", "世界")
_ADJECTIVAL = frozenset(("US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UAE"))
_ELSEWHERE = (
    "South China Sea",
    "Indian Ocean",
    "Sea of Japan",
    "Gulf of Mexico",
    "Native American",
    "American Indian",
    "Pennsylvania Dutch",
    "Dutch Caribbean",
    "French Canadian",
    "French-Canadian",
    "German Swiss",
    "German-Swiss",
    "British Columbia",
    "British Columbian",
    "British Virgin",
    "Republic of China",
    "Chinese Taipei",
    "Democratic People's Republic of Korea",
    "Democratic Republic of Congo",
    "Democratic Republic of the Congo",
    "Niger Delta",
    "Niger State",
    "Jersey City",
    "Panama City, Florida",
)
"""Names of other places, peoples and tongues with a country's word in them."""
_STATES = (
    "Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Georgia|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New York|New Jersey|Ohio|Oklahoma|Oregon|Pennsylvania|Tennessee|Texas"
    "|Utah|Vermont|Virginia|Washington|Wisconsin"
)
_TOWN = lazy(rf", (?:{_STATES})\b")
_ANOTHER = frozenset(
    "New North South East West Northern Southern Eastern Western Central Equatorial Latin Pan pan "
    "Papua Greater".split()
)
"""Words that make another place or people of the word behind them."""
_JOINED = frozenset(
    "pan anglo indo sino franco afro african spanish non ex anti new north south latin".split()
)
"""Words that do so with a hyphen."""
_STATE = lazy(r"(?:\b(?!Tbilisi|Batumi|Kutaisi)[A-Z][\w-]+, |[Ss]tate of )$")
"""What stands before Georgia where it is the state."""
_PRONOUN = lazy(
    r"\b(?:(?i:about|contact|join|tell|told|help|let|follow|gives?|gave|call|between)"
    r"|(?!THE|FROM|INTO|OVER)[A-Z]{4,}) $"
)
"""What stands before *us* written in capitals, rather than the United States."""


class Place(NamedTuple):
    """A word for a country in a text; ``at`` and ``end`` enclose it."""

    at: int
    end: int
    word: str

    @property
    def adjectival(self) -> bool:
        """Whether it can describe a noun that follows: "Japanese", "US"."""
        return self.word in _ADJECTIVAL or self.word in adjectives()

    @property
    def noun(self) -> bool:
        """Whether it names the country itself: "Japan", "US"."""
        return self.word in _ADJECTIVAL or self.word not in adjectives()


@lru_cache(maxsize=1)
def adjectives() -> frozenset[str]:
    """Every adjective of a country that is not a noun as well."""
    nouns = {word for words in NAMES.values() for word in words}
    return frozenset(word for words in ADJECTIVES.values() for word in words if word not in nouns)


@lru_cache(maxsize=1)
def _shared() -> frozenset[str]:
    count = Counter(word for words in ADJECTIVES.values() for word in words)
    return frozenset(word for word, times in count.items() if times > 1)


@lru_cache(maxsize=512)
def _words(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words for a country, each with longer ones of other places that contain it."""
    if code == "WORLD":
        return tuple((word, ()) for word in _WORLD)
    own = (*NAMES[code], *ADJECTIVES[code], *JAPANESE.get(code, ()))
    others = [
        other
        for key in NAMES
        if key != code
        for other in (*NAMES[key], *ADJECTIVES[key])
        if other not in own
    ]
    return tuple(
        (
            word,
            tuple(
                other
                for other in (*others, *_ELSEWHERE)
                if len(other) > len(word) and word in other
            ),
        )
        for word in own
        if word not in _shared()
    )


def places(text: str, code: str) -> list[Place]:
    """Where a text (folded as names are) names a country."""
    found: list[Place] = []
    for word, longer in _words(code):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if whole(text, at, end) and _itself(text, at, end, word, code):
                for other in longer:
                    if other in text and within(text, other, at, end):
                        break
                else:
                    found.append(Place(at, end, word))
            at = text.find(word, end)
    return found if len(found) < 2 else sorted(found)


def _itself(text: str, at: int, end: int, word: str, code: str) -> bool:
    """Whether a word means the country: no town, no people, no state, and no *us* in capitals."""
    if code == "WORLD":
        return True
    if at > 0 and (mark := text[at - 1]) in " -" and text[max(0, at - 4) : at] != " in ":
        previous = text[max(0, at - 14) : at - 1].rpartition(" ")[2]
        if previous in _ANOTHER if mark == " " else previous.lower() in _JOINED:
            longer = [
                other for other in (*NAMES[code], *ADJECTIVES[code]) if len(other) > len(word)
            ]
            if not any(within(text, other, at, end) for other in longer):
                return False
    if text[end : end + 2] == ", " and _TOWN().match(text, end):
        return False
    if word == "Georgia":
        return "Atlanta" not in text and not _STATE().search(text[max(0, at - 24) : at])
    return word != "US" or not _PRONOUN().search(text[max(0, at - 24) : at])
