"""policykb: a type checker for policy knowledge, and the site made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policykb.version import __version__ as __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the Sphinx extension."""
    from policykb.sphinx_ext import setup as setup_plugin

    return setup_plugin(app)
