"""The files that are generated and committed: JSON Schemas, the field reference, the pages of the
rules.

A schema describes a record as ``policykb export json`` writes it, so that a reader can check an
export with the file beside it. JSON Schema, draft 2020-12.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policykb.base.settings import Settings
from policykb.evidence.grade import GRADES, REASONS
from policykb.model import TYPES, RecordType, Spec
from policykb.model.load import common
from policykb.values.country import COUNTRY
from policykb.values.date import DATE

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
ANY = ("any",)
MOST_CHOICES = 40
"""A longer vocabulary is listed once, at the end of the field reference."""
_ELSEWHERE = frozenset({"id", "title", "aliases"})


def documents(root: Path, settings: Settings) -> dict[Path, str]:
    """Every generated file of a root, by its path, with the text it must have."""
    made = {name: record(model) for name, model in TYPES.items()}
    made |= {"evidence": evidence(), "fact": fact(), "export": export()}
    files = {root / FOLDER / f"{name}.json": as_text(one) for name, one in made.items()}
    guide = root / settings.docs / "guide"
    if guide.is_dir():
        from policykb.check.rules.catalog import all_rules
        from policykb.check.rules.pages import index, pages

        files[guide / "reference" / "fields.md"] = reference()
        folder, rules = root / settings.docs / "rules", all_rules(settings)
        files[folder / "index.md"] = index(rules)
        files |= {folder / f"{code}.md": page for code, page in pages(rules)}
    return files


def export() -> dict[str, Any]:
    """The schema of a whole export."""
    either = [
        {"if": {"properties": {"type": {"const": name}}}, "then": {"$ref": f"{name}.json"}}
        for name in TYPES
    ]
    each = {"type": "object", "required": ["type"], "properties": {"type": {"enum": list(TYPES)}}}
    return {
        "$schema": DRAFT,
        "$id": "export.json",
        "title": "An export of the whole base",
        "type": "object",
        "required": ["policykb", "grades_by", "records"],
        "additionalProperties": False,
        "properties": {
            "policykb": _text("The version that wrote it."),
            "grades_by": _text("Fingerprint of the rules and words that gave the grades."),
            "site": {
                "description": "Where the file is from; in the files of a site only.",
                **_object(_site()),
                "required": list(_site()),
            },
            "records": {
                "type": "array",
                "description": "All records, sorted by id.",
                "items": {**each, "allOf": either},
            },
        },
    }


def _site() -> dict[str, Any]:
    labels = "Type to its `label`, its `plural` and its `fields`, each with its name in words."
    return {
        "title": _text("The site's title."),
        "address": _text("Its address; empty where it does not know it."),
        "publisher": _text("Who publishes it."),
        "license": _text("How the records' own words may be used."),
        "built": _text("The day of this version, ISO 8601."),
        "labels": {"type": "object", "description": labels},
    }


def record(model: RecordType) -> dict[str, Any]:
    """The schema of one type's records."""
    properties = _properties(model)
    return {
        **_named(model.name, model.label),
        "description": model.description,
        **_object(properties),
        "required": [name for name in properties if name != "permalink"],
        "allOf": [
            _filled_or_gap(name, spec)
            for name, spec in model.specs.items()
            if spec.required and name not in _ELSEWHERE
        ],
    }


def _properties(model: RecordType) -> dict[str, Any]:
    from policykb.model.record import record_model

    known = record_model(model).model_json_schema()["properties"]
    specs = model.specs.items()
    plain = [name for name, spec in specs if not spec.is_link and name not in _ELSEWHERE]
    return {
        "id": {**_value(known["id"]), "pattern": f"^{model.prefix}[A-Z0-9_]+$"},
        "type": {"const": model.name, "description": "The name of the record's type."},
        "title": _value(known["title"]),
        "aliases": _list({"type": "string"}, "Other names.", uniqueItems=True),
        "fields": {
            "description": "Field to its text as written; links and empty fields are left out.",
            **_object({name: _value(known[name]) for name in plain}),
        },
        "links": {
            "description": "Field to the ids of the records it links to.",
            **_object({name: _link(spec) for name, spec in specs if spec.is_link}),
        },
        "evidence": _list({"$ref": "evidence.json"}, "Its quotations."),
        "facts": _list({"$ref": "fact.json"}, "What it states, each item with its grade."),
        "path": _text("The page, relative to the root."),
        "line": {**_LINE, "description": "Where the record begins."},
        "text": _text("The record's own prose as plain text."),
        "permalink": _text("The address that stays; in the files of a site only."),
    }


_LINE = {"type": "integer", "minimum": 1}
_PLACE = {"type": ["integer", "null"], "minimum": 0}
_WHERE_GIVEN = ("subject", "said_by", "page", "page_end")


def evidence() -> dict[str, Any]:
    """The schema of one quotation."""
    words = {"type": "object", "additionalProperties": {"type": "string"}}
    properties: dict[str, Any] = {
        "source": _text("The id of the source."),
        "quote": _text("The words; […] marks what is left out."),
        "supports": _list({"type": "string"}, "Fields it shows; text for statements in prose."),
        "disputes": _list({"type": "string"}, "Fields for which it shows another value."),
        "shows": {
            "type": "object",
            "description": "Field to value to the quoted words that stand for it.",
            "additionalProperties": words,
        },
        "subject": _text("Its words that stand for the record."),
        "said_by": _text("The id of who says it; empty for none."),
        "start": {**_PLACE, "description": "First code point in the decoded source."},
        "end": {**_PLACE, "description": "Code point after the last one."},
        "page": {**_LINE, "description": "Its page, where the source has pages."},
        "page_end": {**_LINE, "description": "The last page it runs over to."},
        "selectors": _list(
            {"type": "object"}, "Each run as W3C Web Annotation position and quote selectors."
        ),
    }
    needed = [name for name in properties if name not in _WHERE_GIVEN]
    return {**_named("evidence", "Quotation"), **_object(properties), "required": needed}


