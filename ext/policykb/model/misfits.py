"""Whether the files of types say what they may, and fit together: for those who write them."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from policykb.model.declaration import TypeData
from policykb.model.load import common, fields_of
from policykb.model.spec import SOURCE_DAY
from policykb.text.toml_places import Keys, line_of


@dataclass(frozen=True, slots=True)
class TypeFile:
    """A file that declares a type, by its path as messages name it."""

    path: str
    text: str


def faults(files: Mapping[str, TypeFile]) -> list[str]:
    """What is wrong with the files of types, as ``PATH:LINE: key: what``; by the types' names."""
    said: list[str] = []
    read: dict[str, dict[str, Any]] = {}
    for name, file in files.items():
        try:
            read[name] = tomllib.loads(file.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            said.append(f"{file.path}:{line[1] if line else 1}: this is not TOML: {error}")
    told = [*misfits(read, read.keys()), *_same_order(read)]
    return said + [_located(files[name], keys, what) for name, keys, what in told]


def misfits(
    read: Mapping[str, Mapping[str, Any]], names: Collection[str]
) -> list[tuple[str, Keys, str]]:
    """What is wrong with the types of some names, each with its type and its keys; ``read`` is
    what the files of all types say."""
    said: list[tuple[str, Keys, str]] = []
    sound: dict[str, TypeData] = {}
    for name in read:
        try:
            sound[name] = _whole(name, read)
        except ValidationError as error:
            said += [(name, *_told(item)) for item in error.errors() if name in names]
    for name in names & sound.keys():
        said += [(name, *misfit) for misfit in _misfits(name, sound[name], read, sound)]
    return said


def _same_order(read: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Keys, str]]:
    """The types that come with policykb have an order; a base's own may share a place."""
    for name, data in read.items():
        if any(
            name != other and data.get("order") == one.get("order") for other, one in read.items()
        ):
            yield name, ("order",), "another type has it too"


def _located(file: TypeFile, keys: Keys, what: str) -> str:
    return f"{file.path}:{line_of(file.text, keys)}: {'.'.join(keys)}: {what}"


def _told(item: ErrorDetails) -> tuple[Keys, str]:
    keys = tuple(str(key) for key in item["loc"] if key != "[key]")
    form = _FORMS.get(keys[-1]) if item["type"] == "string_pattern_mismatch" else None
    said = item["msg"].removeprefix("Value error, ")
    return keys, f"write it {form}" if form else _PLAIN.get(item["type"], said)


_PLAIN = {
    "missing": "it is missing, and a type or field needs it",
    "extra_forbidden": "a type or field has nothing of this name",
    "model_type": "it must be a table",
    "dict_type": "it must be a table",
    "list_type": "it must be a list in [ ]",
    "string_type": "it must be a text in quotes",
    "int_type": "it must be a whole number",
    "bool_type": "it must be true or false",
}
"""Kinds of pydantic's findings in plain words."""
_FORMS = {
    "prefix": "in capital letters with _ at the end, as QUO_",
    "folder": "in small letters, as quotas",
    "schema_org": "as schema.org does, as Organization",
    "color": "as #1a2b3c",
    "color_dark": "as #1a2b3c",
}
"""The forms of texts that have one."""


def _whole(name: str, read: Mapping[str, Mapping[str, Any]]) -> TypeData:
    """A type with the fields of the one it extends. Raises pydantic's `ValidationError`."""
    whole = dict(read[name])
    if _is_well_founded(name, read) and _has_fields({"fields": {}, **whole}):
        whole["fields"] = fields_of(name, read)
    return TypeData.model_validate(whole)


