"""One format of ``policykb export``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policykb.export.records import Records

if TYPE_CHECKING:
    from policykb.check.context import Context

__all__ = ["Export", "Records"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format as its module declares it. ``render`` makes the whole file, text as UTF-8; a library
    that is large is imported there and not before."""

    name: str
    """The word after ``policykb export``."""
    what: str
    """The content of the file in a few words."""
    render: Callable[[Context, Records], str | bytes]
    file: str = ""
    """Its name among the downloads of the site; empty where it is not offered there."""
