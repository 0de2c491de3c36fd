"""Countries: ISO 3166-1 alpha-2 codes, and EU and WORLD."""

from __future__ import annotations

from functools import lru_cache

from policykb.text.language import rows
from policykb.values.base import BadValue, Found, ValueType
from policykb.values.country_names import ADJECTIVES, NAMES

ACCEPTED = "a two-letter ISO 3166 code such as JP or TW, or EU, UN, XK or WORLD"


def display(code: str) -> str:
    """The English name of a code, as readers see it."""
    return NAMES[code][0]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    doubtful: set[str] = set()
    for code in NAMES:
        for word in (*NAMES[code], *ADJECTIVES[code]):
            key = word.lower().replace(".", "")
            if names.setdefault(key, code) != code:
                doubtful.add(key)
    return {key: code for key, code in names.items() if key not in doubtful}


@lru_cache(maxsize=1)
def _by_alpha3() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("country_codes")[1:]}


def suggest(text: str) -> str | None:
    """The code of a country named in words, by its code of three letters or in small letters; None
    where unclear."""
    if text.upper() in NAMES:
        return text.upper()
    if len(text) == 3 and text.upper() in _by_alpha3():
        return _by_alpha3()[text.upper()]
    key = text.lower().replace(".", "").removeprefix("the ")
    if key in ("global", "worldwide", "international"):
        return "WORLD"
    return _by_name().get(key)


class CountryType(ValueType[str]):
    """A country's code."""

    name = "country"
    accepted = ACCEPTED
    is_read = True
    choices = tuple(sorted(NAMES))

    def parse(self, text: str) -> str:
        """The code itself. Raises `BadValue`, with the code where a country is named in words."""
        if text in NAMES:
            return text
        raise BadValue("it is not a country code", ACCEPTED, suggest(text))

    def display(self, value: str) -> str:
        return "Worldwide" if value == "WORLD" else display(value)

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        """``cue`` is that of a `policykb.values.reading.countries.Place`."""
        from policykb.values.reading import countries

        return tuple(
            Found(one.code, one.at, one.to, cue=one.cue) for one in countries.read(text, language)
        )


COUNTRY = CountryType()
