"""All records as one JSON document."""

import json
from collections.abc import Sequence
from typing import Any

from policykb.check.context import Context
from policykb.evidence.fingerprint import fingerprint
from policykb.export.format import Export
from policykb.export.records import Records
from policykb.model import TYPES
from policykb.version import __version__


def render(base: Context, made: Records | None = None) -> str:
    """``{"policykb": VERSION, "grades_by": FINGERPRINT, "records": [...]}``, sorted by id; ``made``
    are the records where they are made already. With a site, ``site`` says where it is from."""
    found = Records(base) if made is None else made
    return json.dumps(_document(found, found), ensure_ascii=False, indent=2) + "\n"


def single(records: Records, one: dict[str, Any]) -> str:
    """The document of one record."""
    return json.dumps(_document(records, [one]), ensure_ascii=False) + "\n"


def _document(records: Records, some: Sequence[dict[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {"policykb": __version__, "grades_by": fingerprint()}
    if records.published:
        content["site"] = _site(records, {one["type"] for one in some})
        some = [{**one, "permalink": records.permalink(one["id"])} for one in some]
    return {**content, "records": list(some)}


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
