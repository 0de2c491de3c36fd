"""Read a base, or a page of one."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policykb.base.conf import Conf
from policykb.base.conf import read as read_conf
from policykb.base.entry import Entry
from policykb.base.ground import read_bytes, survey
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.check.context import Context
from policykb.markdown.grammar import PLAIN, Grammar
from policykb.markdown.page import Fault, Page
from policykb.markdown.reader import read_page
from policykb.model import TYPES, use


class LoadError(Exception):
    """The base cannot be read at all: no such folder, unreadable settings."""


def load(
    root: Path,
    settings: Settings | None = None,
    today: datetime.date | None = None,
    conf: Conf | None = None,
) -> Context:
    """Read every Markdown page under ``docs``; raises `LoadError` where there is none. ``conf`` is
    what is known of the project's configuration; without it, its conf.py is read."""
    settings = settings or load_settings(root)
    conf = conf or read_conf(root, settings)
    use(settings.model)
    with collector_paused():
        ground = survey(root, settings)
        if not ground.knows(settings.docs.rstrip("/")):
            raise no_pages(root, settings)
        paths = [path for path in ground.pages if not conf.excludes(path, settings.docs)]
        pages = [read_file(root, path, conf.grammar) for path in paths]
        base = Context(root, pages, settings, today)
        base.ground = ground
        base.conf = conf
        return base


def no_pages(root: Path, settings: Settings) -> LoadError:
    """What is said of a folder that is no base."""
    return LoadError(
        f"{root} is no base: it has no folder “{settings.docs}”; go to the folder of one, give "
        "--root, begin one with policykb init, or name the folder of pages in the setting docs"
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Reading makes many objects and next to no garbage; collecting would double its time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read_file(root: Path, path: str, grammar: Grammar = PLAIN) -> Page:
    """Read one page; what is not UTF-8 becomes a fault of the page, not an exception."""
    try:
        data = read_bytes(f"{root}/{path}")
    except OSError as error:
        return _unreadable(path, "unreadable", error.strerror or "it cannot be opened")
    return page_of(path, data, grammar)


def page_of(path: str, data: bytes, grammar: Grammar = PLAIN) -> Page:
    """The page that a file with these bytes is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        page = _unreadable(path, "not-utf8", f"byte {error.start + 1} is not UTF-8")
        line = data.count(b"\n", 0, error.start) + 1
        page.faults[0].data += f", in line {line}"
        return page
    return page_with(path, text, grammar)


def page_with(path: str, text: str, grammar: Grammar = PLAIN) -> Page:
    """Read the text of a page."""
    return read_page(path, text, frozenset(TYPES), grammar)


def with_page(base: Context, page: Page) -> Context:
    """The same base with a page in the place of the one on its path, or with one more."""
    return base.with_pages([*(one for one in base.pages if one.path != page.path), page])


def with_text(base: Context, path: str, text: str | bytes) -> Context:
    """The same base with a text for that of a page, or with one page more."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return with_page(base, page_of(path, data, base.conf.grammar))


def _unreadable(path: str, kind: str, reason: str) -> Page:
    page = Page(path, "")
    page.faults.append(Fault(kind, 0, 0, None, reason))
    return page


def record(base: Context, ident: str) -> Entry:
    """The record with an id. Raises `LoadError` with the one that may be meant."""
    found = base.by_id.get(ident.strip())
    if found is None:
        near = base.nearest(ident)
        hint = f"; did you mean {near.id} (“{near.title}”)?" if near else ""
        raise LoadError(f"there is no record {ident[:80]}{hint}")
    return found
