"""The types, fields, values, stems and other words that a base adds in its settings.

They are in the format of the files in ``types``. A base may name new fields for a type that is
there, and further values for a field of some values; what is declared already stays as it is.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from policykb.model.current import Model
from policykb.model.load import HERE, built_in, record_types
from policykb.model.misfits import misfits
from policykb.model.record_type import RecordType
from policykb.text.language import DATA
from policykb.text.lexicon import UNDOING, Lexicon, joined, parted
from policykb.text.similar import nearest_word
from policykb.text.toml_places import Keys, line_of
from policykb.values.term import Vocabulary

Places = Callable[[Keys], str]
Told = Iterator[tuple[Keys, str]]
_ADDED = ("values", "future", "lasting", "words")
"""What a base may add to a field that is there."""
_LISTS = _ADDED[:-1]


class Refused(Exception):
    """What a base adds cannot be used: a line for each fault, with its place."""


def places(file: str, text: str, table: str) -> Places:
    """What tells the place of nested keys of the settings, as ``FILE:LINE``."""
    outer = tuple(name for name in table.split(".") if name)
    return lambda keys: f"{file}:{line_of(text, (*outer, *keys))}"


def model(
    types: Mapping[str, Any], stems: Mapping[str, Any], words: Mapping[str, Any], where: Places
) -> Model:
    """The model with what a base adds. Raises `Refused`."""
    declared = built_in()
    _refuse(_misshapen(types, declared), where)
    merged = {**declared, **{name: _joined(declared.get(name), types[name]) for name in types}}
    told = [
        (("types", name, *keys), what)
        for name, keys, what in misfits(merged, types.keys())
        if name not in declared or keys[0] in ("fields", "labels")
    ]
    _refuse([*_taken(types, declared), *told], where)
    made = record_types(merged)
    _refuse(_bad_labels(types, made), where)
    _refuse([*_bad_stems(stems, made), *_bad_words(words)], where)
    return Model(made, joined({name: {"stems": given} for name, given in stems.items()}, words))


def _refuse(faults: Iterable[tuple[Keys, str]], where: Places) -> None:
    lines = {f"{where(keys)}: {'.'.join(keys)}: {what}" for keys, what in faults}
    if lines:
        raise Refused(*sorted(lines, key=lambda line: (int(line.split(":")[1]), line)))


def _misshapen(types: Mapping[str, Any], declared: Mapping[str, Any]) -> Told:
    """Where there is no table, and what would change a type or field that is there."""
    for name, data in types.items():
        keys = ("types", name)
        if not isinstance(data, dict) or not isinstance(data.get("fields", {}), dict):
            yield keys, "a type is a table, and so are its fields"
        elif not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            yield keys, "the name of a type has small letters, digits and _ only"
        elif name in declared:
            for key in data.keys() - {"fields", "labels"}:
                said = "add fields, values and labels to it only"
                yield (*keys, key), f"{name} comes with policykb: {said}"
            yield from _changed(name, data.get("fields", {}), declared)


def _changed(name: str, fields: Mapping[str, Any], declared: Mapping[str, Any]) -> Told:
    known = declared[name]["fields"]
    for field, data in fields.items():
        keys = ("types", name, "fields", field)
        if field not in known:
            continue
        if not isinstance(data, dict) or "values" not in known[field]:
            yield keys, f"{name} has this field already"
            continue
        for key in data.keys() - {*_ADDED}:
            yield (*keys, key), f"to a field that is there a base adds {', '.join(_ADDED)} only"
        for key in _LISTS:
            if not isinstance(data.get(key, []), list):
                yield (*keys, key), "it must be a list in [ ]"
        if not isinstance(data.get("words", {}), dict):
            yield (*keys, "words"), "it must be a table"


def _joined(known: Mapping[str, Any] | None, own: Mapping[str, Any]) -> dict[str, Any]:
    """A type with what a base adds to it."""
    if known is None:
        return dict(own)
    fields = dict(known["fields"])
    for name, data in own.get("fields", {}).items():
        fields[name] = _with_values(fields[name], data) if name in fields else data
    return {**known, "fields": fields, "labels": own.get("labels", {})}


def _with_values(known: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    lists = {key: list(dict.fromkeys([*known.get(key, []), *own.get(key, [])])) for key in _LISTS}
    return {**known, **lists, "words": {**known.get("words", {}), **own.get("words", {})}}


@cache
def taken() -> Mapping[str, frozenset[str]]:
    """The names that mean something else already: of directives, roles, fields, folders."""
    data = tomllib.loads((HERE / "taken.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(names.split()) for kind, names in data.items()}


def _taken(types: Mapping[str, Any], declared: Mapping[str, Any]) -> Told:
    """Names of own types, fields and folders that are taken."""
    names = taken()
    for name, data in types.items():
        keys = ("types", name)
        if name not in declared:
            for kind in ("directives", "roles"):
                if name in names[kind]:
                    said = f"{name} is the name of a {kind[:-1]} already; choose another"
                    yield keys, f"{said}, the label may stay"
            if data.get("folder") in names["folders"]:
                yield (*keys, "folder"), "pages that are no records stand there; choose another"
        for field in data.get("fields", {}).keys() & names["fields"]:
            yield (*keys, "fields", field), "sphinx-needs has a field of this name; choose another"


def _bad_labels(types: Mapping[str, Any], made: Mapping[str, RecordType]) -> Told:
    """Words for what a type does not have."""
    for name, data in types.items():
        values, words = _worded(name, made)
        for language, given in data.get("labels", {}).items():
            keys = ("types", name, "labels", language)
            for key in given.keys() - {"values"} - words:
                said = f"{name} has no field or link that is called so"
                yield (*keys, key), f"{said}{_nearest(key, words)}"
            for key in given.get("values", {}).keys() - values:
                yield (*keys, "values", key), f"{name} has no such value{_nearest(key, values)}"


def _worded(name: str, made: Mapping[str, RecordType]) -> tuple[set[str], set[str]]:
    """The values of a type's fields, and what it, its fields and the links to it are called."""
    own = made[name].specs
    values = {
        one
        for spec in own.values()
        if isinstance(spec.value, Vocabulary)
        for one in spec.value.choices
    }
    words = {"label", "plural", "lead", *(spec.words_for(field) for field, spec in own.items())}
    for other in made.values():
        for _, spec in other.links:
            if other.name == name or {name, "any"} & {*spec.targets}:
                words.add(spec.back)
    return values, words


