"""A label, a term, a footnote or the address behind a name is given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.labels import MADE, term_lines
from policykb.check.rules.link_targets import written_labels
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.declared import Name
    from policykb.markdown.page import Page

Place = tuple["Page", int, int]


def check(base: Base) -> Iterator[Diagnostic]:
    """A name leads to one place: labels and terms in the whole base, footnotes and definitions of
    links on their page."""
    yield from _labels(base)
    yield from _terms(base)
    for page in base.pages:
        if page.text.count("]:") > 1:
            yield from _of_page(page)


def _labels(base: Base) -> Iterator[Diagnostic]:
    counts = Counter(name for page in base.page_at.values() for name in written_labels(page))
    doubted = {name for name, count in counts.items() if count > 1 or name in MADE}
    if not doubted:
        return
    first: dict[str, Place] = {}
    ours = {page.path for page in base.pages}
    for page in base.page_at.values():
        if doubted.isdisjoint(written_labels(page)):
            continue
        for one in _given(page):
            place = page, one.start, one.end
            if one.name in MADE:
                said = f"the label {one.name} is one of Sphinx itself"
            elif first.setdefault(one.name, place) is not place:
                said = f"the label {one.name} is given twice"
            else:
                continue
            if page.path in ours:
                yield _finding(place, said, first.get(one.name))


def _given(page: Page) -> list[Name]:
    from policykb.markdown.declared import declared, named_blocks

    found = [name for name in declared(page) if name.kind == "label"]
    found += [name for _, name in named_blocks(page)]
    return sorted(found, key=lambda name: name.start)


def _terms(base: Base) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    ours = {page.path for page in base.pages}
    for page in base.page_at.values():
        for term, start, end in term_lines(page):
            place = page, start, end
            if first.setdefault(term, place) is not place and page.path in ours:
                yield _finding(place, f"the term {term} is explained twice", first[term])


def _of_page(page: Page) -> Iterator[Diagnostic]:
    from policykb.markdown.declared import declared

    first: dict[str, Place] = {}
    for one in declared(page):
        place = page, one.start, one.end
        if one.kind == "footnote" and first.setdefault(one.name, place) is not place:
            yield _finding(place, f"the footnote [^{one.name}] is written twice", first[one.name])
        elif one.kind == "definition":
            yield _finding(place, f"the address for [{one.name}] is given twice", None)


def _finding(place: Place, said: str, first: Place | None) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if first is not None:
        page, start, _ = first
        related = (Related("here for the first time", page.path, *page.position(start)),)
    return RULE.at(*place, said, help="give it another name, or remove it", related=related)


RULE = Rule("PKB612", "repeated-name", Severity.ERROR, check, across=("anchors", "page"))
