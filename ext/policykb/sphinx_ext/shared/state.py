"""What one build knows: the root, its settings, and the base read from the source files."""

import dataclasses
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from policykb.base import conf
from policykb.base.entry import Entry
from policykb.base.ground import NotReal, real
from policykb.base.settings import FILES, Settings, SettingsError, load
from policykb.check import engine
from policykb.check.change import Touched
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.check.report.text import visible
from policykb.markdown.limits import is_long_name
from policykb.markdown.page import Page
from policykb.model import use
from policykb.publish import catalog
from policykb.publish.facts.addresses import Href
from policykb.publish.facts.site import Site
from policykb.publish.files.search_index import Making
from policykb.sphinx_ext.shared.inputs import Inputs, Since


@dataclass(slots=True)
class State:
    """The root and settings of an application; the base and the site once it began to build."""

    root: Path
    settings: Settings
    prefix: str = ""
    """With what the docnames of the base's pages begin, in a site that has others too."""
    is_guest: bool = False
    """Whether the site is another project's, with records in a part of it."""
    checked: tuple[Context, Report] | None = None
    """The base as whoever began the build has just checked it."""
    written: nodes.document | None = None
    """The page that was last written."""
    freed: int = 0
    """How many pages before it were freed."""
    later: bool = False
    """Whether downloads and their page are left for when somebody asks for them."""
    touched: Touched | None = None
    """What has changed of the base that is built since the last build; None for anything."""
    base: Context | None = None
    report: Report | None = None
    site: Site | None = None
    last: Site | None = None
    """The site of the last build."""
    inputs: Inputs | None = None
    since: Since | None = None
    """What has changed of records since the last build; None for anything."""
    agreed: dict[str, tuple[object, ...]] = field(default_factory=dict)
    """By docname, the needs and the records of which it is known that they tell the same."""
    index: Making | None = None
    """The search index that is being made."""
    pages: dict[str, Page] = field(default_factory=dict)
    """By docname, the pages of the base."""
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By id, HTML that is made already."""

    def docname(self, path: str) -> str:
        """The docname of a page given by its path relative to the root."""
        inner = path.removeprefix(self.settings.docs.rstrip("/") + "/").removesuffix(".md")
        return self.prefix + inner

    def is_ours(self, docname: str) -> bool:
        """Whether a page stands in the folder of the base's pages."""
        return docname.startswith(self.prefix)

    def inner(self, docname: str) -> str:
        """A docname as it is below the folder of the base's pages."""
        return docname.removeprefix(self.prefix)

    @property
    def source(self) -> Path:
        """The folder of the base's pages."""
        return self.root / self.settings.docs

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
        found = find_root(Path(app.confdir) if _has_conf(app) else None, Path(app.srcdir))
        state = begin(app, *found)
    return state


def _has_conf(app: Sphinx) -> bool:
    return "__file__" in app.config._raw_config


def begin(app: Sphinx, root: Path, settings: Settings) -> State:
    """Begin a build of the base at ``root``; its pages are the source folder, or a part of it."""
    use(settings.model)
    source, root = Path(app.srcdir), root.resolve()
    folder = _pages(root, settings)
    inner = folder.relative_to(source).as_posix() if folder.is_relative_to(source) else "."
    prefix = "" if inner == "." else f"{inner}/"
    _STATES[app] = State(root, settings, prefix, _is_guest(app, settings, prefix))
    return _STATES[app]


def _is_guest(app: Sphinx, settings: Settings, prefix: str) -> bool:
    if settings.site:
        return settings.site == "records"
    return bool(prefix) or is_set(app.config, "html_theme")


def is_set(config: Config, name: str) -> bool:
    """Whether the project set a value itself, in conf.py or on the command line."""
    return name in config._raw_config or name in config.overrides


def site_of(app: Sphinx) -> Site:
    """The site as pages look at it, addresses as the builder makes them."""
    state = of(app)
    if state.site is None:
        pages = () if state.is_guest else catalog.found()
        href, address = _addresses(app, state)
        state.site = Site(base_of(app), pages, href, _baseurl(app, state), address)
        state.site.speak(app.config.language)
        if state.is_guest and not state.settings.title:
            state.site.title = app.config.project
        state.since = _since(state, state.site)
    return state.site


def inputs_of(app: Sphinx) -> Inputs:
    """The checksums of what the records of this build are made of."""
    site, known = site_of(app), of(app)
    if known.inputs is None:
        known.inputs = Inputs(site)
    return known.inputs


def since(app: Sphinx) -> Since | None:
    """What has changed of records since the last build; None for anything."""
    site_of(app)
    return of(app).since


