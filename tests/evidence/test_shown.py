"""What quotations show: names, mappings, lists."""

import pytest
from tests.evidence.conftest import Make
from tests.evidence.known import NAMES, shown

from policykb.evidence.document.find import Match
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.shown import Context, shows, unshown
from policykb.model import TYPES
from policykb.values.shows import SHOWS


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Alfresa Holdings, along with", "ORG_ALFRESA"),
        ("Alfresa and Alfresa Holdings", "ORG_ALFRESA_OLD"),
        ("an Astellas-Yaskawa joint venture", "ORG_ASTELLAS"),
        ("an Astellas-Yaskawa joint venture", "ORG_YASKAWA"),
        ("Astellas’s Lab", "ORG_ASTELLAS"),
        ("(BIO)", "ORG_BIO"),
        ("Minister of Health, Labor, and Welfare Takamaro", "ORG_MHLW"),
        ("State Minister of Economy, Trade and Industry", "ORG_METI"),
        ("Eisai™ and Astellas® agreed", "ORG_EISAI"),
        ("Eisai℠ and Astellas® agreed", "ORG_EISAI"),
        ("Eisai™ and Astellas® agreed", "ORG_ASTELLAS"),
        ("アムジェンと契約した", "ORG_AMGEN_JP"),
        ("アムジェン・ジャパンと契約した", "ORG_AMGEN_JAPAN"),
        ("Fuji-Pharma agreed", "ORG_FUJI_HYPHEN"),
        ("厚生労働省は採択した", "ORG_MHLW"),
        ("日本の武田薬品が", "ORG_TAKEDA"),
        ("武田薬品株式会社が", "ORG_TAKEDA"),
        ("株式会社武田薬品が", "ORG_TAKEDA"),
        ("武田薬品社長が", "ORG_TAKEDA"),
    ],
)
def test_what_shows_a_name(text: str, target: str) -> None:
    assert shown("jv", "parties", text, target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Alfresa Holdings, along with", "ORG_ALFRESA_OLD"),
        ("astellas and others", "ORG_ASTELLAS"),
        ("ASTELLAS", "ORG_ASTELLAS"),
        ("Astellasian", "ORG_ASTELLAS"),
        ("BIOs and Biotechnology", "ORG_BIO"),
        ("the Ministry of Health", "ORG_MHLW"),
        ("厚生労働省医薬局", "ORG_MHLW"),
        ("武田薬品工業", "ORG_TAKEDA"),
        ("Samsung […] Biologics", "ORG_SAMSUNG"),
        ("EisaiTMX", "ORG_EISAI"),
        ("the non-BIO firms", "ORG_BIO"),
        ("an anti-BIO stand", "ORG_BIO"),
        ("Fuji-Pharma agreed", "ORG_FUJI_OLD"),
        ("Fuji Pharma agreed", "ORG_FUJI_OLD"),
        ("アムジェン・ジャパンと契約した", "ORG_AMGEN_JP"),
        ("nobody", "ORG_NOWHERE"),
    ],
)
def test_what_does_not_show_a_name(text: str, target: str) -> None:
    assert not shown("jv", "parties", text, target)


def quotation(text: str, mapping: str = "") -> Quotation:
    return Quotation(text, SHOWS.parse(mapping) if mapping else ())


def test_quotations_show_a_list_between_them_and_a_single_value_each() -> None:
    specs = TYPES["jv"].specs()
    context = Context(NAMES, "JV_X")
    quotes = [quotation("Takeda signed"), quotation("Amgen agreed")]
    parties = specs["parties"]
    for value, missing in (
        (("ORG_TAKEDA", "ORG_AMGEN"), []),
        (("ORG_TAKEDA", "ORG_EISAI"), ["ORG_EISAI"]),
    ):
        found = unshown(quotes, "parties", parties.value, value, context, many=True, link=True)
        assert [item for item, _ in found] == missing
    status = specs["status"].value
    assert unshown(quotes, "status", status, "agreed", context, many=False) == []
    more = [*quotes, quotation("it was founded")]
    assert unshown(more, "status", status, "agreed", context, many=False) == [("agreed", more[2])]


def test_a_mapping_shows_its_own_value_only() -> None:
    spec = TYPES["event"].specs()["status"]
    context = Context(NAMES, "EVT_X")
    quote = quotation("were accepted", 'status held = "were accepted"; date 2025-05 = "were"')
    assert shows(quote, "status", spec.value, "held", context)
    assert not shows(quote, "status", spec.value, "cancelled", context)
    assert not shows(quote, "place", TYPES["event"].specs()["place"].value, "held", context)


CUT = """\
The plan will not be adopted before fiscal 2022 is over.

It is named after Alfresa Holdings of Tokyo, not yet established in law.
"""


@pytest.mark.parametrize(
    ("kind", "field", "quote", "value"),
    [
        ("policy", "status", "adopted before fiscal 2022", "adopted"),
        ("policy", "announced", "2022 is over.", "2022"),
        ("jv", "parties", "It is named after Alfresa", "ORG_ALFRESA_OLD"),
        ("jv", "status", "established in law", "established"),
    ],
)
def test_what_stands_around_a_cut_counts(
    source: Make, kind: str, field: str, quote: str, value: str
) -> None:
    made = source(CUT)
    spec = TYPES[kind].specs()[field]
    args = field, spec.value, spec.value.parse(value), Context(NAMES, "X"), spec.is_link
    match = Match(*place(made.text, quote))
    assert shows(Quotation(quote), *args)
    assert not shows(Quotation(quote, (), made, match), *args)


def place(text: str, quote: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    at = text.index(quote)
    return 1 + text.count("\n\n", 0, at), ((at, at + len(quote)),)
