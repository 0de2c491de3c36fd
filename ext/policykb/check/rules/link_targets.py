"""Where links to pages of the base lead, and what a page has that a link can lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykb.base.ground import is_within
from policykb.markdown.myst import lines, words_of
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Block, Page, RawRecord

_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_HEADING = lazy(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = lazy(r"^ {0,3}(\S[^\n]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_LABEL = lazy(r"^[ \t>*+\-0-9.)]*+\(([^\n]+)\)=[ \t]*$", re.MULTILINE)
_LABELLED = lazy(r"\)=[ \t]*\n\s*([^\n]*\n[^\n]*)")
_NAME = lazy(r"^[ \t>*+\-]*+:?name:[ \t]*+[\"']?([^\"'\n]+?)[\"']?[ \t]*$", re.MULTILINE)
_ATTRIBUTE = lazy(r"\{[^{}\n]*#([^\s{}#]+)[^{}\n]*\}")
_ENTRY = lazy(r"(.+?)\s*<([^<]*?)>")

_AS_REGEX = lazy(r"\*\*|\*|\?|\[[!\]]?[^\]]*\]|[^*?\[]+|\[")
_PATTERN = re.compile(r"[*?\[]")
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
    """``link``, or what leads to a page only: ``entry`` of a table of contents, ``doc`` role."""
    is_bare: bool = False
    """Whether it shows no words of its own."""


def local_links(base: Base) -> Iterator[Local]:
    """Every link, image and definition with no scheme, every ``{doc}`` reference, and every entry
    of a table of contents."""
    for kind in ("link", "image", "definition"):
        for page, item, record in base.inlines[kind]:
            target, at = item.text, item.at
            if target and not _SCHEME().match(target):
                path, _, anchor = target.partition("#")
                shown = page.text[slice(*item.shown)].strip()
                is_bare = kind == "link" and not shown
                yield Local(page, record, path, at, anchor, at + len(path) + 1, is_bare=is_bare)
    for page, item, record in base.inlines["role"]:
        if item.name in ("doc", "std:doc"):
            shown, _, inner = item.text.rpartition("<")
            target = inner.rstrip("> ") if shown else item.text.strip()
            at = item.at + item.text.index(target)
            yield Local(page, record, target, at, "", at, "doc")
    for page in base.pages:
        for block in page.blocks:
            if block.name in ("image", "figure"):
                if not block.argument or _SCHEME().match(block.argument):
                    continue
                yield Local(page, None, block.argument, block.argument_at, "", block.argument_at)
            elif block.name == "toctree":
                for name, at in entries(page, block):
                    if is_local(base, page, name) and not is_pattern(block, name):
                        yield Local(page, None, name, at, "", at, "entry")


def is_local(base: Base, page: Page, name: str) -> bool:
    """Whether an entry of a table of contents is a page that somebody writes."""
    docs = base.settings.docs.rstrip("/")
    is_top = name.startswith("/") or posixpath.dirname(page.path) == docs
    is_made = name == "self" or (is_top and name.lstrip("/") in _MADE)
    return not is_made and "://" not in name


def matching(base: Base, page: Page, pattern: str) -> set[str]:
    """The paths of the pages that an entry with ``*``, ``?`` and ``[…]`` stands for."""
    folder = "" if pattern.startswith("/") else posixpath.dirname(page.path)
    docs = base.settings.docs.rstrip("/")
    whole = posixpath.normpath(posixpath.join(folder or docs, pattern.lstrip("/")))
    wanted = _AS_REGEX().sub(_as_regex, whole)
    try:
        compiled = re.compile(wanted)
    except re.error:
        return set()
    return {path for path in base.page_at if compiled.fullmatch(path.removesuffix(".md"))}


def _as_regex(found: re.Match[str]) -> str:
    """A part of a pattern as Sphinx reads it: ``**`` crosses folders, ``*`` and ``?`` do not."""
    part = found[0]
    if part.startswith("["):
        inner = part[1:-1].replace("\\", "\\\\")
        return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return {"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)


def is_pattern(block: Block, name: str) -> bool:
    """Whether an entry of a table of contents stands for all pages that it matches."""
    return "glob" in block.values and _PATTERN.search(name) is not None


def entries(page: Page, block: Block) -> Iterator[tuple[str, int]]:
    """What a table of contents names, and where."""
    for at, line in lines(block):
        titled = _ENTRY().fullmatch(line)
        if titled:
            yield titled[2], at + titled.start(2)
        elif line.strip():
            yield line.strip(), at + len(line) - len(line.lstrip())


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
        for file in (target, *(target + ending for ending in _OTHERS)):
            if (file.endswith(_OTHERS) or link.kind == "link") and base.ground.holds(file):
                return file
    return None


def is_named_source(base: Base, path: str) -> bool:
    """Whether a source record names a path, relative to the root, or something behind it."""
    seeds = base.settings.seeds.rstrip("/")
    return any(
        is_within(f"{seeds}/{entry.value('file')}", path)
        for entry in base.entries
        if entry.is_source and entry.value("file") and path != seeds
    )


def slugs(page: Page) -> set[str]:
    """What a link to a page can name behind #: headings as GitHub writes them, and labels."""
    return headings(page) | labels(page)


def headings(page: Page, most: int = 6) -> set[str]:
    """The headings of a page as GitHub writes them after #; of those levels up to ``most``."""
    found: set[str] = set()
    counts: dict[str, int] = {}
    for pattern in (_HEADING(), _SETEXT()):
        for match in pattern.finditer(page.text):
            if match[0].lstrip().startswith("#" * (most + 1)):
                continue
            slug = _slug(match[1])
            again = counts.get(slug, 0)
            counts[slug] = again + 1
            found.add(f"{slug}-{again}" if again else slug)
    return found


def written_labels(page: Page) -> list[str]:
    """The labels that a page seems to give, each as often as it does; some may be examples."""
    found = [block.values["name"] for block in page.blocks if "name" in block.values]
    if ")=" in page.text:
        found += _LABEL().findall(page.text)
    return [" ".join(name.lower().split()) for name in found]


def labeled(page: Page) -> list[str]:
    """What follows the labels of a page: a heading, which references can show, or something
    else."""
    return _LABELLED().findall(page.text) if ")=" in page.text else []


def labels(page: Page) -> set[str]:
    """What a ``{ref}`` can name: labels before headings, and names of blocks."""
    found: set[str] = set()
    for pattern, mark in ((_LABEL(), ")="), (_NAME(), "name:"), (_ATTRIBUTE(), "#")):
        if mark in page.text:
            found.update(" ".join(name.lower().split()) for name in pattern.findall(page.text))
    return found


def _slug(heading: str) -> str:
    words = words_of(heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
