"""What prose refers to by a name: labels (``{ref}``), terms (``{term}``) and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from policykb.markdown.forms import OPTION as OPTION_OF
from policykb.markdown.myst import lines, words_of
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.inline import Inline
    from policykb.markdown.page import Block, Page, RawRecord

REF = ("ref", "std:ref")
TERM = ("term", "std:term")
OPTION = ("option", "std:option")
MADE = frozenset({"genindex", "modindex", "search"})
"""Labels that Sphinx gives itself."""
_FOREIGN = ("intersphinx", "autosectionlabel")
"""Extensions of Sphinx by which a page can refer to labels that nobody wrote in it."""

_CLASSIFIER = lazy(r" +: +")


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


def terms(page: Page) -> set[str]:
    """The terms that the glossaries of a page explain, in small letters."""
    return {term for term, _, _ in term_lines(page)}


def term_lines(page: Page) -> Iterator[tuple[str, int, int]]:
    """The same, each as often as it is explained, with its place."""
    for block in page.blocks:
        if block.name == "glossary":
            for start, line in lines(block):
                if line[:1].strip() and not line.startswith(".. "):
                    term = _CLASSIFIER().split(line)[0]
                    words = " ".join(words_of(term).lower().split())
                    yield words, start, start + len(term)


def options(page: Page) -> set[tuple[str, str]]:
    """The options of programs that a page describes: the program (empty for none) and the
    option."""
    found: set[tuple[str, str]] = set()
    for program, block in _programs(page):
        if block.name == "option":
            for part in block.argument.split(", "):
                match = OPTION_OF.match(part.strip())
                if match:
                    name = match[1].removesuffix("[") if match[2].endswith("]") else match[1]
                    found.add((program, name))
    return found


def _programs(page: Page) -> Iterator[tuple[str, Block]]:
    """The blocks of a page, each with the program that was named before it."""
    program = ""
    for block in sorted(page.blocks, key=lambda one: one.start):
        if block.name == "std:program":
            program = "-".join(block.argument.split())
            program = "" if program == "None" else program
        yield program, block


def is_option(page: Page, role: Inline, target: str, known: Set[tuple[str, str]]) -> bool:
    """Whether an option that a role names is described, as Sphinx looks for it: with the program of
    the place, without its value, with its program before it."""
    program = ""
    for named, block in _programs(page):
        if block.start < role.start:
            program = named
    stems = [target, *(target.partition(mark)[0] for mark in ("=", "[=", " ") if mark in target)]
    if any((program, stem) in known for stem in stems):
        return True
    words = target.split()
    parted = (("-".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(one in known for one in parted)


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
    if "[^" not in page.text:
        return
    from policykb.markdown.declared import declared

    found = declared(page)
    notes = {one.name for one in found if one.kind == "footnote"}
    for one in found:
        if one.kind == "mark" and one.name not in notes:
            yield one.name, one.start, one.end, _record_at(page, one.start), notes


def _record_at(page: Page, offset: int) -> RawRecord | None:
    around = [one for one in page.records if one.block.start <= offset < one.block.end]
    return around[-1] if around else None