def fact() -> dict[str, Any]:
    """The schema of one fact with its grade."""
    text = {"type": "string"}
    quote = {"source": text, "quote": text, "start": _PLACE, "end": _PLACE}
    each = {**_object(quote), "required": list(quote)}
    properties: dict[str, Any] = {
        "record": _text("The id of its record."),
        "field": _text("The name of its field."),
        "value": _text("The value as written; one item of a list."),
        "grade": {"enum": list(GRADES), "description": "How far it got."},
        "why": _list({"enum": list(REASONS)}, "Why it got no further."),
        "path": _text("The page, relative to the root."),
        "line": {**_LINE, "description": "Where the field stands."},
        "quotes": _list(each, "The quotations that support it."),
        "reviewed": {"type": ["string", "null"], "description": "The record's review as written."},
    }
    return {**_named("fact", "Fact"), **_object(properties), "required": list(properties)}


def _named(name: str, title: str) -> dict[str, Any]:
    return {"$schema": DRAFT, "$id": f"{name}.json", "title": title}


def _text(said: str) -> dict[str, Any]:
    return {"type": "string", "description": said}


def _list(items: dict[str, Any], said: str, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more, "description": said}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _value(known: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in known.items() if key not in ("title", "default")}


def _link(spec: Spec) -> dict[str, Any]:
    prefixes = [TYPES[name].prefix for name in spec.targets if name != "any"]
    start = f"(?:{'|'.join(prefixes)})" if prefixes else "[A-Z]+_"
    found: dict[str, Any] = {
        "type": "array",
        "description": spec.description,
        "minItems": max(1, spec.minimum),
        "items": {"type": "string", "pattern": f"^{start}[A-Z0-9_]+$"},
    }
    return found if spec.many else {**found, "maxItems": 1}


def _filled_or_gap(name: str, spec: Spec) -> dict[str, Any]:
    group = "links" if spec.is_link else "fields"
    gap = {"required": ["gap"], "properties": {"gap": {"pattern": rf"(^|;)\s*{name}\s*[—–-]"}}}
    filled = {"properties": {group: {"required": [name]}}}
    return {"anyOf": [filled, {"properties": {"fields": gap}}]}


def as_text(content: dict[str, Any]) -> str:
    """A schema as it is written to a file."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def reference() -> str:
    """The field reference as a Markdown page."""
    shared = common()
    parts = [
        "# Fields of every type",
        "Written by `policykb schema` from the model. A *required* field may instead be named in "
        "`gap` with the reason why it is not known. A *fact* must be shown by a quotation; an "
        "*editorial* field is what editors know. Every field is shown on the page of its record, "
        "and is in the search, in all exports, in `policykb diff` and, as an option, in "
        "`policykb new`; *also in* names the other views that have it: the type's list, the "
        "timeline, the network and the filters of the search.",
        "## Every record",
        _table(shared),
    ]
    for name, model in TYPES.items():
        own = {field: spec for field, spec in model.specs.items() if field not in shared}
        parts += [
            f"## `{name}`",
            f"{model.description} Ids begin with `{model.prefix}`.",
            _table(own, model),
        ]
    values = [spec.value for model in TYPES.values() for spec in model.specs.values()]
    long = {one.name: one.choices for one in values if len(one.choices) > MOST_CHOICES}
    for name, choices in long.items():
        parts += [f"## Codes of `{name}`", ", ".join(f"`{choice}`" for choice in choices)]
    return "\n\n".join(parts) + "\n"


def _table(specs: Mapping[str, Spec], model: RecordType | None = None) -> str:
    """The fields of a type, or those of every record."""
    also = (" Also in |", "---|") if model else ("", "")
    rows = [f"| Field | Rank | Value | Meaning |{also[0]}", f"|---|---|---|---|{also[1]}"]
    for name, spec in specs.items():
        rank = ["required"] if spec.required else []
        rank.append("editorial" if spec.editorial or (model and model.editorial) else "fact")
        row = f"| `{name}` | {', '.join(rank)} | {_accepts(spec)} | {spec.description} |"
        rows.append(f"{row} {', '.join(places(model, name))} |" if model else row)
    return "\n".join(rows)


def places(model: RecordType, name: str) -> list[str]:
    """The views over all records that show a field of a type."""
    spec = model.specs[name]
    linked = [other for kind, other in TYPES.items() if kind in spec.targets or spec.targets == ANY]
    dated = spec.value is DATE
    shown = {
        "list": name in model.columns,
        "timeline": dated and model.timeline,
        "network": model.network and any(other.network for other in linked),
        "filter": any(other.facet for other in linked)
        or spec.value is COUNTRY
        or name == "status"
        or (dated and not spec.editorial),
    }
    return [place for place, is_there in shown.items() if is_there]


def _accepts(spec: Spec) -> str:
    if spec.is_link:
        targets = " or ".join("any type" if one == "any" else f"`{one}`" for one in spec.targets)
        return f"{'ids' if spec.many else 'one id'} of {targets}"
    found = spec.value.choices
    if len(found) > MOST_CHOICES:
        return f"[{spec.value.accepted}](#codes-of-{spec.value.name})"
    if found:
        return ", ".join(f"`{choice}`" for choice in found)
    return f"{spec.value.accepted}, several separated by `,`" if spec.many else spec.value.accepted
