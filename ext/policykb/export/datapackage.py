"""All tables as a Tabular Data Package: CSV files with a description of their columns, in one ZIP.

As in the other CSV files, a cell that a spreadsheet would run has an apostrophe in front.
https://specs.frictionlessdata.io/tabular-data-package/
"""

import io
import json
import zipfile
from hashlib import sha256
from typing import Any

from policykb.check.context import Context
from policykb.export import csv, licenses
from policykb.export.format import Export, Records
from policykb.export.table import Column, Table
from policykb.export.tables import tables

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can have, of every file: the same base gives the same bytes."""
_GUARD = "A text that a spreadsheet would run as a formula has an apostrophe in front."


def render(base: Context, made: Records) -> bytes:
    """The ZIP's bytes."""
    found = [one.narrow().sound(base.by_id) for one in tables(made)]
    files = {f"data/{one.name}.csv": csv.text(one).encode() for one in found}
    for one in found:
        one.texts.clear()  # no other format is made of them
    resources = [_resource(one, f"data/{one.name}.csv", files) for one in found]
    package = json.dumps(_package(made, resources), ensure_ascii=False, indent=2).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in {"datapackage.json": package, **files}.items():
            target.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _package(made: Records, resources: list[dict[str, Any]]) -> dict[str, Any]:
    settings = made.base.settings
    found: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "policykb",
        "title": settings.title,
        "description": _GUARD,
        "homepage": made.address,
        "created": f"{made.base.today.isoformat()}T00:00:00Z",
        "resources": resources,
    }
    if settings.license:
        one = {"name": settings.license.replace(" ", "-"), "title": settings.license}
        path = licenses.address(settings.license)
        found["licenses"] = [{**one, "path": path} if path else one]
    return {key: value for key, value in found.items() if value}


def _resource(table: Table, path: str, files: dict[str, bytes]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(one) for one in table.columns]}
    if table.key:
        schema["primaryKey"] = table.columns[0].name
    keys = [
        {"fields": one.name, "reference": {"resource": one.to, "fields": "id"}}
        for one in table.columns
        if one.to
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(files[path]),
        "hash": f"sha256:{sha256(files[path]).hexdigest()}",
        "schema": {**schema, **({"foreignKeys": keys} if keys else {})},
    }


def _field(one: Column[Any]) -> dict[str, str]:
    return {"name": one.name, "type": one.kind, "description": one.what}


EXPORT = Export(
    "datapackage", "all tables as CSV with their schema, zipped", render, "datapackage.zip"
)
