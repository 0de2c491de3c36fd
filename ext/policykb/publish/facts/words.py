"""Values as readers see them."""

from __future__ import annotations

from policykb.model.spec import Spec


def label(field: str, spec: Spec | None) -> str:
    """A field's name in words."""
    return spec.words_for(field) if spec is not None else sentence(field)


def sentence(text: str) -> str:
    """``in-force`` as ``In force``."""
    plain = text.replace("_", " ").replace("-", " ")
    return capital(plain)


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """Cut at a word, with an ellipsis, where longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ") if text[limit - 1] != " " else len(cut)
    if space > limit * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"
