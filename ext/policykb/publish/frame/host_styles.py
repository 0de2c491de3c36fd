"""The stylesheet of articles in another project's theme: parts of the site's own, within an article
alone, in the colors of the theme."""

import re

from policykb.model import TYPES
from policykb.publish.frame import assets, look

NAME = "policykb-records.css"
_HEAD = re.compile(r"^/\* ---- (.+) ---- \*/$", re.MULTILINE)
_ARTICLE = re.compile(r"\.(?:record|shared)(?![-\w])")
"""The article in a selector: within its own scope a class alone stands for what is in it."""
_PARTS = ("words and marks", "chips and references", "record", "neighbors")


def css() -> str:
    """The whole stylesheet. What the themes call their colors stands in ``host.css``."""
    before, *rest = _HEAD.split((assets.static_dir / "policykb.css").read_text("utf-8"))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    palette = before[before.index("{") : before.index("}") + 1]
    host = (assets.static_dir / "host.css").read_text("utf-8")
    types = look.of_types(TYPES.values()).strip()
    scoped = {".record": ":scope", ".shared": ":scope.shared"}
    own = (_ARTICLE.sub(lambda one: scoped[one[0]], parts[name].strip()) for name in _PARTS)
    head = ("@scope (.record) {", f":scope {palette}")
    return "\n".join((*head, *own, types.replace(".t-", ":scope.t-"), types, host.strip(), "}\n"))
