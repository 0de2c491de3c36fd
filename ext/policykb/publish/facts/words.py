"""Values as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from policykb.model.spec import Spec

_BOUND = {
    "about": "about",
    "at-least": "at least",
    "at-most": "at most",
    "more-than": "more than",
    "less-than": "less than",
}
_AFTER = ("projected", "target")
"""Bounds that readers meet after the figure."""


def label(field: str, spec: Spec | None) -> str:
    """A field's name in words."""
    return spec.words_for(field) if spec is not None else sentence(field)


def sentence(text: str) -> str:
    """``in-force`` as ``In force``."""
    plain = text.replace("_", " ").replace("-", " ")
    return plain[:1].upper() + plain[1:]


def figure(value: str, bound: str | None, unit: str | None) -> str:
    """An indicator's value with how exact it is and what it counts: ``about 90% of products``,
    ``8% per year, projected``."""
    if bound in _AFTER:
        return f"{figure(value, None, unit)}, {bound}"
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
