"""Where links to pages of the base lead, and what a page has that a link can lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykb.base.ground import is_within
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Block, Page, RawRecord

_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_HEADING = lazy(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = lazy(r"^ {0,3}(\S[^\n]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_LABEL = lazy(r"^[ \t>*+\-0-9.)]*+\(([^\n]+)\)=[ \t]*$", re.MULTILINE)
_NAME = lazy(r"^[ \t>*+\-]*+:?name:[ \t]*+[\"']?([^\"'\n]+?)[\"']?[ \t]*$", re.MULTILINE)
_ATTRIBUTE = lazy(r"\{[^{}\n]*#([^\s{}#]+)[^{}\n]*\}")
_ENTRY = lazy(r"^[ \t]*+(?:[^\n<]*<([^\n>]*)>|([^\n]*\S))[ \t]*$", re.MULTILINE)
_MARKUP = lazy(r"\{[\w:.\-]+\}`+|`+|\*+|\]\([^)]*\)|[\[\]]|\\(?=[^\w\s])")

_PATTERN = re.compile(r"[*?\[]")
_OTHERS = (".rst", ".txt", ".ipynb")
"""Endings of pages that Sphinx can be told to read beside those in Markdown."""
_MADE = frozenset({"self", "genindex", "modindex", "search"})
"""Pages of a table of contents that nobody writes."""


class Local(NamedTuple):
    """A link within the base: to ``path`` (empty for its own page) at ``anchor``, which stand at
    ``start`` and ``anchor_at`` of the page."""

    page: Page
    record: RawRecord | None
    path: str
    start: int
    anchor: str
    anchor_at: int


def local_links(base: Base) -> Iterator[Local]:
    """Every link, image and definition with no scheme, every ``{doc}`` reference, and every entry
    of a table of contents."""
    for kind in ("link", "image", "definition"):
        for page, item, record in base.inlines[kind]:
            target, at = item.text, item.at
            if target and not _SCHEME().match(target):
                path, _, anchor = target.partition("#")
                yield Local(page, record, path, at, anchor, at + len(path) + 1)
    for page, item, record in base.inlines["role"]:
        if item.name in ("doc", "std:doc"):
            shown, _, inner = item.text.rpartition("<")
            target = inner.rstrip("> ") if shown else item.text.strip()
            at = item.at + item.text.index(target)
            yield Local(page, record, target, at, "", at)
    for page in base.pages:
        for block in page.blocks:
            if block.name in ("image", "figure") and not _SCHEME().match(block.argument):
                yield Local(page, None, block.argument, block.argument_at, "", block.argument_at)
            elif block.name == "toctree":
                for name, at in entries(page, block):
                    if (
                        name not in _MADE
                        and not _SCHEME().match(name)
                        and not ("glob" in block.values and _PATTERN.search(name))
                    ):
                        yield Local(page, None, name, at, "", at)


def entries(page: Page, block: Block) -> Iterator[tuple[str, int]]:
    """What a table of contents names, and where."""
    for match in _ENTRY().finditer(page.text, block.body, block.stop):
        group = 1 if match[1] is not None else 2
        yield match[group], match.start(group)


def resolve(base: Base, paths: Container[str], link: Local) -> str | None:
    """The path, relative to the root, that a link leads to; None where there is no such file. As
    in MyST, a leading / is the pages' top folder and a page may be named without ``.md``."""
    from urllib.parse import unquote

    docs = base.settings.docs
    path = unquote(link.path)
    folder = docs if path.startswith("/") else posixpath.dirname(link.page.path)
    target = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    if target in paths:
        return target
    if target + ".md" in paths:
        return target + ".md"
    if target.startswith(docs + "/"):
        for ending in ("", *_OTHERS):
            if base.ground.holds(target + ending):
                return target + ending
    return None


def is_named_source(base: Base, path: str) -> bool:
    """Whether a source record names a path, relative to the root, or something behind it."""
    seeds = base.settings.seeds.rstrip("/")
    return any(
        is_within(f"{seeds}/{entry.value('file')}", path)
        for entry in base.entries
        if entry.type == "source" and entry.value("file") and path != seeds
    )


def slugs(page: Page) -> set[str]:
    """What a link to a page can name behind #: headings as GitHub writes them, labels, ids."""
    found: set[str] = set()
    counts: dict[str, int] = {}
    for pattern in (_HEADING(), _SETEXT()):
        for match in pattern.finditer(page.text):
            slug = _slug(match[1])
            again = counts.get(slug, 0)
            counts[slug] = again + 1
            found.add(f"{slug}-{again}" if again else slug)
    for block in (*page.blocks, *(record.block for record in page.records)):
        if "id" in block.values:
            found.add(block.values["id"].strip().lower())
    return found | labels(page)


def labels(page: Page) -> set[str]:
    """What a ``{ref}`` can name: labels before headings, and names of blocks."""
    found: set[str] = set()
    for pattern, mark in ((_LABEL(), ")="), (_NAME(), "name:"), (_ATTRIBUTE(), "#")):
        if mark in page.text:
            found.update(" ".join(name.lower().split()) for name in pattern.findall(page.text))
    return found


def _slug(heading: str) -> str:
    words = _MARKUP().sub("", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
