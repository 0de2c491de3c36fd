"""Fixes for numbers written with what belongs in another field."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from policykb.text import money
from policykb.text.number_words import KANJI, SCALES, english_scales, kanji_amount

_BOUND = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|over|more than|at least|up to|exceeding"
    r"|~|≈|>|<|≥|≤|約|およそ|ほぼ)\s*",
    re.IGNORECASE,
)
_KANJI = re.compile(rf"[-+]?[\d.,]* ?[{KANJI}][\d., {KANJI}]*")
_TAIL = re.compile(r"[^\d\s.,%]+$")


def _without_currency(text: str) -> str:
    """A sum without the sign, code or word of its currency."""
    digit = re.search(r"\d", text)
    at = digit.start() if digit else 0
    if at and money.before(text, at)[1] == 0:
        text = text[at:]
    tail = _TAIL.search(text)
    if tail and money.named(tail[0], 0)[1] == len(tail[0]):
        text = text[: tail.start()]
    return text.strip()


def _in_western_scales(text: str) -> str:
    """A text with the number at its beginning in thousands, if it is in 万, 億 or 兆."""
    match = _KANJI.match(text)
    amount = kanji_amount(match[0].lstrip("-+").strip()) if match else None
    if match is None or amount is None:
        return text
    sign = match[0][0] if match[0][0] in "-+" else ""
    return f"{sign}{_scaled(amount)} {text[match.end() :].strip()}".strip()


def _scaled(amount: Decimal) -> str:
    for word, power in sorted(SCALES.items(), key=lambda item: -item[1]):
        part = amount.scaleb(-power).normalize()
        if part >= 1 and word != "thousand":
            return f"{part:f} {word}"
    return f"{amount.normalize():,f}"


def _scale(word: str) -> str:
    """The scale word that a word or short form means; the word itself if it means none."""
    power = english_scales().get(word)
    return next((name for name, known in SCALES.items() if known == power), word)


def explain(text: str, is_number: Callable[[str], object]) -> tuple[str, str | None]:
    """Why a text is not a number here, and its fix where one number can be meant."""
    from policykb.text.language import merged

    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    reason = "it is not a number"
    bound = _BOUND.match(folded)
    if bound and bound.end():
        reason, folded = "how exact it is belongs in bound", folded[bound.end() :]
    western = _in_western_scales(folded)
    stripped = _without_currency(western)
    if stripped != western:
        reason, western = "the currency belongs in unit", _in_western_scales(stripped)
    elif western != folded and (counted := re.sub(r"\s*[^\x00-\x7f]+$", "", western)) != western:
        reason, western = "what is counted belongs in unit", counted
    elif western != folded and not bound:
        reason = "it has no English scale word"
    folded = western
    folded = re.sub(r"\s*(?:%|per ?cent)$", "%", folded)
    short = re.fullmatch(r"([\d.,]+)\s*([A-Za-z]+)", folded)
    if short:
        folded = f"{short[1]} {_scale(short[2].lower())}"
    value = merged(("en",), "numbers", "words").get(folded.lower())
    if value is not None:
        folded = str(value)
        reason = "a number is written in digits"
    return reason, folded if folded != text and is_number(folded) else None
