"""The record types: what they declare, require and read."""

import pytest
from pydantic import ValidationError

from policykb.model import TYPES, RecordType
from policykb.model.record import record_model

FIELDS = {
    "source": "file sha256 language rights nature paragraphs publisher published url "
    "headline author not_before accessed archived original original_sha256 extractor",
    "org": "kind country part_of",
    "person": "affiliation role",
    "policy": "kind status issued_by jurisdiction number announced adopted published effective "
    "ended implements part_of amends replaces repeals based_on addresses targets target_countries",
    "program": "status administered_by implements announced opens closes budget ceiling rate "
    "recipients addresses",
    "alliance": "kind status parties target stake price agreed ended territory covers funded_by "
    "part_of addresses",
    "jv": "kind status parties target stake price agreed ended territory covers funded_by part_of "
    "addresses site",
    "facility": "operator status place",
    "product": "kind holder substance reference",
    "event": "kind status date place led_by participants met about part_of follows outcome",
    "concern": "raised_by raised_with about",
    "indicator": "value bound unit as_of period baseline geography about",
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
    "distinct_from",
}


@pytest.mark.parametrize("name", FIELDS)
def test_each_type_declares_its_fields_and_what_it_requires(name: str) -> None:
    specs = TYPES[name].specs
    assert set(specs) - EVERYWHERE == set(FIELDS[name].split())
    required = {field for field, spec in specs.items() if spec.required} - {"id", "title"}
    assert required == REQUIRED[name]


def test_prefixes_are_unique_and_folders_too() -> None:
    assert sorted(model.prefix for model in TYPES.values()) == sorted(PREFIXES)
    assert len({model.folder for model in TYPES.values()}) == len(TYPES)


@pytest.mark.parametrize("model", TYPES.values(), ids=TYPES)
def test_links_lead_to_known_types(model: RecordType) -> None:
    for field, spec in model.specs.items():
        assert set(spec.targets) <= {*TYPES, "any"}, field
        assert not spec.is_link or spec.back, field


def test_values_are_typed() -> None:
    values, bad = TYPES["jv"].read(
        {
            "agreed": "2024-03",
            "parties": "ORG_A , ORG_B",
            "gap": "funded_by — no source names one",
        }
    )
    assert bad == {}
    assert values["parties"] == ("ORG_A", "ORG_B")
    assert str(values["agreed"]) == "2024-03"
    assert [(note.field, note.why) for note in values["gap"]] == [
        ("funded_by", "no source names one")
    ]


def test_every_bad_value_is_kept_with_its_accepted_form() -> None:
    values, bad = TYPES["jv"].read({"status": "agred", "agreed": "3 March 2024", "stake": "half"})
    assert values == {"stake": "half"}
    assert all(error.accepted for error in bad.values())
    assert {name: error.suggestion for name, error in bad.items()} == {
        "status": "agreed",
        "agreed": "2024-03-03",
    }


TEXTS = {
    "aliases": "Q One; Q Two",
    "agreed": "2024-03",
    "date": "2024-03-21",
    "parties": "ORG_A, ORG_B",
    "gap": "funded_by — no source names one",
    "country": "JP",
    "value": "12.5",
}


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_the_pydantic_model_reads_what_a_check_reads(kind: RecordType) -> None:
    model = record_model(kind)
    good = {name: text for name, text in TEXTS.items() if name in kind.specs}
    named = {"id": f"{kind.prefix}Q", "title": "Q", **good}
    read = model.model_validate(named)
    assert ({name: getattr(read, name) for name in named}, {}) == kind.read(named)
    wrong = dict.fromkeys(kind.specs, "2024-13 no, such; thing")
    with pytest.raises(ValidationError) as caught:
        model.model_validate(wrong)
    found = {item["loc"][0]: str(item["ctx"]["error"]) for item in caught.value.errors()}
    assert found == {name: str(error) for name, error in kind.read(wrong)[1].items()}


@pytest.mark.parametrize(
    "texts", [{}, {"id": "ORG_Q"}, {"id": "ORG_Q", "title": "Q", "color": "red"}]
)
def test_the_pydantic_model_takes_no_other_field_and_needs_a_name(texts: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        record_model(TYPES["org"]).model_validate(texts)
