"""The small index behind the box that jumps to a record: titles, other names and ids."""

import json

from policykb.base.entry import Entry, names_of
from policykb.model import TYPES
from policykb.publish.facts.site import Site

PATH = "jump-index.js"


def others(site: Site, entry: Entry) -> list[str]:
    """The names of a record but for the one it is shown by."""
    return [one for one in names_of(entry) if one != site.name(entry)]


def script(site: Site) -> bytes:
    """A classic script, so that it loads from ``file://`` too: ``types`` are pairs of type name and
    label, each row is title, index of the type, address from the site's top, other names and id."""
    order = list(TYPES)
    rows = [
        [
            site.name(entry),
            order.index(entry.type),
            site.href(entry.id, "index"),
            *others(site, entry),
            entry.id,
        ]
        for entry in site.entries
    ]
    data = {"types": [[name, site.kind(model)] for name, model in TYPES.items()], "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"policykbIndex({text});\n".encode("utf-8", "replace")
