"""Doubts of another reader, a person or a program: they are shown first, and never pass a fact."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from policykb.check.context import Context
from policykb.check.reading import LoadError

FORM = '[{"record": "ORG_A", "field": "country", "doubt": "why"}]'


class Doubt(NamedTuple):
    """What is doubted of a record: all of it where ``field`` is empty, one item of a list where
    ``value`` is given."""

    record: str
    field: str
    value: str
    why: str


def read(text: str, base: Context) -> list[Doubt]:
    """Doubts in JSON. Raises `LoadError` where they cannot be read, or name no record or field."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LoadError(f"the doubts are no JSON ({error}); write {FORM}") from None
    if isinstance(found, dict):
        found = found.get("doubts")
    if not isinstance(found, list):
        raise LoadError(f"the doubts are no list; write {FORM}")
    return [_doubt(item, number, base) for number, item in enumerate(found, 1)]


def _doubt(item: Any, number: int, base: Context) -> Doubt:
    if not isinstance(item, Mapping):
        raise LoadError(f"doubt {number} is no object; write {FORM}")
    texts = {name: str(item.get(name) or "") for name in ("record", "field", "value", "doubt")}
    entry = base.by_id.get(texts["record"])
    if entry is None:
        raise LoadError(f"doubt {number}: there is no record “{texts['record'][:80]}”")
    if texts["field"] and texts["field"] not in entry.specs:
        raise LoadError(f"doubt {number}: {entry.id} has no field “{texts['field'][:80]}”")
    return Doubt(entry.id, texts["field"], texts["value"], " ".join(texts["doubt"].split()))
