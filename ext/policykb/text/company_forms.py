"""Forms of companies and bodies, such as Ltd and 株式会社. Names are compared without them.

The table gives a form as compared (small letters, no full stops), where it is written: before the
name, after it or either, and the law it is a form of, where forms share one.
"""

from policykb.text.characters import compiled
from policykb.text.language import alternatives, rows

_PLACES = {row[0]: row[1] for row in rows("company_forms")[1:]}
_LAWS = {row[0]: row[2] or row[0] for row in rows("company_forms")[1:]}
AFTER = tuple(form for form, place in _PLACES.items() if place != "before")
"""The forms that are written after a name."""
BEFORE = tuple(form for form, place in _PLACES.items() if place != "after")
"""The forms that are written before a name: Japanese ones."""


def _spelled(form: str) -> str:
    """A form with full stops after any of its letters."""
    return "".join(rf"{letter}\.?" if letter != " " else letter for letter in form)


_LONGEST = max(len(form.split()) for form in AFTER)
_SPACED = rf"\b{alternatives(form for form in _PLACES if form.isascii())}\b"
_UNSPACED = alternatives(form for form in _PLACES if not form.isascii())
_BEHIND = (
    rf",? (?=[A-Z]|[a-z]\.)(?i:{'|'.join(map(_spelled, filter(str.isascii, AFTER)))})(?!\w)"
    rf"|{alternatives(form for form in AFTER if not form.isascii())}"
)
_AT_ENDS = (
    rf"^{alternatives(form for form in BEFORE)}"
    rf"|{alternatives(form for form in AFTER if not form.isascii())}$"
)


def is_form(word: str) -> bool:
    """Whether a word is a form that is written after a name."""
    return word.replace(".", "").lower() in _PLACES


def without_form(name: str) -> str:
    """A name without the forms at its ends; the whole name if nothing else is left of it."""
    bare = compiled(_AT_ENDS).sub("", name).strip() or name
    words = bare.replace(",", " ").split()
    while size := _forms_at_end(words):
        del words[-size:]
    return " ".join(words) if len(words) < len(bare.replace(",", " ").split()) else bare


def _forms_at_end(words: list[str]) -> int:
    """How many of the last words are one form; 0 if they are the whole name."""
    sizes = range(min(_LONGEST, len(words) - 1), 0, -1)
    return next((size for size in sizes if is_form(" ".join(words[-size:]))), 0)


def laws(text: str, at: int, to: int) -> tuple[frozenset[str], int, int]:
    """The laws that the forms around a name at ``text[at:to]`` are of, and where the name with
    them begins and ends."""
    before = ""
    if text.endswith(BEFORE, 0, at):
        before = max((form for form in BEFORE if text.endswith(form, 0, at)), key=len)
    found = {_LAWS[before]} if before else set()
    while match := compiled(_BEHIND).match(text, to):
        form = match[0].replace(".", "").strip(" ,").lower()
        found.add(_LAWS[form])
        to = match.end()
    return frozenset(found), at - len(before), to


def drop_forms(name: str) -> str:
    """A name in small letters without all forms, wherever they are in it."""
    bare = name if name.isascii() else compiled(_UNSPACED).sub("", name)
    return compiled(_SPACED).sub("", bare)
