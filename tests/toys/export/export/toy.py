"""The ids of all records, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policykb.export.format import Export, Records

if TYPE_CHECKING:
    from policykb.check.context import Context


def render(base: Context, made: Records) -> str:
    """``ID`` lines, sorted."""
    return "".join(f"{record['id']}\n" for record in made)


EXPORT = Export("toy", "the ids of all records", render, "records.toy")
