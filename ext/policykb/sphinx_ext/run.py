"""One run of Sphinx over a root, with its own conf.py or a built-in one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from policykb.base.ground import NotReal, real
from policykb.sphinx_ext.build import site_config
from policykb.sphinx_ext.shared import state

if TYPE_CHECKING:
    from policykb.base.settings import Settings

MANY = 300
"""Pages from which reading and writing in several processes is worth their start."""


class _Build(Sphinx):
    """A run of Sphinx that knows its base from the beginning: Sphinx reads translations of its own
    words before it loads any extension."""

    def __init__(self, root: Path, settings: Settings, **more: Any) -> None:
        self._base: tuple[Path, Settings] | None = (root, settings)
        super().__init__(**more)

    def _init_i18n(self) -> None:
        if self._base is not None:
            known = state.begin(self, *self._base)
            self._base = None
            site_config.shut_translations(self.config, Path(self.srcdir), known.source)
        super()._init_i18n()


class BuildFailed(Exception):
    """Sphinx itself, or its configuration, failed."""


def run(
    root: Path,
    settings: Settings,
    outdir: Path,
    doctreedir: Path,
    *,
    strict: bool,
    fresh: bool,
    pages: int = 0,
    status: TextIO | None = None,
) -> int:
    """Build the HTML site; returns Sphinx's status: 0, or 1 where warnings count and there were
    some. ``pages`` is how many there are, to choose the number of processes. Raises
    `BuildFailed`."""
    try:
        source = real(root, settings.docs.rstrip("/"))
    except NotReal as error:
        raise BuildFailed(f"{error.path} {error.strerror}") from None
    confdir = root if (root / "conf.py").is_file() else None
    overrides = {} if confdir else {"extensions": ["myst_parser", "sphinx_needs", "policykb"]}
    jobs = min(os.cpu_count() or 1, 8) if pages >= MANY else 1
    nocolor()
    try:
        with patch_docutils(root), docutils_namespace():
            app = _Build(
                root,
                settings,
                srcdir=source,
                confdir=confdir,
                outdir=outdir,
                doctreedir=doctreedir,
                buildername="html",
                confoverrides=overrides,
                status=status,
                warning=sys.stderr,
                freshenv=fresh,
                warningiserror=strict,
                parallel=jobs,
            )
            app.build(force_all=fresh)
            return app.statuscode
    except SphinxError as error:
        raise BuildFailed(f"{error.category}: {error}") from error
