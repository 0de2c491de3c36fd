"""Whether some prose can hold a number or date that no quotation has: the quick look that most
records pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policykb.text.language import section
from policykb.text.lazy import lazy
from policykb.text.number_words import KANJI
from policykb.values.date import MONTHS

if TYPE_CHECKING:
    from policykb.evidence.document.quotation import Quotation

_UNSURE = "one half third thirds quarter quarters fifth fifths tenth tenths may march".split()
"""Words that make a number or date only with others."""

_SURE = (
    *(word for word in section("en", "numbers")["words"] if word != "one"),
    *(
        f"{word}{end}"
        for word in (*section("en", "numbers")["scales"], "dozen")
        for end in ("", "s")
    ),
    *(word for word in section("en", "numbers")["groups"] if word != "both"),
    *"couple twice thrice score scores".split(),
    *(month.lower() for month in MONTHS if month not in ("March", "May")),
    *(month[:3].lower() for month in MONTHS if month != "May"),
    "sept",
)
_WORDS = frozenset((*_SURE, *_UNSURE))
_WORD = lazy("[a-z]+")
_FIGURES = rf"[\d{KANJI}\u00bc-\u00be\u2150-\u215e]"
_SIGNS = lazy(_FIGURES)
_HINT = lazy(
    rf"{_FIGURES}|\b(?:{'|'.join(sorted(_SURE, key=len, reverse=True))})\b"
    r"|\b(?:minus|negative) one\b|\bone(?: ?%|[ -](?:third|half|quarter|fifth|per|and|point|or|to"
    r"|times|fold|yen|[a-z. ]{0,20}"
    r"(?:dollar|euro|pound|won|yuan|franc|kron|rupee)))"
    r"|\bhalf (?:of|the|its|their|all|an?)\b|\b(?:third|quarter|fifth|tenth)s? of\b"
    r"|\b(?:in|since|from|until|by|late|early|mid|last|next|this|during|around|before|after"
    r"|through|till|of)[ -](?:may|march)\b"
)
_REFERENCE = lazy(r"\{need\}`[A-Z0-9_]+`")
_CONTEXT = 3


def may_claim(text: str, quotes: Sequence[Quotation]) -> bool:
    """Whether a stretch of a page can claim what no quotation has. A number that stands in one with
    the same words on both sides is not looked at further."""
    if "`" in text:
        text = _REFERENCE().sub("@", text)
    if not text.isascii():
        from policykb.text.normalize import fold_characters

        text = fold_characters(text)
    lower = text.lower()
    if _WORDS.isdisjoint(_WORD().findall(lower)) and not _SIGNS().search(lower):
        return False
    lower = " ".join(lower.split())
    return any(
        not _copied(lower, match.start(), match.end(), quotes) for match in _HINT().finditer(lower)
    )


def _copied(lower: str, at: int, to: int, quotes: Sequence[Quotation]) -> bool:
    """Whether a quotation has a number with three words on both sides."""
    for _ in range(_CONTEXT + 1):
        at = lower.rfind(" ", 0, at)
        if at < 0:
            return False
    for _ in range(_CONTEXT + 1):
        to = lower.find(" ", to + 1)
        if to < 0:
            return False
    part = lower[at : to + 1]
    return any(part in one.lower for one in quotes)
