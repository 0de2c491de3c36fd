"""Languages: BCP 47 tags of a language, an optional script and an optional region."""

import re
from functools import cache

from policykb.text.language import rows
from policykb.values.base import ValueType
from policykb.values.country import COUNTRY

_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_ALSO = {"jp": "ja", "jpn": "ja", "eng": "en", "cn": "zh"}
"""Codes that are written by mistake, with the right ones."""


@cache
def _by_name() -> dict[str, str]:
    """Code by the language's name in English, in Japanese and in itself; codes by themselves."""
    found: dict[str, str] = {}
    for code, *names in rows("languages")[1:]:
        found |= {name.lower(): code for name in names if name.lower() not in found}
    return found | {row[0]: row[0] for row in rows("languages")[1:]} | _ALSO


def _is_code(code: str) -> bool:
    return _by_name().get(code) == code


_LANGUAGES = {
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "th": "Thai",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


class LanguageType(ValueType[str]):
    """A language tag."""

    name = "language"
    accepted = "a language tag such as en, ja or en-GB"
    pattern = f"^{_TAG.pattern}$"

    def parse(self, text: str) -> str:
        """The tag itself. Raises `BadValue`, with a fix for a language named in words."""
        match = _TAG.fullmatch(text)
        if match and (len(match[1]) == 3 or _is_code(match[1])) and text not in _ALSO:
            return text
        parts = text.replace("_", "-").split("-")
        fix = "-".join(
            part.lower() if at == 0 else part.title() if len(part) == 4 else part.upper()
            for at, part in enumerate(parts)
        )
        fix = _by_name().get(text.lower(), fix)
        good = _TAG.fullmatch(fix)
        known = good is not None and _is_code(good[1]) and fix != text
        raise self.bad("it is not a language tag", fix if known else None)

    def display(self, value: str) -> str:
        """Its English name, with the country where the tag has one; a rare one by its tag."""
        first, *rest = value.split("-")
        name = _LANGUAGES.get(first, value)
        region = next((part for part in rest if len(part) == 2), "")
        return f"{name} ({COUNTRY.display(region)})" if region and name != value else name


LANGUAGE = LanguageType()
