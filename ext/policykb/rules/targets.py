"""Where links to pages of the base lead, and what a page has that a link can lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykb.lazy import lazy

if TYPE_CHECKING:
    from policykb.kb import Base
    from policykb.parse.page import Page, RawRecord

_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_HEADING = lazy(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = lazy(r"^ {0,3}(\S[^\n]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_LABEL = lazy(r"^ {0,3}\(([^()\n]+)\)=[ \t]*$", re.MULTILINE)
_MARKUP = lazy(r"\{[\w:.\-]+\}`+|`+|\*+|\]\([^)]*\)|[\[\]]|\\(?=[^\w\s])")


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
    """Every link, image and definition with no scheme, and every ``{doc}`` reference."""
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
    if target.startswith(docs + "/") and (base.root / target).is_file():
        return target
    return None


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
    found.update(name.strip().lower() for name in _LABEL().findall(page.text))
    for block in (*page.blocks, *(record.block for record in page.records)):
        for name in ("id", "name"):
            if name in block.values:
                found.add(block.values[name].strip().lower())
    return found


def _slug(heading: str) -> str:
    words = _MARKUP().sub("", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
