"""Every entry of every language file: its example is found with it, and fails without it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from policykb.text.lexicon import Lexicon, lexicon, parted

LANGUAGES = ("en", "ja")
OF_VALUES = ("numbers", "dates", "places", "values", "derived")
"""Tables of a language's file that hold no entries of a lexicon."""


def leaves(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every table that holds entries."""
    if any(isinstance(value, str) for value in table.values()) and path:
        yield path
    for name, value in table.items():
        if isinstance(value, dict) and not (path == () and name in OF_VALUES):
            yield from leaves(value, (*path, name))


def tables() -> Iterator[tuple[str, tuple[str, ...]]]:
    for language in (*LANGUAGES, "de", "fr", "es"):
        known = lexicon(language)
        yield from ((language, path) for path in leaves(known.tables))


@pytest.mark.parametrize(("language", "path"), list(tables()))
def test_an_example_fails_without_its_entry(language: str, path: tuple[str, ...]) -> None:
    known = lexicon(language)
    examples = known.entries(*path)
    alone = {entry: _alone(known, path, entry) for entry in examples}
    for entry, example in examples.items():
        found = [other for other, one in alone.items() if _finds(one, path, example)]
        assert found == [entry], (example, found)


def _finds(known: Lexicon, path: tuple[str, ...], example: str) -> bool:
    """Whether a pattern finds an example: at its beginning, in the tables of what stands behind."""
    if path == ("abbreviations",):
        (entry,) = known.entries(*path)
        return re.search(rf"(?<!\w)(?:{entry})(?!\w)", example) is not None
    lower = example.lower()
    found = known.spans(path, lower, parted(lower), 0, len(lower))
    return any(at == 0 for at, _ in found) if "behind" in path else bool(found)


def _alone(known: Lexicon, path: tuple[str, ...], entry: str) -> Lexicon:
    """An entry as its table reads it, by itself."""
    table: dict[str, object] = {entry: ""}
    for name in reversed(path):
        table = {name: table}
    return Lexicon(known.language, table)


def test_the_first_look_finds_what_the_next_finds() -> None:
    known, text = Lexicon("en", lexicon("en").tables), "it expired"
    looks = [list(known.kinds(("cues",), text, parted(text), 0, len(text))) for _ in range(2)]
    assert looks == [[("end", (3, 10))]] * 2


def test_there_are_as_many_as_a_language_needs() -> None:
    count = {
        language: sum(len(known.entries(*path)) for path in leaves(known.tables))
        for language, known in ((one, lexicon(one)) for one in LANGUAGES)
    }
    assert count["en"] > 500
    assert count["ja"] > 200


def test_derived_forms_of_names() -> None:
    from policykb.evidence.links import derived

    for language in (*LANGUAGES, "de"):
        known = lexicon(language)
        for rule in known.entries("derived").values():
            name, form = rule["example"].split(": ")
            assert form in list(derived(name))
