"""Where links to pages of the base lead, and what a page has that a link can lead to."""

import posixpath
import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from policykb.base.ground import is_within
from policykb.base.patterns import pattern
from policykb.check.rules.rule import Block, Known, Page, RawRecord, inlines
from policykb.markdown.allowed import ACTIVE
from policykb.markdown.myst import lines
from policykb.markdown.myst_inline import decoded

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_ENTRY = re.compile(r"(.+?)\s*<([^<]*?)>")

_PATTERN = re.compile(r"[*?\[]")
PROJECT = "project:"
"""The beginning of a link of MyST to a page or label of the same project."""
_OTHERS = (".rst", ".txt", ".ipynb")
"""Endings of pages that Sphinx can be told to read beside those in Markdown."""
_MADE = frozenset({"genindex", "modindex", "search"})
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
    kind: str = "link"
    """``link``, ``image``, a link that begins with ``project:``, or one that leads to a page only:
    ``entry`` of a table of contents, ``doc`` role."""
    is_bare: bool = False
    """Whether it shows no words of its own."""


def local_links(page: Page, known: Known) -> Iterator[Local]:
    """Every link, image and definition of a page with no scheme of the web, every ``{doc}``
    reference, and every entry of a table of contents."""
    for item, record in inlines(page, "link", "image", "definition", "auto"):
        target, at = item.text, item.at
        kind = "image" if item.kind == "image" else "link"
        if target.startswith(PROJECT) and kind == "link":
            target, at, kind = target.removeprefix(PROJECT), at + len(PROJECT), "project"
        if (target or kind == "link") and not _SCHEME.match(target):
            path, _, anchor = target.partition("#")
            shown = page.text[slice(*item.shown)].strip()
            is_bare = item.kind in ("link", "auto") and not shown
            yield Local(page, record, path, at, anchor, at + len(path) + 1, kind, is_bare)
    for item, record in inlines(page, "role"):
        if item.name in ("doc", "std:doc"):
            shown, _, inner = item.text.rpartition("<")
            target = inner.rstrip("> ") if shown else item.text.strip()
            at = item.at + item.text.index(target)
            yield Local(page, record, target, at, "", at, "doc")
    for block in page.blocks:
        if block.name in ("image", "figure"):
            if block.argument and not _SCHEME.match(block.argument):
                yield Local(page, None, block.argument, block.argument_at, "", block.argument_at)
        elif block.name == "toctree":
            for name, at in entries(block):
                if is_local(known, page, name) and not is_pattern(block, name):
                    yield Local(page, None, name, at, "", at, "entry")


def is_label(known: Known, target: str) -> bool:
    """True if a link without # names a label or a term, which MyST looks for in all pages."""
    name = decoded(target).lower()
    if name.startswith(ACTIVE):
        return False
    return name in known.places.labels or name in known.places.terms


def is_local(known: Known, page: Page, name: str) -> bool:
    """Whether an entry of a table of contents is a page that somebody writes."""
    docs = known.settings.docs.rstrip("/")
    is_top = name.startswith("/") or posixpath.dirname(page.path) == docs
    is_made = name == "self" or (is_top and name.lstrip("/") in _MADE)
    return not is_made and "://" not in name


def matching(known: Known, page: Page, name: str) -> set[str]:
    """The paths of the pages that an entry with ``*``, ``?`` and ``[…]`` stands for."""
    wanted = pattern(whole_path(known, page, name))
    return {path for path in known.paths if wanted.fullmatch(path.removesuffix(".md"))}


def whole_path(known: Known, page: Page, path: str) -> str:
    """A path that a page names, relative to the root: a leading / is the pages' top folder."""
    folder = known.settings.docs if path.startswith("/") else posixpath.dirname(page.path)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def is_pattern(block: Block, name: str) -> bool:
    """Whether an entry of a table of contents stands for all pages that it matches."""
    return "glob" in block.values and _PATTERN.search(name) is not None


def entries(block: Block) -> Iterator[tuple[str, int]]:
    """What a table of contents names, and where."""
    for at, line in lines(block):
        titled = _ENTRY.fullmatch(line)
        if titled:
            yield titled[2], at + titled.start(2)
        elif line.strip():
            yield line.strip(), at + len(line) - len(line.lstrip())


def resolve(known: Known, paths: Container[str], link: Local) -> str | None:
    """The path, relative to the root, that a link leads to; None where there is no such file. As
    in MyST, a page may be named without ``.md``."""
    from urllib.parse import unquote

    target = whole_path(known, link.page, unquote(link.path))
    if target in paths:
        return target
    if target + ".md" in paths:
        return target + ".md"
    if target.startswith(known.settings.docs + "/"):
        # MyST takes a file named .md for a page whose name is empty.
        is_file = link.kind in ("link", "image") and not target.endswith("/.md")
        for file in (target, *(target + ending for ending in _OTHERS)):
            if (file.endswith(_OTHERS) or is_file) and known.ground.holds(file):
                return file
    return None


def is_named_source(known: Known, path: str) -> bool:
    """Whether a source record names a path, relative to the root, or something after it."""
    seeds = known.settings.seeds.rstrip("/")
    return any(
        is_within(f"{seeds}/{entry.value('file')}", path)
        for entry in known.sources
        if entry.value("file") and path != seeds
    )
