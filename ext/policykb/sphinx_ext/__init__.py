"""The Sphinx extension: configuration from the model, lockdown, findings, articles, search."""

import sys
from typing import Any

from sphinx.application import Sphinx

DEEPEST = 5_000
"""Calls within calls, for pages as deep as `markdown.depth` and `reader.MAX_DEPTH` let them be."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything."""
    from policykb.sphinx_ext.build.handlers import register
    from policykb.version import __version__

    # Docutils calls itself for each level of a page, and pickles pages so.
    sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEPEST))
    register(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
