"""All records as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policykb import __version__
from policykb.export.records import records

if TYPE_CHECKING:
    from policykb.kb import Base


def render(base: Base) -> str:
    """``{"policykb": VERSION, "records": [...]}``, sorted by id."""
    content = {"policykb": __version__, "records": list(records(base))}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
