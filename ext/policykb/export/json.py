"""All records as one JSON document."""

import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from policykb.check.context import Context
from policykb.evidence.fingerprint import fingerprint
from policykb.export.format import Export
from policykb.export.records import Records
from policykb.model import TYPES
from policykb.version import __version__

_END = len("]\n}")
"""The length of what stands after the records."""


def render(base: Context, made: Records | None = None) -> bytes:
    """``{"policykb": VERSION, "grades_by": FINGERPRINT, "records": [...]}``, sorted by id; ``made``
    are the records where they are made already. With a site, ``site`` says where it is from."""
    found = Records(base) if made is None else made
    out = BytesIO()
    out.writelines(one.encode() for one in _parts(found))
    return out.getvalue()


def _parts(found: Records) -> Iterator[str]:
    """The document in parts, a record each: the encoder keeps all tokens of what it is given."""
    frame = json.dumps(_head(found, found) | {"records": []}, ensure_ascii=False, indent=2)
    before, after = frame[:-_END], frame[-_END:]
    yield before
    for number, one in enumerate(_shown(found, found)):
        text = json.dumps(one, ensure_ascii=False, indent=2)
        yield ("," if number else "") + "\n    " + text.replace("\n", "\n    ")
    yield ("\n  " if found else "") + after + "\n"


def single(records: Records, one: dict[str, Any]) -> str:
    """The document of one record."""
    content = _head(records, [one]) | {"records": list(_shown(records, [one]))}
    return json.dumps(content, ensure_ascii=False) + "\n"


def _head(records: Records, some: Sequence[dict[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {"policykb": __version__, "grades_by": fingerprint()}
    if records.published:
        content["site"] = _site(records, {one["type"] for one in some})
    return content


def _shown(records: Records, some: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in some:
        yield one | {"permalink": records.permalink(one["id"])} if records.published else one


def _site(records: Records, types: set[str]) -> dict[str, Any]:
    """Where an export is from: address, day, license, and the labels of types and fields."""
    settings = records.base.settings
    return {
        "title": settings.title,
        "address": records.address,
        "publisher": settings.publisher,
        "license": settings.license,
        "built": records.base.today.isoformat(),
        "labels": {
            name: {
                "label": model.label,
                "plural": model.plural,
                "fields": {field: spec.words_for(field) for field, spec in model.specs.items()},
            }
            for name, model in TYPES.items()
            if name in types
        },
    }


EXPORT = Export("json", "everything, with quotations", render, "records.json")
