"""What the page of a new record says to its writer, in comments."""

import re
from collections.abc import Container

from policykb.base.index import Base
from policykb.edit.start import words
from policykb.model import RecordType

_LATER = frozenset("id title reviewed gap inferred coined former_ids distinct_from".split())
"""Fields that a new page does not offer."""


_COMMENTS = re.compile(r"(?:^%.*(?:\n|\Z))+", re.MULTILINE)
_SLOTS = {"label": ".+?", "command": ".+?", "fields": "[a-z0-9_,]+"}
"""What a slot of the advice is filled with, without white space."""


def advice(base: Base, model: RecordType, given: Container[str]) -> list[str]:
    """What can be added to a page that has some fields, in the language of the base."""
    said = _said(base)
    names = [name for name in model.specs if name not in given and name not in _LATER]
    fields = said["fields"].format(
        command=f"policykb new {model.name} --help", fields=", ".join(names)
    )
    text = said["text"].format(label=model.label.lower())
    if model.editorial:
        return [text, fields]
    return [f"{text}{said['numbers']}", fields, said["gap"], said["quotation"]]


def without_advice(base: Base, text: str) -> str:
    """A text without the comments that say nothing but what a new page says to its writer."""
    parts = (re.sub(r"\s", "", part) for part in _said(base).values())
    known = re.compile("|".join(map(_filled, parts)))

    def kept(comments: re.Match[str]) -> str:
        return comments[0] if known.sub("", re.sub(r"^%|\s", "", comments[0], flags=re.M)) else ""

    return _COMMENTS.sub(kept, text)


def _filled(part: str) -> str:
    """A pattern of what a part of the advice can say."""
    return re.sub(r"\\{(\w+)\\}", lambda slot: _SLOTS[slot[1]], re.escape(part))


def _said(base: Base) -> dict[str, str]:
    """The parts of the advice, in the language of the base."""
    said: dict[str, str] = words(str(base.conf.values.get("language") or "en"))["new_page"]
    return said
