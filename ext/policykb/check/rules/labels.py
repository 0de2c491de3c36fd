"""What prose refers to by a name: labels (``{ref}``), terms (``{term}``) and footnotes."""

import re
from collections.abc import Iterator

from policykb.check.known import Known
from policykb.markdown.inline import Inline
from policykb.markdown.page import Page, RawRecord

REF = ("ref", "std:ref")
TERM = ("term", "std:term")
OPTION = ("option", "std:option")
_FOREIGN = ("intersphinx", "autosectionlabel")
"""Extensions of Sphinx by which a page can refer to labels that nobody wrote in it."""


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
    at = role.at + begin
    return label, at, at + len(label)


def spaced(name: str) -> str:
    """A label or term as Sphinx looks for it: in small letters, with single spaces, of which none
    is taken from its ends."""
    return re.sub(r"\s+", " ", name.lower())


def labels_elsewhere(known: Known) -> bool:
    """Whether the configuration lets pages refer to labels that stand in none of them."""
    for folder in (known.root, known.root / known.settings.docs):
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
    if "[^" not in page.text:
        return
    from policykb.markdown.declared import declared

    found = declared(page)
    notes = {one.name for one in found if one.kind == "footnote"}
    for one in found:
        if one.kind == "mark" and one.name not in notes:
            yield one.name, one.start, one.end, page.record_at(one.start), notes
