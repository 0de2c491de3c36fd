"""All records as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from policykb.evidence.fingerprint import fingerprint
from policykb.export.format import Export
from policykb.export.records import records
from policykb.version import __version__

if TYPE_CHECKING:
    from policykb.check.context import Context


def render(base: Context, made: Iterable[dict[str, Any]] | None = None) -> str:
    """``{"policykb": VERSION, "grades_by": FINGERPRINT, "records": [...]}``, sorted by id; ``made``
    are the records where they are made already."""
    found = list(records(base) if made is None else made)
    content = {"policykb": __version__, "grades_by": fingerprint(), "records": found}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


EXPORT = Export("json", "everything, with quotations", render, "records.json")
