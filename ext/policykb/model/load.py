"""Read the files that declare types: one TOML file a type, and one for the fields of all."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from policykb.model.record_type import RecordType
from policykb.model.spec import SOURCE_DAY, Spec
from policykb.values.base import ValueType
from policykb.values.identifier import ID
from policykb.values.registry import VALUE_TYPES
from policykb.values.term import Vocabulary

HERE = Path(__file__).parent
Data = Mapping[str, Any]


def built_in() -> dict[str, Data]:
    """What the files of ``model/types`` say, by type."""
    return {path.stem: _read(path) for path in (HERE / "types").glob("*.toml")}


def record_types(declared: Mapping[str, Data]) -> dict[str, RecordType]:
    """The types of sound declarations (type name to content of its file), in their order."""
    made = [_record_type(name, declared) for name in declared]
    return {one.name: one for one in sorted(made, key=lambda one: (one.order, one.name))}


@cache
def common() -> Mapping[str, Spec]:
    """The fields of every record."""
    return {name: spec(name, data) for name, data in _read(HERE / "common.toml")["fields"].items()}


def _record_type(name: str, declared: Mapping[str, Data]) -> RecordType:
    own = {key: _hard(value) for key, value in declared[name].items() if key not in _APART}
    fields = {field: spec(field, data) for field, data in fields_of(name, declared).items()}
    return RecordType(name=name, specs={**common(), **fields}, **own)


_APART = frozenset({"fields", "extends"})


def fields_of(name: str, declared: Mapping[str, Data]) -> dict[str, Data]:
    """The fields of a type: those of the type it extends, changed by what it says itself."""
    base = declared[name].get("extends")
    found = fields_of(base, declared) if base else {}
    for field, data in declared[name].get("fields", {}).items():
        found[field] = {**found.get(field, {}), **data}
    return found


def spec(name: str, data: Data) -> Spec:
    """A field's declaration."""
    own = {key: _hard(value) for key, value in data.items() if key not in _VALUE}
    # Values some of which lie in the future tell where something stands, which changes.
    dated = {"dated": SOURCE_DAY} if data.get("future") else {}
    return Spec(value=_value_type(name, data), **{**dated, **own})


_VALUE = frozenset({"type", "values", "future", "lasting", "vocabulary", "words"})


def _value_type(name: str, data: Data) -> ValueType[Any]:
    if "values" in data:
        return Vocabulary(
            data.get("vocabulary", name),
            tuple(data["values"]),
            frozenset(data.get("future", ())),
            tuple(data.get("words", {}).items()),
            frozenset(data.get("lasting", ())),
        )
    return ID if "targets" in data else VALUE_TYPES[data["type"]]


def _hard(value: Any) -> Any:
    return tuple(_hard(one) for one in value) if isinstance(value, list) else value


def _read(path: Path) -> Data:
    return tomllib.loads(path.read_text(encoding="utf-8"))
