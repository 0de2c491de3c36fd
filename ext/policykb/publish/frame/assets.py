"""Where templates, styles and scripts are, and which of them every page loads."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from policykb.model import TYPES
from policykb.publish.frame import type_styles

HERE = Path(__file__).parents[1]

template_dir = HERE / "templates" / "layout"
"""Templates that take the place of the theme's, such as ``layout.html``."""

fragment_dir = HERE / "templates"
"""Templates of the parts that go into pages."""

static_dir = HERE / "static"
"""Copied into the site's ``_static``."""

css_files = ["policykb.css", type_styles.NAME]
"""Stylesheets of every page; the layout links them itself, and nothing else."""

js_files = ["theme.js", "jump.js", "copy.js"]
"""Scripts of every page, all of them optional; the first runs before the page is drawn."""

page_js_files = ["list.js", "search.js", "permalink.js"]
"""Scripts that single pages ask for."""


def made() -> dict[str, bytes]:
    """Static files that are made of the types' files, by name."""
    return {type_styles.NAME: type_styles.css(TYPES.values()).encode()}


def stamp(name: str) -> str:
    """A short checksum of a static file, so that a changed one is not taken from a cache."""
    content = made().get(name)
    return _stamp_of_file(name) if content is None else sha256(content).hexdigest()[:10]


@cache
def _stamp_of_file(name: str) -> str:
    return sha256((static_dir / name).read_bytes()).hexdigest()[:10]
