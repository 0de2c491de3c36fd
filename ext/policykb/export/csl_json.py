"""The sources as CSL-JSON, which programs that manage references read; the ids are theirs."""

import json

from policykb.check.context import Context
from policykb.export.bibliography import source_csl, sources
from policykb.export.format import Export, Records


def render(base: Context, made: Records) -> str:
    """A list of items, by id."""
    items = [source_csl(one) for one in sources(base)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


EXPORT = Export(
    "csl-json", "the sources for programs that manage references", render, "sources.csl.json"
)
