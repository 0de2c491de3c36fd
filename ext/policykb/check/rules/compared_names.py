"""Names as rules compare them: without legal forms, case, width, accents or punctuation."""

import re
import unicodedata

from policykb.text.company_forms import drop_forms, without_form

_ADDRESS = frozenset("dr prof professor mr mrs ms miss sir dame lord lady".split())
_SLASHED = re.compile(r"\b([a-z])/([a-z])\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&-]{1,9}")
_MARK = re.compile(r"[^\w\u3099\u309a]|_")
_DIGITS = re.compile(r"\d")


def fold(name: str) -> str:
    """A name without case and width."""
    return name.casefold() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()


def plain(name: str) -> str:
    """A name in the form in which two spellings of one name are equal; empty where nothing is
    left but a legal form."""
    text = unicodedata.normalize("NFKC", name)
    if not text.isascii():
        text = without_form(text)  # while the parentheses of (株) are still there
        text = "".join(
            char
            for char in unicodedata.normalize("NFKD", text)
            if not unicodedata.combining(char) or "\u3099" <= char <= "\u309a"
        )
    text = text.casefold().replace("&", " and ").replace(".", "").replace("'", "")
    if "/" in text:
        text = _SLASHED.sub(r"\1\2", text)
    text = _MARK.sub(" ", text)
    text = " ".join(text.split()).removeprefix("the ")
    return drop_forms(text).replace(" ", "")


def is_acronym(name: str) -> bool:
    """Whether a name is made of the first letters of a longer one: METI, U.S.A."""
    return _ACRONYM.fullmatch(name) is not None and sum(map(str.isupper, name)) > 1


def unaddressed(name: str) -> str:
    """A person's name without what it is addressed by: Dr, Professor, Ms."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in _ADDRESS:
        del words[0]
    return " ".join(words)


def exact_key(name: str) -> tuple[str, str]:
    """The key that two equal plain names share: their digits, and the name."""
    return "".join(_DIGITS.findall(name)), name


def variants(name: str) -> list[tuple[str, str]]:
    """Keys that two plain names share if they differ in one letter (added, left out, changed or
    swapped with its neighbor) and not in their digits."""
    digits, _ = exact_key(name)
    shorter = (name[:at] + name[at + 1 :] for at, char in enumerate(name) if not char.isdigit())
    return [(digits, one) for one in (name, *shorter)]


def is_near(one: str, other: str) -> bool:
    """Whether two plain names differ in one letter at most, or in two neighbors swapped."""
    from rapidfuzz.distance import OSA

    return one == other or OSA.distance(one, other, score_cutoff=1) <= 1