def _is_well_founded(name: str, read: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether the types that one extends are there, have fields and come to an end."""
    seen = [name]
    while (base := read[seen[-1]].get("extends")) is not None:
        if not isinstance(base, str) or base in seen or not _has_fields(read.get(base, {})):
            return False
        seen.append(base)
    return True


def _has_fields(data: Mapping[str, Any]) -> bool:
    fields = data.get("fields")
    return isinstance(fields, dict) and all(isinstance(one, dict) for one in fields.values())


def _misfits(
    name: str, one: TypeData, read: Mapping[str, Mapping[str, Any]], sound: Mapping[str, TypeData]
) -> Iterator[tuple[Keys, str]]:
    """What a type says that does not fit to what it and the others say elsewhere."""
    if not _is_well_founded(name, read):
        yield ("extends",), "it leads to no other type"
    for field in one.fields.keys() & common().keys():
        yield ("fields", field), "every record has a field of this name"
    for keys, other in _named(one):
        if other not in read:
            yield keys, f"there is no type {other}"
    for other, data in sound.items():
        if other != name and data.prefix != one.prefix and data.prefix.startswith(one.prefix):
            yield ("prefix",), f"it begins {data.prefix}, the prefix of {other}"
    for field, spec in one.fields.items():
        others = (data.fields[field] for data in sound.values() if field in data.fields)
        if any(bool(other.targets) != bool(spec.targets) for other in others):
            kind = "no link" if spec.targets else "a link"
            yield ("fields", field), f"in another type it is {kind}; give this one another name"
    for key in ("prefix", "folder"):
        for other, data in sound.items():
            if other != name and getattr(data, key) == getattr(one, key):
                yield (key,), f"another type has it too: {other}"
    if one.newest_first and getattr(one.fields.get(one.newest_first), "type", None) != "date":
        yield ("newest_first",), "it names no date of this type"
    for key in ("opening", "beside"):
        for field in {*getattr(one, key)} - {*one.fields}:
            yield (key,), f"{field} is no field of this type"
    linking = _linking(name, sound)
    for field in {*one.through} - {field for field, _ in linking}:
        yield ("through",), f"{field} is no link to this type"
    yield from _constrained(one)
    for column in {*one.columns} - {*one.fields} - {back for _, back in linking}:
        yield ("columns",), f"{column} is neither a field nor what links to this type is called"


def _constrained(one: TypeData) -> Iterator[tuple[Keys, str]]:
    """The names in constraints that are not what a constraint needs, each with its place."""
    for name, data in one.fields.items():
        for other in data.after:
            if getattr(one.fields.get(other), "type", None) != "date":
                yield ("fields", name, "after"), f"{other} is no date of this type"
        if data.dated not in (None, SOURCE_DAY, *_dates(one)):
            yield (
                ("fields", name, "dated"),
                f"it is neither {SOURCE_DAY} nor a date of this type",
            )
        for key, named in (("unit", data.unit), ("bound", data.bound)):
            if named is not None and named not in one.fields:
                yield ("fields", name, key), f"{named} is no field of this type"
        for other in {*data.requires} - {*one.fields}:
            yield ("fields", name, "requires"), f"{other} is no field of this type"
    for other in {name for group in one.one_of for name in group} - {*one.fields}:
        yield ("one_of",), f"{other} is no field of this type"


def _dates(one: TypeData) -> list[str]:
    return [name for name, data in one.fields.items() if data.type == "date"]


def _named(one: TypeData) -> Iterator[tuple[Keys, str]]:
    """The types that a type names, each with its place."""
    if one.related is not None:
        yield ("related",), one.related
    for other in one.menu.beside if one.menu else ():
        yield ("menu", "with"), other
    for field, data in one.fields.items():
        for target in data.targets or ():
            if target != "any":
                yield ("fields", field, "targets"), target


def _linking(name: str, sound: Mapping[str, TypeData]) -> list[tuple[str, str]]:
    """The fields of all types that link to a type, and how columns call the links."""
    return [
        (field, f"<{data.back}")
        for one in sound.values()
        for field, data in one.fields.items()
        if {name, "any"} & set(data.targets or ())
    ]
