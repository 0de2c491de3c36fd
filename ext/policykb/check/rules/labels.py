"""What prose refers to by a name: labels (``{ref}``), terms (``{term}``) and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.text.covered import Covered
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.inline import Inline
    from policykb.markdown.page import Page, RawRecord

REF = ("ref", "std:ref")
TERM = ("term", "std:term")
MADE = frozenset({"genindex", "modindex", "search"})
"""Labels that Sphinx gives itself."""
_FOREIGN = ("intersphinx", "autosectionlabel")
"""Extensions of Sphinx by which a page can refer to labels that nobody wrote in it."""

_NOTE = lazy(r"(?<!\\)\[\^([^\]\s]+)\]")
_DEFINED = lazy(r"^[ \t>*+\-0-9.)]*+\[\^([^\]\s]+)\]:", re.MULTILINE)
_INDENTED = lazy(r"(?:[ ]{4}|[ ]{0,3}\t)")


def ref_target(role: Inline) -> tuple[str, int, int]:
    """The label or term that a role names, as written, and where it stands: ``label`` or
    ``words <label>``; empty where the role is told to be no link."""
    text = role.text
    if text.startswith("!"):
        return "", role.at, role.stop
    shown, _, inner = text.rpartition("<")
    if shown.strip() and inner.rstrip().endswith(">"):
        begin, label = len(shown) + 1, inner.rstrip()[:-1]
    else:
        begin, label = 0, text
    bare = label.strip()
    at = role.at + begin + (label.index(bare) if bare else 0)
    return bare, at, at + len(bare)


def terms(page: Page) -> set[str]:
    """The terms that the glossaries of a page explain, in small letters."""
    found: set[str] = set()
    for block in page.blocks:
        if block.name == "glossary":
            for line in page.text[block.body : block.stop].split("\n"):
                if line and not line[0].isspace() and not line.startswith((".. ", "%")):
                    found.add(" ".join(line.partition(" : ")[0].lower().split()))
    return found


def labels_elsewhere(base: Base) -> bool:
    """Whether the configuration lets pages refer to labels that stand in none of them."""
    for folder in (base.root, base.root / base.settings.docs):
        try:
            text = (folder / "conf.py").read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if any(name in text for name in _FOREIGN):
            return True
    return False


def lost_notes(page: Page) -> Iterator[tuple[str, int, int, RawRecord | None, set[str]]]:
    """References to footnotes that the page does not have: the name, where it stands, the record,
    and the names of those it has."""
    text = page.text
    if "[^" not in text:
        return
    defined = {match[1] for match in _DEFINED().finditer(text)}
    begun = {match.end(1) for match in _DEFINED().finditer(text)}
    taken: Covered | None = None
    texts = [(None, page.prose), *((record, record.prose) for record in page.records)]
    for record, spans in texts:
        for start, stop in spans:
            for match in _NOTE().finditer(text, start, stop):
                begin, end = match.span(1)
                if match[1] in defined or end in begun:
                    continue
                line = text.rfind("\n", 0, begin) + 1
                if _INDENTED().match(text, line):
                    continue
                if taken is None:
                    taken = Covered(
                        (item.start, item.end) if item.kind != "link" else (item.at, item.end)
                        for item, _ in page.inlines
                    )
                if not taken.touches(begin, end):
                    yield match[1], begin, end, record, defined
