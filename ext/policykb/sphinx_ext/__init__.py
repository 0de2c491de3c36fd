"""The Sphinx extension: configuration from the model, lockdown, findings, articles, search."""

import sys
from typing import Any

from sphinx.application import Sphinx

DEEPEST = 5_000
"""Calls within calls, for pages as deep as `markdown.depth` and `reader.MAX_DEPTH` let them be."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; the order of the parts does not matter."""
    from policykb.sphinx_ext.build import (
        articles,
        findings,
        guest,
        incremental,
        inventory,
        outdated,
    )
    from policykb.sphinx_ext.lockdown import breaks, clean
    from policykb.sphinx_ext.records import domain, reference
    from policykb.sphinx_ext.shared import state
    from policykb.version import __version__

    # Docutils calls itself for each level of a page, and pickles pages so.
    sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEPEST))
    every = (state, domain, reference, findings, breaks, clean, incremental, outdated, articles)
    for part in (*every, inventory):
        part.setup(app)
    if state.of(app).is_guest:
        guest.setup(app)
    else:
        _take_all(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _take_all(app: Sphinx) -> None:
    """Make a site of the base alone."""
    from policykb.sphinx_ext.build import generated, scale, site_config, tidy
    from policykb.sphinx_ext.lockdown import markdown

    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_needs")
    for part in (site_config, scale, markdown, generated, tidy):
        part.setup(app)
