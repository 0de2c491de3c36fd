"""policykb: a type checker for policy knowledge, and the site made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the Sphinx extension."""
    from policykb.sphinx_ext import setup as setup_plugin

    return setup_plugin(app)
