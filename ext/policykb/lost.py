"""Ids that a writer gave, but that a fault of form keeps from being read: links to them are no
mistakes of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policykb.kb import Base

_WRITTEN = re.compile(
    r"^[ \t>*\-]*[:\uff1a]?\s*id\s*[:\uff1a][ \t]*[\"']?([A-Z]+_[A-Z0-9_]+)", re.M
)


def lost_ids(base: Base) -> Iterator[str]:
    """Ids in pages that have faults of form, and those a malformed or missing id stands for."""
    for page in base.pages:
        if page.faults:
            yield from _WRITTEN.findall(unicodedata.normalize("NFKC", page.text))
        for block in page.blocks:
            if "id" in block.options:
                yield block.options["id"].value.strip()
    for entry in base.entries:
        if "id" in entry.bad:
            mend = entry.bad["id"].suggestion
            if mend:
                yield mend
        elif not entry.id:
            plain = unicodedata.normalize("NFKD", entry.title).encode("ascii", "ignore").decode()
            slug = re.sub(r"[^A-Z0-9]+", "_", plain.upper()).strip("_")
            yield entry.model.PREFIX + slug
            for option in entry.raw.options.values():
                yield option.value.strip()
        elif not entry.id.startswith(entry.model.PREFIX):
            yield entry.model.PREFIX + entry.id.partition("_")[2]
