"""Every entry of every language file: its example is found with it, and fails without it."""

import re
from collections.abc import Iterator

import pytest

from policykb.text.lexicon import Lexicon, lexicon

LANGUAGES = ("en", "ja")


def tables() -> Iterator[tuple[str, tuple[str, ...]]]:
    for language in (*LANGUAGES, "de", "fr", "es"):
        known = lexicon(language)
        assert known is not None
        yield from ((language, path) for path in known.tables_of_entries())


@pytest.mark.parametrize(("language", "path"), list(tables()))
def test_an_example_fails_without_its_entry(language: str, path: tuple[str, ...]) -> None:
    known = lexicon(language)
    assert known is not None
    examples = known.entries(*path)
    alone = {entry: _alone(known, path, entry) for entry in examples}
    for entry, example in examples.items():
        found = [other for other in alone if _finds(alone[other], path, example)]
        assert found == [entry], (example, found)


def _finds(pattern: re.Pattern[str], path: tuple[str, ...], example: str) -> bool:
    """Whether a pattern finds an example: at its beginning, in the tables of what stands behind."""
    return bool(pattern.match(example) if "behind" in path else pattern.search(example))


def _alone(known: Lexicon, path: tuple[str, ...], entry: str) -> re.Pattern[str]:
    """An entry as its table reads it, by itself."""
    table: dict[str, object] = {entry: ""}
    for name in reversed(path):
        table = {name: table}
    return Lexicon(known.language, table).pattern(*path)


def test_there_are_as_many_as_a_language_needs() -> None:
    count = {
        language: sum(len(known.entries(*path)) for path in known.tables_of_entries())
        for language in LANGUAGES
        if (known := lexicon(language))
    }
    assert count["en"] > 500
    assert count["ja"] > 200


def test_derived_forms_of_names() -> None:
    from policykb.evidence.links import derived

    for language in LANGUAGES:
        known = lexicon(language)
        assert known is not None
        for rule in known.entries("derived").values():
            name, form = rule["example"].split(": ")
            assert form in list(derived(name))
