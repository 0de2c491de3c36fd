"""The records as a ``needs.json``, which another project reads with ``needs_external_needs``."""

import json
from typing import Any

from policykb.check.context import Context
from policykb.export.format import Export, Records
from policykb.export.tables import open_fields
from policykb.model.spec import split_items

_VERSION = "1"


def render(base: Context, made: Records) -> str:
    """One version with all records as sphinx-needs has them: links as lists, the rest as texts."""
    needs = {one["id"]: _need(base, made, one) for one in made}
    content = {
        "project": base.settings.title,
        "created": f"{base.today.isoformat()}T00:00:00",
        "current_version": _VERSION,
        "versions": {_VERSION: {"needs": needs, "needs_amount": len(needs)}},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _need(base: Context, made: Records, one: dict[str, Any]) -> dict[str, Any]:
    top = base.settings.docs.rstrip("/") + "/"
    fields = dict(one["fields"])
    tags = [tag for tag in split_items(fields.pop("tags", "")) if tag]
    # A key that sphinx-needs does not know would be a warning there.
    tags += [f"to-read:{name}" for name in open_fields(one)]
    return {
        "id": one["id"],
        "type": one["type"],
        "title": one["title"],
        "docname": one["path"].removeprefix(top).removesuffix(".md"),
        "doctype": ".md",
        "lineno": one["line"],
        "content": one["text"],
        "tags": tags,
        "aliases": "; ".join(one["aliases"]),
        **fields,
        **one["links"],
        "external_url": made.permalink(one["id"]),
    }


EXPORT = Export("needs", "the records as needs.json, for sphinx-needs", render, "needs.json")
