"""One run of Sphinx over a root, with its own conf.py or a built-in one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from policykb.base.settings import Settings

MANY = 300
"""Pages from which reading and writing in several processes is worth their start."""


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
    source = root / settings.docs
    confdir = next((one for one in (root, source) if (one / "conf.py").is_file()), None)
    overrides = {} if confdir else {"extensions": ["myst_parser", "sphinx_needs", "policykb"]}
    jobs = min(os.cpu_count() or 1, 8) if pages >= MANY else 1
    nocolor()
    try:
        with patch_docutils(confdir), docutils_namespace():
            app = Sphinx(
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
