"""One run of Sphinx over a root, with its own conf.py or a built-in one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from traceback import extract_tb
from typing import Any, TextIO

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.builders import Builder
from sphinx.environment import CONFIG_OK
from sphinx.errors import ConfigError, SphinxError
from sphinx.util.build_phase import BuildPhase
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import pending_warnings
from sphinx.util.parallel import SerialTasks

from policykb.base.ground import NotReal, real
from policykb.base.settings import Settings
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.sphinx_ext.build import progress, site_config, unfit
from policykb.sphinx_ext.shared import state

NO_ADDRESS = (
    "The site does not know its address: citations have only the path of a page, and there is no "
    'site map and no feed. Write it in conf.py: html_baseurl = "https://…/", or "" for none.'
)


@dataclass(frozen=True, slots=True)
class Order:
    """A site to build."""

    root: Path
    settings: Settings
    outdir: Path
    doctreedir: Path
    checked: tuple[Context, Report] | None = None
    """The base as it was read and checked just now; without it the build does that."""
    strict: bool = False
    """Whether warnings of Sphinx count."""
    fresh: bool = False
    """Whether everything is made anew."""
    status: TextIO | None = None
    """Where Sphinx tells how far it is."""
    advises: bool = False
    """Whether a person is told what the site lacks."""


class _Build(Sphinx):
    """A run of Sphinx that knows its base from the beginning: Sphinx reads translations of its own
    words before it loads any extension."""

    def __init__(self, order: Order, **more: Any) -> None:
        self._order: Order | None = order
        try:
            super().__init__(**more)
        except Exception as error:
            _blame_conf(self, error)
            raise

    def _init_i18n(self) -> None:
        if self._order is not None:
            known = state.begin(self, self._order.root, self._order.settings)
            known.checked = self._order.checked
            self._order = None
            site_config.shut_translations(self.config, Path(self.srcdir), known.source)
        super()._init_i18n()


class BuildFailed(Exception):
    """Sphinx itself, or its configuration, failed."""


def folders(root: Path, settings: Settings) -> tuple[Path, Path | None]:
    """The source folder, and that of conf.py where there is one. Where conf.py stands above the
    pages and below the root, both are the folder of another project's documentation. Raises
    `BuildFailed`."""
    try:
        source = real(root, settings.docs.rstrip("/"))
    except NotReal as error:
        raise BuildFailed(f"{error.path} {error.strerror}") from None
    if (root / "conf.py").is_file():
        return source, root
    between = PurePosixPath(settings.docs.rstrip("/")).parents
    hosts = [root / folder for folder in between if (root / folder / "conf.py").is_file()]
    return (hosts[-1], hosts[-1]) if hosts else (source, None)


def run(order: Order) -> int:
    """Build the HTML site; returns Sphinx's status: 0, or 1 where warnings count and there were
    some. Raises `BuildFailed`."""
    with opened(order) as app:
        status = build(app, order.fresh)
        knows = state.is_set(app.config, "html_baseurl") or state.of(app).is_guest
        if order.advises and not (status or knows):
            print(NO_ADDRESS)
        return status


def build(app: Sphinx, fresh: bool = False) -> int:
    """Build with an application that is open, for the first time or once more."""
    _forget(app)
    try:
        app.build(force_all=fresh)
    except Exception as error:
        _blame_conf(app, error)
        if isinstance(error, SphinxError):
            raise BuildFailed(f"{error.category}: {error}") from error
        raise
    app.env.config_status = CONFIG_OK
    return app.statuscode


def _forget(app: Sphinx) -> None:
    """Drop what Sphinx keeps of the last build: the trees of pages, though they are read again, and
    pictures, though no page may show them any more."""
    app.env._pickled_doctree_cache.clear()
    app.builder.images.clear()


def again(app: Sphinx) -> None:
    """Build once more with an application that has just built, as Sphinx does. But neither are
    pages looked for that are older than their files, since the last build has written them, nor is
    it kept on disk what was read: whoever opens the site next reads again what is newer than what
    is kept there. Raises `BuildFailed`."""
    _forget(app)
    try:
        with _known(app):
            _again(app.builder)
        app.events.emit("build-finished", None)
    except Exception as error:
        Path(app.doctreedir, ENV_PICKLE_FILENAME).unlink(missing_ok=True)
        app.events.emit("build-finished", error)
        if isinstance(error, SphinxError):
            raise BuildFailed(f"{error.category}: {error}") from error
        raise


@contextmanager
def _known(app: Sphinx) -> Iterator[None]:
    """Have Sphinx look for no files where it is known that nothing but some pages has changed."""
    env, known = app.env, state.of(app)
    if known.touched is None:
        yield
        return
    pages = {known.docname(path) for path in known.touched.pages}

    def outdated(config_changed: bool) -> tuple[set[str], set[str], set[str]]:
        return set(), pages & env.found_docs, set()

    env.find_files = lambda *_: None  # type: ignore[method-assign]
    env.get_outdated_files = outdated  # type: ignore[method-assign]
    try:
        yield
    finally:
        del env.find_files, env.get_outdated_files


def _again(builder: Builder) -> None:
    builder.phase = BuildPhase.READING
    with pending_warnings():
        changed = set(builder.read())
    builder.phase = BuildPhase.RESOLVING
    changed.update(builder.env.check_dependents(builder._app, changed))
    builder.finish_tasks = SerialTasks()
    builder.write((), changed)
    builder.finish()
    builder.finish_tasks.join()
    builder.cleanup()


def _blame_conf(app: Sphinx, error: Exception) -> None:
    """Raise `BuildFailed` where a setting of conf.py does not fit."""
    said = unfit.blamed(app.config, error) if hasattr(app, "config") else None
    if said:
        raise BuildFailed(said) from error


def _no_begin(error: Exception) -> str:
    """Why Sphinx cannot begin with a conf.py, with the line where one of its statements failed."""
    cause = error.__cause__
    if isinstance(error, ConfigError) and isinstance(cause, Exception):
        steps = extract_tb(cause.__traceback__)
        lines = [one.lineno for one in steps if Path(one.filename).name == "conf.py"]
        if lines:
            return f"conf.py:{lines[-1]}: {type(cause).__name__}: {cause}"
    if isinstance(error, SphinxError):
        return f"{error.category}: {error}"
    return f"Sphinx cannot begin with conf.py: {type(error).__name__}: {error}"


@contextmanager
def opened(order: Order) -> Iterator[Sphinx]:
    """Sphinx with all that it knows of the root. Raises `BuildFailed`."""
    root = order.root
    source, confdir = folders(root, order.settings)
    overrides = {} if confdir else {"extensions": ["myst_parser", "sphinx_needs", "policykb"]}
    nocolor()
    with patch_docutils(root), docutils_namespace():
        try:
            app = _Build(
                order,
                srcdir=source,
                confdir=confdir,
                outdir=order.outdir,
                doctreedir=order.doctreedir,
                buildername="html",
                confoverrides=overrides,
                status=order.status,
                warning=sys.stderr,
                freshenv=order.fresh,
                # Of another project's pages the warnings are that project's.
                warningiserror=order.strict and source != confdir,
            )
        except BuildFailed:
            raise
        except Exception as error:
            if confdir is None and not isinstance(error, SphinxError):
                raise
            raise BuildFailed(_no_begin(error)) from error
        if order.checked and order.fresh:
            progress.show(app, len(order.checked[0].pages))
        yield app
