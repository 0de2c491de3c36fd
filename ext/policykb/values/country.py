"""Countries: ISO 3166-1 alpha-2 codes, EU, UN, XK and WORLD, and their parts (ISO 3166-2)."""

from functools import lru_cache
from operator import itemgetter
from typing import Any

from policykb.text.language import rows
from policykb.text.normalize import normalize
from policykb.values import country_parts
from policykb.values.base import Found, ValueType
from policykb.values.country_names import ADJECTIVES, NAMES
from policykb.values.reading import countries


def display(code: str) -> str:
    """The English name of a code, as readers see it."""
    return NAMES[code][0]


@lru_cache(maxsize=1)
def _shared() -> frozenset[str]:
    """The names, in small letters, by which people as often mean another place: Congo."""
    return frozenset(row[0] for row in rows("country_shared")[1:])


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
    if key in _shared():
        return None
    part = country_parts.named(key) if len(key) > 3 or not key.isascii() else None
    found = {_by_name().get(key), part, _in_japanese(text)} - {None}
    return found.pop() if len(found) == 1 else None


def _in_japanese(text: str) -> str | None:
    """The code of a country by the Japanese name that is all of a text."""
    plain = normalize(text)
    whole = [one.value for one in countries.read(plain, "ja") if one[1:3] == (0, len(plain))]
    return whole[0] if whole and not plain.isascii() else None


class CountryType(ValueType[str]):
    """A country's code."""

    name = "country"
    accepted = "a two-letter ISO 3166 code such as JP, EU, UN, XK or WORLD, or of a part: US-CT"
    is_read = True
    choices = tuple(sorted(NAMES))

    def parse(self, text: str) -> str:
        """The code itself. Raises `BadValue`, with the code where a country is named in words."""
        if text in NAMES:
            return text
        if text[:2] in NAMES and country_parts.is_part(text):
            return text
        raise self.bad("it is not a country code", suggest(text))

    def display(self, value: str) -> str:
        if value == "WORLD":
            return "Worldwide"
        return (
            display(value) if value in NAMES else country_parts.display(value, NAMES[value[:2]][0])
        )

    def schema(self) -> dict[str, Any]:
        part = {"pattern": f"^{country_parts.PATTERN}$"}
        return {"type": "string", "anyOf": [{"enum": list(self.choices)}, part]}

    def read(self, text: str, language: str = "") -> tuple[Found, ...]:
        """Cues are those of the readers: see `countries.read`, and `country_parts.PART`."""
        found = [*countries.read(text, language), *country_parts.read(text)]
        return tuple(sorted(found, key=itemgetter(1)))

    def agrees(self, found: Found, value: str) -> bool:
        """Also a part of the recorded country."""
        return bool(found.value == value or found.value.partition("-")[0] == value)


COUNTRY = CountryType()
