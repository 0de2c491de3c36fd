"""What the pages of a base have that others can refer to, each thing worked out when asked for."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from policykb.base.nearest import Names
from policykb.check.diagnostics import Related
from policykb.markdown import anchors
from policykb.markdown.declared import Name
from policykb.markdown.page import Page, Place

MADE = frozenset({"genindex", "modindex", "search"})
"""Labels that Sphinx gives itself."""


class Places:
    """The headings, labels, terms and options of the pages, by the page's path."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._headings: dict[tuple[str, int], frozenset[str]] = {}
        self._names: dict[str, Names] = {}

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all pages."""
        return frozenset().union(*map(anchors.labels, self._pages.values()))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms that any glossary explains."""
        return frozenset().union(*map(anchors.terms, self._pages.values()))

    @cached_property
    def options(self) -> frozenset[tuple[str, str]]:
        """The options of programs that any page describes."""
        return frozenset().union(*map(anchors.options, self._pages.values()))

    def headings(self, path: str, most: int = 6) -> frozenset[str]:
        """The headings of a page, of those levels up to ``most``."""
        if (path, most) not in self._headings:
            self._headings[path, most] = frozenset(anchors.headings(self._pages[path], most))
        return self._headings[path, most]

    def labels_of(self, path: str) -> frozenset[str]:
        """The labels of a page."""
        return frozenset(anchors.labels(self._pages[path]))

    @cached_property
    def label_names(self) -> Names:
        """The labels that somebody wrote, to look for what was meant."""
        return Names(sorted(self.labels - MADE))

    @cached_property
    def term_names(self) -> Names:
        """The terms, to look for what was meant."""
        return Names(sorted(self.terms))

    def names_of(self, path: str) -> Names:
        """The headings and labels of a page, to look for what was meant."""
        if path not in self._names:
            self._names[path] = Names(sorted(self.headings(path) | self.labels_of(path)))
        return self._names[path]

    def is_titled(self, label: str) -> bool:
        """Whether a label names what has a title: a heading, a figure, a table. Of one in a block
        within others nothing is known, and a build may find none."""
        name = anchors.normal(label)
        for page in self._pages.values():
            if name in anchors.labels(page):
                given = [one for one in given_labels(page) if one.name == name]
                return any(one.titled for one in given)
        return True


class Labels:
    """The labels and terms that stand more than once, or that Sphinx gives itself."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        naming = [page for page in pages.values() if page.blocks or "=" in page.text]
        counts = Counter(name for page in naming for name in anchors.written_labels(page))
        self.doubted = {name for name, count in counts.items() if count > 1 or name in MADE}
        self.first: dict[str, Place] = {}
        """Where each doubted label is given for the first time."""
        self.first_term: dict[str, Place] = {}
        """Where each term is explained for the first time."""
        for page in naming:
            for term, start, end in anchors.term_lines(page):
                self.first_term.setdefault(term, Place(page, start, end))
            if self.doubted and not self.doubted.isdisjoint(anchors.written_labels(page)):
                for one in given_labels(page):
                    self.first.setdefault(one.name, Place(page, one.start, one.end))

    def where(self, place: Place, message: str) -> Related:
        """A place where a name is given, as a related one."""
        return Related(message, place.page.path, *place.page.position(place.start))


def given_labels(page: Page) -> list[Name]:
    """The labels of a page, in order."""
    from policykb.markdown.declared import declared, named_blocks

    found = [name for name in declared(page) if name.kind == "label"]
    found += [name for _, name in named_blocks(page)]
    return sorted(found, key=lambda name: name.start)
