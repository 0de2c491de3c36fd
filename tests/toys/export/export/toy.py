"""The ids of all records, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policykb.base.index import Base


def render(base: Base) -> str:
    """``ID`` lines, sorted."""
    return "".join(f"{ident}\n" for ident in sorted(base.by_id))
