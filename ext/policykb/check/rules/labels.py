"""What prose refers to by a name: labels (``{ref}``), terms (``{term}``) and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from policykb.text.covered import Covered
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

_TERM = lazy(r"^(?!\.\. |%)\S[^\n]*", re.MULTILINE)
_OPTION = lazy(r"((?:/|--|-|\+)?[^\s=]+)(=?\s*.*)")
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
            for match in _TERM().finditer(page.text, block.body, block.stop):
                term = match[0].partition(" : ")[0].lower()
                yield " ".join(term.split()), match.start(), match.end()


def options(page: Page) -> set[tuple[str, str]]:
    """The options of programs that a page describes: the program (empty for none) and the
    option."""
    found: set[tuple[str, str]] = set()
    for program, block in _programs(page):
        if block.name == "option":
            for part in block.argument.split(", "):
                match = _OPTION().match(part.strip())
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
