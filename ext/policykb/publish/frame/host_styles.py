"""The stylesheet of articles in another project's theme: parts of the site's own, within an article
alone, in the colors of the theme."""

from __future__ import annotations

import re

from policykb.model import TYPES
from policykb.publish.frame import assets, type_styles

NAME = "policykb-records.css"
_HEAD = re.compile(r"^/\* ---- (.+) ---- \*/$", re.MULTILINE)
_PARTS = ("words and marks", "chips and references", "record", "neighbors")


def css() -> str:
    """The whole stylesheet. What the themes call their colors stands in ``host.css``."""
    before, *rest = _HEAD.split((assets.static_dir / "policykb.css").read_text("utf-8"))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    palette = before[before.index("{") : before.index("}") + 1]
    host = (assets.static_dir / "host.css").read_text("utf-8")
    scoped = [f":scope {palette}", *(parts[name].strip() for name in _PARTS)]
    return "\n".join(
        ("@scope (.record) {", *scoped, type_styles.css(TYPES.values()).strip(), host.strip(), "}")
    )
