"""The small index behind the box that jumps to a record: titles, other names and ids."""

from __future__ import annotations

import json

from policykb.base.entry import names_of
from policykb.model import TYPES
from policykb.publish.facts.site import Site

PATH = "jump-index.js"


def script(site: Site) -> bytes:
    """A classic script, so that it loads from ``file://`` too: ``types`` are pairs of type name and
    label, each row is title, index of the type, address from the site's top, other names and id."""
    order = list(TYPES)
    rows = [
        [
            entry.title,
            order.index(entry.type),
            site.href(entry.id, "index"),
            *names_of(entry)[1:],
            entry.id,
        ]
        for entry in site.entries
    ]
    data = {"types": [[name, site.kind(model)] for name, model in TYPES.items()], "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"policykbIndex({text});\n".encode("utf-8", "replace")
