"""The base as linked data: records and facts in the words of schema.org, where they come from in
those of PROV-O, and each quotation as a Web Annotation of its source.

https://schema.org, https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import Any

from policykb.check.context import Context
from policykb.export import licenses
from policykb.export.fact_table import Row
from policykb.export.format import Export, Records

Node = dict[str, Any]

CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "field": "urn:policykb:field:",
    "type": "urn:policykb:type:",
    "term": "urn:policykb:term:",
}
"""Prefixes. What other vocabularies have no word for, and the fields, have names of our own."""
_NOWHERE = "urn:policykb:"
"""What addresses begin with where the site's own is not known."""


_PAGES = {"page": "schema:pageStart", "page_end": "schema:pageEnd"}


def render(base: Context, made: Records) -> bytes:
    """One document: the base, its records, their facts and quotations."""
    out = BytesIO()
    out.writelines(one.encode() for one in _parts(made))
    return out.getvalue()


def _parts(made: Records) -> Iterator[str]:
    """A line a node: to be compared line by line, and quickly made."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'
    yield json.dumps(_dataset(made), ensure_ascii=False)
    for node in chain(_records(made), _quotations(made)):
        yield ",\n" + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"


def _iri(made: Records, ident: str, anchor: str = "") -> Node:
    return {"@id": ("" if made.address else _NOWHERE) + made.permalink(ident, anchor)}


def _dataset(made: Records) -> Node:
    settings = made.base.settings
    node: Node = {
        "@id": made.address or f"{_NOWHERE}base",
        "@type": ["schema:Dataset", "prov:Collection"],
        "schema:name": settings.title,
        "schema:dateModified": made.base.today.isoformat(),
    }
    if address := licenses.address(settings.license):
        node["schema:license"] = {"@id": address}
    elif settings.license:
        node["schema:license"] = settings.license
    if settings.publisher:
        node["schema:publisher"] = {
            "@type": "schema:Organization",
            "schema:name": settings.publisher,
        }
    return node


def _records(made: Records) -> Iterator[Node]:
    rows: dict[str, list[Row]] = {}
    for row in made.table:
        rows.setdefault(row.record, []).append(row)
    for one in made:
        yield _record(made, one, rows.get(one["id"], []))


def _record(made: Records, one: dict[str, Any], rows: list[Row]) -> Node:
    entry = made.base.by_id[one["id"]]
    node: Node = {
        **_iri(made, entry.id),
        "@type": [f"schema:{entry.model.schema_org}", "prov:Entity", f"type:{entry.type}"],
        "schema:identifier": entry.id,
        "schema:name": entry.title,
        "schema:alternateName": one["aliases"],
        "schema:description": one["text"],
        "schema:url": _iri(made, entry.id),
        "schema:isPartOf": {"@id": made.address or f"{_NOWHERE}base"},
    }
    for row in rows:
        node.setdefault(f"field:{row.field}", []).append(_value(made, row))
    sources = sorted({row.source for row in rows if row.source in made.base.by_id})
    node["prov:wasDerivedFrom"] = [_iri(made, ident) for ident in sources]
    graded = [row for row in rows if row.grade]
    node["schema:additionalProperty"] = [_fact(made, row, at) for at, row in enumerate(graded, 1)]
    return {key: value for key, value in node.items() if value not in ("", [])}


def _value(made: Records, row: Row) -> Node | str:
    return _iri(made, row.value) if row.spec.is_link else row.value


def _fact(made: Records, row: Row, number: int) -> Node:
    """A fact, which stands on its own so that it can have a grade and a quotation."""
    node: Node = {
        **_iri(made, row.record, f"fact{number}"),
        "@type": ["schema:PropertyValue", "prov:Entity"],
        "schema:propertyID": row.field,
        "schema:name": row.label,
        "schema:value": _value(made, row),
        "schema:unitText": row.amount.unit or row.amount.currency,
        "term:grade": row.grade,
        "term:why": row.why,
    }
    if row.amount.number is not None:
        # Digits: as a number of JSON it might lose some.
        node["term:number"] = {"@type": "http://www.w3.org/2001/XMLSchema#decimal"}
        node["term:number"]["@value"] = f"{row.amount.number:f}"
    if row.number:
        node["prov:wasDerivedFrom"] = _iri(made, row.record, f"q{row.number}")
    return {key: value for key, value in node.items() if value != ""}


def _quotations(made: Records) -> Iterator[Node]:
    for one in made:
        for number, quote in enumerate(one["evidence"], 1):
            yield _quotation(made, one["id"], number, quote)


def _quotation(made: Records, ident: str, number: int, quote: dict[str, Any]) -> Node:
    source = _iri(made, quote["source"])
    fields = [{"@id": f"field:{name}"} for name in quote["supports"]]
    return {
        **_iri(made, ident, f"q{number}"),
        "@type": ["oa:Annotation", "prov:Entity"],
        "oa:motivatedBy": {"@id": "oa:linking"},
        "oa:hasBody": _iri(made, ident),
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": source,
            "oa:hasSelector": [_selector(one) for one in quote["selectors"]],
        },
        "schema:text": quote["quote"],
        **{_PAGES[key]: quote[key] for key in _PAGES if key in quote},
        "term:supports": fields,
        "prov:wasQuotedFrom": source,
    }


def _selector(one: dict[str, Any]) -> Node:
    names = {"type": "@type", "start": "oa:start", "end": "oa:end", "exact": "oa:exact"}
    found = {names[key]: value for key, value in one.items()}
    return {**found, "@type": f"oa:{one['type']}"}


EXPORT = Export("jsonld", "everything as linked data", render, "records.jsonld")
