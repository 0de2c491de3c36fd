"""What a reader of its own finds in each format: how many records, links, quotations and facts.

``python -m tests.export.readers DIR`` prints the table of the guide for a base.
"""

import csv
import io
import json
import sqlite3
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policykb.check import engine
from policykb.check.context import Context
from policykb.evidence.review import listing
from policykb.export import catalog
from policykb.export.records import Records
from policykb.model import TYPES

Counts = dict[str, int]
KINDS = ("records", "links", "quotations", "facts")


def held(base: Context) -> Counts:
    """The base's own, counted on its pages, not on what is exported."""
    return {
        "records": len(base.by_id),
        "links": sum(len(ids) for _, _, ids in base.links),
        "quotations": sum(len(one.raw.evidence) for one in base.entries),
        "facts": len(listing(base.evidence)["facts"]),
    }


def by_sqlite3(content: bytes) -> Counts:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    count = "SELECT count(*) FROM "
    return {name: database.execute(count + name).fetchone()[0] for name in KINDS}


def by_openpyxl(content: bytes) -> Counts:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    rows = {sheet.title: sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book}
    found = {name: rows.pop(f"All {name}") for name in KINDS if f"All {name}" in rows}
    return {"records": sum(rows.values()), **found}


def by_frictionless(content: bytes) -> Counts:
    import frictionless

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "package.zip")
        path.write_bytes(content)
        report = frictionless.validate(str(path), type="package")
        assert report.valid, report.flatten(["type", "message"])
        found = {one.name: one.stats.get("rows", 0) for one in report.tasks}
    return {name: found[name] for name in KINDS}


def by_rdflib(content: bytes) -> Counts:
    import rdflib
    from rdflib.namespace import RDF

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, about itself
        graph = rdflib.Graph().parse(data=content, format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    annotation = rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")
    return {
        "records": len(set(graph.subjects(schema.identifier))),
        "links": sum(
            str(field).startswith("urn:policykb:field:") and isinstance(value, rdflib.URIRef)
            for _, field, value in graph
        ),
        "quotations": len(set(graph.subjects(RDF.type, annotation))),
        "facts": len(set(graph.subjects(RDF.type, schema.PropertyValue))),
    }


def by_json(content: bytes) -> Counts:
    records: list[dict[str, Any]] = json.loads(content)["records"]
    return {
        "records": len(records),
        "links": sum(len(ids) for one in records for ids in one["links"].values()),
        "quotations": sum(len(one["evidence"]) for one in records),
        "facts": sum(len(one["facts"]) for one in records),
    }


def by_csv(content: bytes) -> Counts:
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    links = {name for model in TYPES.values() for name, _ in model.links}
    filled = (row[name] for row in rows for name in links if row[name])
    return {"records": len(rows), "links": sum(len(cell.split(", ")) for cell in filled)}


def by_json_as_needs(content: bytes) -> Counts:
    told = json.loads(content)
    needs = told["versions"][told["current_version"]]["needs"]
    links = {name for model in TYPES.values() for name, _ in model.links}
    ids = (need[name] for need in needs.values() for name in links if name in need)
    return {"records": len(needs), "links": sum(map(len, ids))}


READERS: dict[str, tuple[str, Callable[[bytes], Counts]]] = {
    "sqlite": ("sqlite3", by_sqlite3),
    "xlsx": ("openpyxl", by_openpyxl),
    "datapackage": ("frictionless", by_frictionless),
    "jsonld": ("rdflib", by_rdflib),
    "json": ("json", by_json),
    "csv": ("csv", by_csv),
    "needs": ("json", by_json_as_needs),
}
"""By format, the reader and what it finds."""


def table(base: Context) -> str:
    """The rows of the guide's table."""
    made = Records(base)
    lines = []
    for name, (reader, count) in READERS.items():
        found = count(catalog.written(catalog.found()[name], base, made))
        cells = (str(found.get(kind, "–")) for kind in KINDS)
        lines.append(f"| `{name}` | {reader} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(engine.load(Path(sys.argv[1]))))
