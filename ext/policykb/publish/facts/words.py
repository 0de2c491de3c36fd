"""Values as readers see them."""

import re

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


_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]")
FEW = 10
"""Letters to each Japanese character of a text in English that has some."""
_LATIN = re.compile(r"[A-Za-z]")


def other_language(text: str, language: str) -> str:
    """The language that a text is in by its letters, where that is not ``language``: with hardly a
    Japanese character it is English, with more of them than letters Japanese."""
    japanese, latin = len(_JAPANESE.findall(text)), len(_LATIN.findall(text))
    if language == "ja":
        return "en" if latin > FEW * japanese else ""
    return "ja" if japanese > latin else ""


def shorten(text: str, limit: int) -> str:
    """Cut at a word, with an ellipsis, where longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ") if text[limit - 1] != " " else len(cut)
    if space > limit * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"
