"""What one build knows: the root, its settings, and the base read from the source files."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from policykb.base.settings import Settings, SettingsError, load
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.check.report.text import visible
from policykb.markdown.limits import is_long_name

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from policykb.base.entry import Entry
    from policykb.markdown.page import Page
    from policykb.publish.facts.site import Site


@dataclass(slots=True)
class State:
    """The root and settings of an application; the base and the site once it began to build."""

    root: Path
    settings: Settings
    base: Context | None = None
    report: Report | None = None
    site: Site | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    """By docname, the pages of the base."""
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By id, HTML that is made already."""
    contexts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By docname, what a layout is told."""

    def docname(self, path: str) -> str:
        """The docname of a page given by its path relative to the root."""
        return path.removeprefix(self.settings.docs.rstrip("/") + "/").removesuffix(".md")

    def records_of(self, docname: str) -> list[Entry]:
        """The records of a page, without those that another page's duplicate stands for."""
        page = self.pages.get(docname)
        if page is None or self.base is None:
            return []
        ids = (one.values.get("id", "").strip() for one in page.records)
        found = (self.base.by_id.get(ident) for ident in dict.fromkeys(ids))
        return [entry for entry in found if entry is not None and entry.page is page]


_STATES: WeakKeyDictionary[Sphinx, State] = WeakKeyDictionary()


def of(app: Sphinx) -> State:
    """The state of an application."""
    state = _STATES.get(app)
    if state is None:
        state = _STATES[app] = State(*find_root(Path(app.confdir), Path(app.srcdir)))
    return state


def site_of(app: Sphinx) -> Site:
    """The site as pages look at it, addresses as the builder makes them."""
    state = of(app)
    if state.site is None:
        from policykb.publish.facts.site import Site

        builder = app.builder
        state.site = Site(
            base_of(app),
            lambda target, here: builder.get_relative_uri(here, target),
            app.config.html_baseurl,
        )
    return state.site


def base_of(app: Sphinx) -> Context:
    """The base of this build."""
    state = of(app)
    if state.base is None:
        read(app)
    assert state.base is not None
    return state.base


def read(app: Sphinx) -> None:
    """Read the source files anew and check them; what is known of an earlier build is dropped."""
    state = of(app)
    state.site = None
    try:
        state.base, state.report = engine.check(state.root, settings=state.settings)
    except (engine.LoadError, engine.RuleCrash, SettingsError) as error:
        stop(error)
    state.pages = {state.docname(page.path): page for page in state.base.pages}
    state.articles.clear()
    state.contexts.clear()


def find_root(confdir: Path, srcdir: Path) -> tuple[Path, Settings]:
    """The folder whose ``docs`` setting names the source folder, else the source folder's parent
    with that setting made to fit."""
    source = srcdir.resolve()
    try:
        for folder in (confdir, srcdir.parent, srcdir):
            settings = load(folder)
            if (folder / settings.docs).resolve() == source:
                return folder.resolve(), settings
        settings = dataclasses.replace(load(source.parent), docs=source.name)
    except SettingsError as error:
        stop(error)
    return source.parent, settings


def stop(error: Exception) -> NoReturn:
    """End the run with one plain line: what Sphinx prints of an exception is a traceback."""
    print(visible(f"policykb: {error}"), file=sys.stderr)
    raise SystemExit(2)


def _before_reading(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    read(app)
    _leave_out_unreadable(app, env, added, changed, removed)
    return []


def _leave_out_unreadable(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> None:
    """Take the pages whose text or name is no UTF-8, or whose name is too long, from those that
    Sphinx reads, where they would end the build; the checker reports them."""
    for docname, page in of(app).pages.items():
        unread = any(fault.kind in ("not-utf8", "unreadable") for fault in page.faults)
        if unread or is_long_name(docname) or not _is_utf8(docname):
            env.found_docs.discard(docname)
            added.discard(docname)
            changed.discard(docname)
            if docname in env.all_docs:
                removed.add(docname)


def _is_utf8(name: str) -> bool:
    """Whether a file's name, as Python reads it, has only bytes that are UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def setup(app: Sphinx) -> None:
    """Read the base at the start of every build: cold, warm or unchanged."""
    app.connect("env-get-outdated", _before_reading, priority=100)
