"""Where templates, styles and scripts are, and which of them every page loads."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from policykb.base.settings import Settings
from policykb.model import TYPES
from policykb.publish.facts.interface import Interface
from policykb.publish.frame import card, look

HERE = Path(__file__).parents[1]

template_dir = HERE / "templates" / "layout"
"""Templates that take the place of the theme's, such as ``layout.html``."""

fragment_dir = HERE / "templates"
"""Templates of the parts that go into pages."""

static_dir = HERE / "static"
"""Copied into the site's ``_static``."""

css_files = ["policykb.css", look.STYLES]
"""Stylesheets of every page; the layout links them itself, and nothing else."""

js_files = ["theme.js", "jump.js", "copy.js"]
"""Scripts of every page, all of them optional; the first runs before the page is drawn."""


def made_files(root: Path, settings: Settings, t: Interface) -> dict[str, bytes]:
    """Static files that are made of the types' files, of what a base chooses and of the words of
    its language, by name."""
    styles = look.css(settings.accent) + look.of_types(TYPES.values())
    return {
        look.STYLES: styles.encode("utf-8", "replace"),
        card.NAME: card.png(settings.accent),
        js_files[0]: _with_words(js_files[0], t),
        **look.logo(root, settings),
    }


def _with_words(name: str, t: Interface) -> bytes:
    """The script that runs first, behind the words of all scripts."""
    words = {
        **t.table("script"),
        "quoted": t("quotation.quoted"),
        "copy": t("cite.copy"),
        "comma": t("list.comma"),
        "colon": t("list.colon"),
        "or": t("list.or"),
        "and": t("list.both"),
    }
    text = json.dumps(words, ensure_ascii=False, sort_keys=True)
    return f"window.policykbWords = {text};\n".encode() + (static_dir / name).read_bytes()


def stamps(own: Mapping[str, bytes]) -> dict[str, str]:
    """A short checksum of each static file, so that a changed one is not taken from a cache;
    ``own``: those that are `made`."""
    files = {path.name: stamp(path.name) for path in static_dir.iterdir()}
    return files | {name: sha256(content).hexdigest()[:10] for name, content in own.items()}


@cache
def stamp(name: str) -> str:
    """A short checksum of a static file of the package."""
    return sha256((static_dir / name).read_bytes()).hexdigest()[:10]
