"""The committed schemas hold for the project's own export, and say no to what is not one."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from policykb.check import engine
from policykb.cli import main
from policykb.export import json as export_json
from policykb.export import schema
from policykb.export.records import Records
from policykb.model import TYPES

JV = "JV_AKITA_BIOSIMILARS"


@pytest.fixture(scope="module")
def export(root: Path) -> dict[str, Any]:
    """The project's own base."""
    content: dict[str, Any] = json.loads(export_json.render(engine.load(root)))
    return content


@pytest.fixture(scope="module")
def schemas(root: Path) -> dict[str, Any]:
    """The committed schemas by file name."""
    return {path.name: json.loads(path.read_text("utf-8")) for path in (root / "schemas").iterdir()}


def faults(schemas: dict[str, Any], name: str, instance: object) -> list[str]:
    """What one of the schemas says is wrong."""
    base = "json-schema:///"
    registry = jsonschema_rs.Registry(
        [(base + one, {**schema, "$id": base + one}) for one, schema in schemas.items()]
    )
    schema = {**schemas[name], "$id": base + name}
    validator = jsonschema_rs.validator_for(schema, registry=registry)
    return [error.message for error in validator.iter_errors(instance)]


def test_the_whole_export_is_valid(schemas: dict[str, Any], export: dict[str, Any]) -> None:
    assert set(schemas) == {f"{name}.json" for name in (*TYPES, "evidence", "export", "fact")}
    assert faults(schemas, "export.json", export) == []


def test_what_the_site_offers_is_valid_too(schemas: dict[str, Any], root: Path) -> None:
    base = engine.load(root)
    records = Records(base, "https://kb.example/", published=True)
    whole = json.loads(export_json.render(base, records))
    assert whole["site"]["license"] == "CC BY 4.0"
    assert faults(schemas, "export.json", whole) == []
    assert faults(schemas, "export.json", json.loads(export_json.single(records, records[0]))) == []
    whole["site"]["color"] = "red"
    assert faults(schemas, "export.json", whole) != []


SPOIL: dict[str, Callable[[dict[str, Any]], object]] = {
    "no program": lambda one: one["links"].pop("funded_by"),
    "one party": lambda one: one["links"].update(parties=["ORG_ONE"]),
    "program of another type": lambda one: one["links"].update(funded_by=["ORG_ONE"]),
    "status of no vocabulary": lambda one: one["fields"].update(status="signed"),
    "date in words": lambda one: one["fields"].update(agreed="March 2024"),
    "unknown field": lambda one: one["fields"].update(color="red"),
    "prefix of another type": lambda one: one.update(id="ORG_ONE"),
    "unknown type": lambda one: one.update(type="treaty"),
    "no line": lambda one: one.pop("line"),
    "evidence without words": lambda one: one["evidence"][0].pop("quote"),
}


@pytest.mark.parametrize("fault", SPOIL)
def test_a_spoilt_record_is_not(
    schemas: dict[str, Any], export: dict[str, Any], fault: str
) -> None:
    spoilt = copy.deepcopy(export)
    SPOIL[fault](next(one for one in spoilt["records"] if one["id"] == JV))
    assert faults(schemas, "export.json", spoilt) != []


def test_a_gap_stands_for_a_required_field(schemas: dict[str, Any], export: dict[str, Any]) -> None:
    record = copy.deepcopy(next(one for one in export["records"] if one["id"] == JV))
    del record["links"]["funded_by"]
    record["fields"]["gap"] = "funded_by — no source names a program"
    assert faults(schemas, "jv.json", record) == []


def test_drift_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("docs", "seeds", "docs/guide"):
        (tmp_path / name).mkdir()
    root = ["--root", str(tmp_path)]
    assert main(["schema", *root]) == 0
    assert main(["schema", "--check", *root]) == 0
    (tmp_path / "schemas/jv.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / "docs/guide/reference/fields.md").unlink()
    (tmp_path / "schemas/treaty.json").write_text("{}\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["schema", "--check", *root]) == 1
    said = capsys.readouterr().err
    assert "schemas/jv.json: differs from the model" in said
    assert "docs/guide/reference/fields.md: is missing" in said
    assert "schemas/treaty.json: belongs to no type" in said


def test_a_long_vocabulary_is_listed_once_in_the_field_reference() -> None:
    text = schema.reference()
    assert text.count("`AD`") == 1
    assert text.count("](#codes-of-country)") > 3
    assert "`proposed`, `in-preparation`" in text
    assert max(len(line) for line in text.splitlines() if line.startswith("|")) < 400
