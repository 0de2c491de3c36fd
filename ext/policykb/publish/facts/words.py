"""Values as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from policykb.model.spec import Spec
from policykb.values.country import display as country_name
from policykb.values.date import MONTHS, Day, Edtf

NO_YEAR = "year not given"

_BOUND = {
    "about": "about",
    "at-least": "at least",
    "more-than": "more than",
}


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


def label(field: str, spec: Spec | None) -> str:
    """A field's name in words."""
    if spec is not None and spec.label:
        return spec.label
    return sentence(field)


def sentence(text: str) -> str:
    """``in-force`` as ``In force``."""
    plain = text.replace("_", " ").replace("-", " ")
    return plain[:1].upper() + plain[1:]


def day(value: Day) -> str:
    """``21 May 2025``, ``May 2025``, ``2025``, ``17 March``."""
    parts = [str(value.day)] if value.day else []
    if value.month:
        parts.append(MONTHS[value.month - 1])
    if value.year is not None:
        parts.append(f"{value.year:04}")
    return " ".join(parts)


def date(value: Edtf) -> str:
    """A date or interval in words; says so where the year is not known."""
    start, end = value.start, value.end
    suffix = "" if start.year is not None else f" ({NO_YEAR})"
    if end is None:
        return day(start) + suffix
    if (start.year, start.month) == (end.year, end.month) and start.day and end.day:
        return f"{start.day}–{day(end)}{suffix}"
    if start.year == end.year and start.month and end.month:
        first = day(Day(None, start.month, start.day))
        return f"{first} – {day(end)}{suffix}"
    return f"{day(start)} – {day(end)}{suffix}"


def country(code: str) -> str:
    """A country's English name."""
    return "Worldwide" if code == "WORLD" else country_name(code)


def language(tag: str) -> str:
    """A language's English name, with the country where the tag has one; a rare one by its tag."""
    first, *rest = tag.split("-")
    name = _LANGUAGES.get(first, tag)
    region = next((part for part in rest if len(part) == 2), "")
    return f"{name} ({country(region)})" if region and name != tag else name


def figure(value: str, bound: str | None, unit: str | None) -> str:
    """An indicator's value with how exact it is and what it counts: ``about 90% of products``,
    ``8% per year, projected``."""
    if bound == "projected":
        return f"{figure(value, None, unit)}, projected"
    parts = [_BOUND.get(bound or "", ""), value, unit or ""]
    return " ".join(part for part in parts if part)


def listed(items: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def shorten(text: str, limit: int) -> str:
    """Cut at a word, with an ellipsis, where longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ") if text[limit - 1] != " " else len(cut)
    if space > limit * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"
