"""Mends for numbers written with what belongs in another field."""

from __future__ import annotations

import re
import unicodedata

_BOUND = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|over|more than|at least|up to|exceeding"
    r"|~|≈|>|<|≥|≤)\s*",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"^(?:US\$|[$€£¥]|(?:JPY|USD|EUR|GBP)\s*)|\s*(?:yen|dollars?|euros?|pounds?|円|JPY|USD|EUR|GBP)$",
    re.IGNORECASE,
)
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion"}
_SHORT |= {"tn": "trillion", "trn": "trillion"}


def explain(text: str) -> tuple[str, str | None]:
    """Why a text is not a number here, and its mend where one number can be meant."""
    from policykb.text.language import merged
    from policykb.values.number import read

    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    reason = "it is not a number"
    bound = _BOUND.match(folded)
    if bound and bound.end():
        reason, folded = "how exact it is belongs in bound", folded[bound.end() :]
    stripped = _CURRENCY.sub("", folded).strip()
    if stripped != folded:
        reason, folded = "the currency belongs in unit", stripped
    folded = re.sub(r"\s*(?:%|per ?cent)$", "%", folded)
    short = re.fullmatch(r"([\d.,]+)\s*([A-Za-z]+)", folded)
    if short:
        word = short[2].lower()
        folded = f"{short[1]} {_SHORT.get(word, word)}"
    value = merged(("en",), "numbers", "words").get(folded.lower())
    if value is not None:
        folded = str(value)
        reason = "a number is written in digits"
    return reason, folded if folded != text and read(folded) else None