def _since(state: State, site: Site) -> Since | None:
    """The same, once a build has a new site; what the last one made of other records is kept."""
    (last, state.last), (inputs, state.inputs) = (state.last, None), (state.inputs, None)
    (touched, state.touched) = state.touched, None
    if last is None or inputs is None or touched is None or not inputs.hold(site, last):
        return None
    state.inputs = inputs
    return inputs.follow(site, last, touched)


def _addresses(app: Sphinx, state: State) -> tuple[Href, Callable[[str], str]]:
    """The builder's addresses of pages: from another page, and from the site's top."""
    builder = app.builder

    def place(name: str) -> str:
        return state.prefix + name if state.prefix + name in state.pages else name

    def href(target: str, here: str) -> str:
        return builder.get_relative_uri(place(here), place(target))

    def address(name: str) -> str:
        return builder.get_target_uri(place(name))

    if builder.name == "singlehtml":
        # All pages are one; what leads to a record leads to its id.
        return lambda target, here: "", lambda name: f"{app.config.root_doc}.html"
    return href, address


def _baseurl(app: Sphinx, state: State) -> str:
    given_address: str = app.config.html_baseurl
    return f"{given_address.rstrip('/')}/" if given_address and state.is_guest else given_address


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
    state.last, state.site = state.site, None
    try:
        found = state.checked
        if found is None or found[0].conf.computed:
            # Nobody has checked the base yet, or conf.py computes what changes it.
            found = engine.check(state.root, settings=state.settings, conf=_conf(app))
    except (engine.LoadError, engine.RuleCrash, SettingsError) as error:
        stop(error)
    state.base, state.report = found
    state.checked = None
    state.pages = {state.docname(page.path): page for page in state.base.pages}
    state.articles.clear()


def _conf(app: Sphinx) -> conf.Conf:
    """The settings that the project gives the build, however conf.py makes them."""
    config = app.config
    names = {*config._raw_config, *config.overrides}
    return conf.conf_of_build({one.name: one.value for one in config if one.name in names})


def find_root(confdir: Path | None, srcdir: Path) -> tuple[Path, Settings]:
    """The folder whose ``docs`` setting names the source folder or, where there is none, a folder
    in it; else the source folder's parent with that setting made to fit. Looked at are the folder
    of conf.py and those above the source folder."""
    source = srcdir.resolve()
    folders = dict.fromkeys((*([confdir.resolve()] if confdir else []), *source.parents))
    try:
        found = [(folder, load(folder)) for folder in folders if _may_be_root(folder, source)]
        fitting = [one for one in found if _pages(*one) == source]
        given = [one for one in found if "docs" in one[1].given]
        fitting += [one for one in given if _pages(*one).is_relative_to(source)]
        for folder, settings in fitting:
            real(folder, settings.docs.rstrip("/"))
            return folder, settings
        loaded = load(source.parent)
        settings = dataclasses.replace(loaded, docs=source.name)
        settings.model, settings.given = loaded.model, loaded.given
    except (SettingsError, NotReal) as error:
        stop(error)
    return source.parent, settings


def _may_be_root(folder: Path, source: Path) -> bool:
    return folder == source.parent or any((folder / name).is_file() for name in FILES)


def _pages(root: Path, settings: Settings) -> Path:
    return (root / settings.docs).resolve()


def stop(error: Exception) -> NoReturn:
    """End the run with one plain line: what Sphinx prints of an exception is a traceback."""
    said = f"{error.path}: {error.strerror}" if isinstance(error, NotReal) else error
    print(visible(f"policykb: {said}"), file=sys.stderr)
    raise SystemExit(2)


def without_conf(app: Sphinx) -> None:
    """Where no conf.py was read, Sphinx takes the folder of pages for that of configuration, and
    docutils the one it was started in; take the base's."""
    if not _has_conf(app):
        app.confdir = type(app.confdir)(of(app).root)
        os.environ["DOCUTILSCONFIG"] = str(app.confdir / "docutils.conf")


def before_reading(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the base. Take the pages whose text is no UTF-8, or whose name is none, has characters
    that nobody sees or is too long, from those that Sphinx reads, where they would end the build or
    put lines of their own into what it prints; the checker reports them."""
    read(app)
    for docname, page in of(app).pages.items():
        unread = any(fault.kind in ("not-utf8", "unreadable") for fault in page.faults)
        if unread or is_long_name(docname) or not docname.isprintable():
            env.found_docs.discard(docname)
            added.discard(docname)
            changed.discard(docname)
            if docname in env.all_docs:
                removed.add(docname)
    return []