def _nearest(key: str, known: Iterable[str]) -> str:
    by_letters = {one.lower(): one for one in sorted(known)}
    near = nearest_word(key, [*by_letters])
    return f"; did you mean “{by_letters[near]}”?" if near else ""


def _bad_stems(stems: Mapping[str, Any], types: Mapping[str, RecordType]) -> Told:
    """What is wrong with the stems: the names they stand under, the patterns, the examples."""
    choices: dict[str, set[str]] = {}
    for one in types.values():
        for spec in one.specs.values():
            if isinstance(spec.value, Vocabulary):
                choices.setdefault(spec.value.name, set()).update(spec.value.choices)
    for keys, entries in _tables(stems):
        language, vocabulary, value = (*keys, "", "", "")[:3]
        known = ", ".join(sorted(choices.get(vocabulary, ())))
        if language not in _languages():
            yield ("stems", language), f"there are words of {', '.join(_languages())} only"
        elif vocabulary not in choices:
            yield ("stems", *keys[:2]), "no field has a vocabulary of this name"
        elif value not in choices[vocabulary]:
            yield ("stems", *keys), f"{vocabulary} has no such value: {known}"
        else:
            yield from _bad_entries(("stems", *keys), entries, language, ("stems",))


def _bad_words(words: Mapping[str, Any]) -> Told:
    """The same of the words that deny, hedge or limit."""
    for keys, entries in _tables(words):
        language, *path = keys
        if language not in _languages():
            yield ("words", language), f"there are words of {', '.join(_languages())} only"
        elif tuple(path) not in UNDOING:
            known = ", ".join(sorted(map(".".join, UNDOING)))
            yield ("words", *keys), f"words may be added to these tables: {known}"
        else:
            yield from _bad_entries(("words", *keys), entries, language, tuple(path))


def _languages() -> list[str]:
    return sorted(path.stem for path in (DATA / "lexicon").glob("*.toml"))


def _tables(stems: Mapping[str, Any], keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """What stands under each language, vocabulary and value, with these three; what is no table
    with as many of them as there are."""
    for name, inner in stems.items():
        if isinstance(inner, dict) and len(keys) < 2:
            yield from _tables(inner, (*keys, name))
        else:
            yield (*keys, name), inner


def _bad_entries(keys: Keys, entries: Any, language: str, path: Keys) -> Told:
    if not isinstance(entries, dict):
        yield keys, "it must be a table: a regular expression and an example that has it"
        return
    for pattern, example in entries.items():
        try:
            re.compile(pattern)
        except re.error as error:
            yield (*keys, pattern), f"this is no regular expression: {error}"
            continue
        if not isinstance(example, str):
            yield (*keys, pattern), "it needs an example in quotes"
            continue
        tables: dict[str, Any] = {pattern: example}
        for name in reversed(path):
            tables = {name: tables}
        one, lower = Lexicon(language, tables), example.lower()
        if not one.spans(path, lower, parted(lower), 0, len(lower)):
            yield (*keys, pattern), f"its example “{example}” does not have it"
