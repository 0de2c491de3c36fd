"""The files of types: those of the package are sound, and what is not is told with its place."""

from pathlib import Path

import pytest

from policykb.model import TYPES, load
from policykb.model.misfits import TypeFile, faults
from policykb.text.toml_places import line_of

FOLDER = load.HERE / "types"
FILES = {path.stem: TypeFile(path.name, path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
TOY = Path(__file__).parents[1] / "toys/type/model/types/berth.toml"


def test_the_package_has_sound_files() -> None:
    assert faults(FILES) == []
    assert set(FILES) == set(TYPES)
    assert len(FILES) == 12


def test_a_type_that_extends_another_says_only_what_differs() -> None:
    alliance, venture = TYPES["alliance"].specs, TYPES["jv"].specs
    assert list(venture) == [*alliance, "site"]


WRONG = [
    ("plural =", "plurals =", ["berth.toml:1: plural: it is missing", "berth.toml:2: plurals: "]),
    ('"BRT_"', '"Brt"', ["berth.toml:3: prefix: write it in capital"]),
    ('"BRT_"', '"ORG_"', ["berth.toml:3: prefix: another type has it too"]),
    ("order = 75", 'order = "75"', ["berth.toml:6: order: it must be a whole number"]),
    ('#7a4f9a"', 'violet"', ["berth.toml:9: color: write it as #1a"]),
    ('["owner", ', '["master", ', ["berth.toml:10: columns: master is neither a field"]),
    ('["org"]', '["ogr"]', ["berth.toml:17: fields.owner.targets: there is no type ogr"]),
    ('back = "Berths"\n', "", ["berth.toml:16: fields.owner: a link needs back"]),
    (
        "required = true",
        "require = true",
        ["berth.toml:18: fields.owner.require: a type or field has nothing"],
    ),
    ('"date"', '"dates"', ["berth.toml:22: fields.opened: there is no value type dates"]),
    ("[fields.opened]", "[fields.title]", ["berth.toml:10: columns: opened", ": fields.title: e"]),
    ("[fields.opened]", "[fields.Opened]", ["berth.toml:22: fields.Opened: String should match"]),
    (
        'type = "date"',
        'values = ["a"]\nfuture = ["b"]',
        ["fields.opened: future, lasting or words name"],
    ),
    (
        'type = "date"',
        'type = "date"\ndated = "owner"',
        ["fields.opened.dated: it is neither its_source nor a date"],
    ),
    ("order = 75", 'order = 75\nextends = "quay"', ["berth.toml:7: extends: it leads to no other"]),
    (
        "order = 75",
        'order = 75\nextends = "berth"',
        ["berth.toml:7: extends: it leads to no other"],
    ),
    (
        "order = 75",
        'order = 75\nrelated = "quay"',
        ["berth.toml:7: related: there is no"],
    ),
    ("order = 75", 'order = 75\nnewest_first = "owner"', ["berth.toml:7: newest_first: it"]),
    ("order = 75", 'order = 75\nopening = ["owned"]', ["berth.toml:7: opening: owned is no"]),
    ('"date"', '"date"\nhome = true', ["berth.toml:22: fields.opened: only a country has home"]),
    ('"date"', '"date"\ncontradicted = ["ends"]', ["berth.toml:24: fields.opened.contradicted"]),
    ("order = 75", "order = [", ["berth.toml:", "this is not TOML"]),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG, ids=[str(one[1]) for one in WRONG])
def test_a_fault_is_told_with_its_place(old: str, new: str, said: list[str]) -> None:
    text = TOY.read_text("utf-8")
    assert faults({**FILES, "berth": TypeFile("berth.toml", text)}) == []
    assert old in text
    found = faults({**FILES, "berth": TypeFile("berth.toml", text.replace(old, new, 1))})
    assert all(any(part in one for one in found) for part in said), found
    assert len(found) <= 2


def test_the_line_of_a_key_is_found_at_any_depth() -> None:
    text = '# x\na = 1\n[b]\nc = { d = 1 }\n[b."e f"]\ng = 2\nh.i = 3\n'
    places = {("a",): 2, ("b", "c"): 4, ("b", "c", "d"): 4, ("b", "e f", "g"): 6, ("z",): 1}
    assert {keys: line_of(text, keys) for keys in places} == places
    assert line_of(text, ("b", "e f", "h", "i")) == 7


@pytest.mark.parametrize("name", TYPES)
def test_another_name_of_a_field_is_no_field_of_its_type(name: str) -> None:
    specs = TYPES[name].specs
    assert {other for one in specs.values() for other in one.also_called}.isdisjoint(specs)
