"""A site of records alone needs none of sphinx-needs' styles, scripts and validation files."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_needs.config import NeedsSphinxConfig

from policykb.model import TYPES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_UNUSED = {
    "env-updated": {
        "install_lib_static_files",
        "install_permalink_file",
        "install_styles_static_files",
    },
    "write-started": {"process_schemas"},
}
_PACKAGES = ("sphinx_needs.", "sphinx_data_viewer.")


def drop_assets(app: Sphinx) -> None:
    """Disconnect what copies files for cards and tables, where every type is one of ours."""
    names = {one["directive"] for one in NeedsSphinxConfig(app.config).types}
    if app.builder.format != "html" or not names <= set(TYPES):
        return
    for event, unused in _UNUSED.items():
        for listener in list(app.events.listeners[event]):
            handler = listener.handler
            if handler.__name__ in unused and handler.__module__.startswith(_PACKAGES):
                app.disconnect(listener.id)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Remove the folder for copied sources, which nothing is copied to."""
    with suppress(OSError):
        Path(app.outdir, "_sources").rmdir()


def setup(app: Sphinx) -> None:
    """After the configuration, before anything is copied."""
    app.connect("builder-inited", drop_assets)
    app.connect("build-finished", finish)
