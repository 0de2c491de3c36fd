"""The record types: what they declare, require and read."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from policykb.model import TYPES, Record
from policykb.model.jv import Jv
from policykb.values.base import BadValue

FIELDS = {
    "source": "file sha256 language rights nature paragraphs publisher published url",
    "org": "kind country part_of",
    "person": "affiliation role",
    "policy": "status issued_by jurisdiction announced effective implements addresses",
    "program": "status administered_by implements announced",
    "alliance": "kind status parties target stake agreed territory covers funded_by part_of",
    "jv": "kind status parties target stake agreed territory covers funded_by part_of site",
    "facility": "operator place",
    "product": "kind holder substance reference",
    "event": "kind status date place led_by participants met about",
    "concern": "raised_by raised_with",
    "indicator": "value bound unit as_of period geography about",
}
REQUIRED = {
    "source": {"file", "sha256", "language", "rights"},
    "org": {"kind"},
    "person": set(),
    "policy": {"status", "issued_by"},
    "program": {"status", "administered_by"},
    "alliance": {"kind", "status", "parties"},
    "jv": {"status", "parties", "funded_by"},
    "facility": {"operator"},
    "product": {"kind"},
    "event": {"kind"},
    "concern": set(),
    "indicator": {"value", "unit"},
}
PREFIXES = [
    "SRC_",
    "ORG_",
    "PER_",
    "POL_",
    "PRG_",
    "ALL_",
    "JV_",
    "FAC_",
    "PRD_",
    "EVT_",
    "CON_",
    "IND_",
]
EVERYWHERE = {
    "id",
    "title",
    "aliases",
    "name_ja",
    "reviewed",
    "tags",
    "gap",
    "inferred",
    "coined",
    "former_ids",
}


@pytest.mark.parametrize("name", FIELDS)
def test_each_type_declares_its_fields_and_what_it_requires(name: str) -> None:
    specs = TYPES[name].specs()
    assert set(specs) - EVERYWHERE == set(FIELDS[name].split())
    required = {field for field, spec in specs.items() if spec.required} - {"id", "title"}
    assert required == REQUIRED[name]


def test_prefixes_are_unique_and_folders_too() -> None:
    assert sorted(model.PREFIX for model in TYPES.values()) == sorted(PREFIXES)
    assert len({model.FOLDER for model in TYPES.values()}) == len(TYPES)


@pytest.mark.parametrize("model", TYPES.values(), ids=TYPES)
def test_links_lead_to_known_types(model: type[Record]) -> None:
    for field, spec in model.specs().items():
        assert set(spec.targets) <= {*TYPES, "any"}, field
        assert not spec.is_link or spec.back, field


def test_values_are_typed() -> None:
    jv = TYPES["jv"].model_validate(
        {
            "id": "JV_Q",
            "title": "Q",
            "agreed": "2024-03",
            "parties": "ORG_A , ORG_B",
            "gap": "funded_by — no source names one",
        }
    )
    assert isinstance(jv, Jv)
    assert jv.parties == ("ORG_A", "ORG_B")
    assert str(jv.agreed) == "2024-03"
    assert [(note.field, note.why) for note in jv.gap or ()] == [
        ("funded_by", "no source names one")
    ]


def test_every_bad_value_is_reported_with_its_accepted_form() -> None:
    with pytest.raises(ValidationError) as caught:
        TYPES["jv"].model_validate(
            {"id": "JV_Q", "title": "Q", "status": "agred", "agreed": "3 March 2024"}
        )
    found = {item["loc"][0]: item["ctx"]["error"] for item in caught.value.errors()}
    assert set(found) == {"status", "agreed"}
    assert all(isinstance(error, BadValue) and error.accepted for error in found.values())
    assert (found["status"].suggestion, found["agreed"].suggestion) == ("agreed", "2024-03-03")


TEXTS = {
    "aliases": "Q One; Q Two",
    "agreed": "2024-03",
    "date": "2024-03-21",
    "parties": "ORG_A, ORG_B",
    "gap": "funded_by — no source names one",
    "country": "JP",
    "value": "12.5",
}


def _read(read: Callable[[dict[str, str]], Record], texts: dict[str, str]) -> object:
    try:
        found = read(texts)
    except ValidationError as error:
        return [(item["type"], item["loc"], item["msg"]) for item in error.errors()]
    return found, found.model_fields_set


@pytest.mark.parametrize("model", TYPES.values(), ids=TYPES)
def test_the_quick_validator_does_what_pydantics_own_does(model: type[Record]) -> None:
    good = {name: text for name, text in TEXTS.items() if name in model.specs()}
    named = {"id": f"{model.PREFIX}Q", "title": "Q", **good}
    wrong = dict.fromkeys(model.specs(), "2024-13 no, such; thing")
    for texts in (named, {}, {"id": "Q"}, {**named, "color": "red"}, wrong):
        assert _read(model.read, texts) == _read(model.model_validate, texts)
