"""What quotations show: names, relations, countries, vocabularies, words, mappings, lists."""

import pytest
from tests.evidence.conftest import Make

from policykb.evidence.locate import Match
from policykb.evidence.names import NameIndex
from policykb.evidence.quotation import Quotation
from policykb.evidence.shown import Context, shows, unshown
from policykb.model import TYPES
from policykb.values.shows import SHOWS

NAMES = NameIndex(
    {
        "ORG_ALFRESA": ["Alfresa Holdings", "AH"],
        "ORG_ALFRESA_OLD": ["Alfresa"],
        "ORG_AMGEN": ["Amgen"],
        "ORG_ASAHI_KASEI": ["Asahi Kasei"],
        "ORG_ASTELLAS": ["Astellas"],
        "ORG_BIO": ["BIO", "Biotechnology Innovation Organization"],
        "ORG_DAIICHI": ["Daiichi Sankyo"],
        "ORG_EISAI": ["Eisai"],
        "ORG_EU": ["European Union", "EU"],
        "ORG_FUJI": ["Fujifilm"],
        "ORG_FUJI_PHARMA": ["Fuji Pharma"],
        "ORG_JAPAN": ["Government of Japan", "Japan"],
        "ORG_JBA": ["Japan BioIndustry Association", "JBA"],
        "ORG_LONZA": ["Lonza"],
        "ORG_METI": ["METI", "Ministry of Economy, Trade and Industry"],
        "ORG_MHLW": ["Ministry of Health, Labor and Welfare", "厚生労働省"],
        "ORG_MYCENAX": ["Mycenax", "Mycenax Biotech", "MBI"],
        "ORG_NICHI_IKO": ["Nichi-Iko"],
        "ORG_SAMSUNG": ["Samsung Biologics"],
        "ORG_SAWAI": ["Sawai"],
        "ORG_TAKEDA": ["Takeda", "武田薬品"],
        "ORG_US": ["United States", "US", "U.S. government"],
        "ORG_YASKAWA": ["Yaskawa"],
        "PRD_ADCETRIS": ["Adcetris"],
        "PRD_AMGEN": ["Amgen biosimilars for Japan"],
        "PRD_QDENGA": ["Qdenga"],
        "PRD_TERIBONE": ["Teribone"],
    }
)


def shown(kind: str, field: str, text: str, value: str, record: str = "X") -> bool:
    spec = TYPES[kind].specs()[field]
    item = spec.value.parse(value)
    return shows(Quotation(text), field, spec.value, item, Context(NAMES, record), spec.is_link)


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
        ("厚生労働省は採択した", "ORG_MHLW"),
        ("日本の武田薬品が", "ORG_TAKEDA"),
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
        ("nobody", "ORG_NOWHERE"),
    ],
)
def test_what_does_not_show_a_name(text: str, target: str) -> None:
    assert not shown("jv", "parties", text, target)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("implemented as METI’s policies", "ORG_METI"),
        ("issued by the METI in May", "ORG_METI"),
        ("The METI has decided an establishment", "ORG_METI"),
        ("Industry (METI) will establish", "ORG_METI"),
        ("METI announced", "ORG_METI"),
        ("METI plans to", "ORG_METI"),
        ("the EU revealed an exemption", "ORG_EU"),
        ("according to METI", "ORG_METI"),
    ],
)
def test_who_issues(text: str, issuer: str) -> None:
    assert shown("policy", "issued_by", text, issuer)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("US tariffs on Japan to be amended", "ORG_US"),
        ("its own US tariffs.", "ORG_US"),
        ("US tariffs on Japan to be amended", "ORG_JAPAN"),
        ("in Japan the order", "ORG_JAPAN"),
        ("submitted to METI", "ORG_METI"),
        ("the US-Japan talks", "ORG_US"),
    ],
)
def test_a_name_beside_an_order_does_not_issue_it(text: str, issuer: str) -> None:
    assert not shown("policy", "issued_by", text, issuer)


@pytest.mark.parametrize(
    ("text", "product", "holder"),
    [
        ("Takeda's Qdenga is", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's dengue vaccine Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga from Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga (Takeda)", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga, made by Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("several Amgen biosimilars that", "PRD_AMGEN", "ORG_AMGEN"),
        (
            "Asahi Kasei’s process patent for its osteoporosis brand Teribone",
            "PRD_TERIBONE",
            "ORG_ASAHI_KASEI",
        ),
    ],
)
def test_who_holds(text: str, product: str, holder: str) -> None:
    assert shown("product", "holder", text, holder, product)


APAC = "Takeda's APAC chief talks about access for products like Adcetris and Qdenga"


@pytest.mark.parametrize(
    ("text", "product", "holder"),
    [
        (APAC, "PRD_QDENGA", "ORG_TAKEDA"),
        (APAC, "PRD_ADCETRIS", "ORG_TAKEDA"),
        ("Takeda sells products like Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda praised Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda and Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Amgen markets Qdenga for Takeda", "PRD_QDENGA", "ORG_AMGEN"),
    ],
)
def test_a_name_beside_a_product_does_not_hold_it(text: str, product: str, holder: str) -> None:
    assert not shown("product", "holder", text, holder, product)


def test_whom_somebody_deals_with_is_not_where_they_belong() -> None:
    text = "Amgen general manager Scott Foraker said: we collaborate with Daiichi Sankyo"
    assert shown("person", "affiliation", text, "ORG_AMGEN")
    assert not shown("person", "affiliation", text, "ORG_DAIICHI")


LIKE_LONZA = "Such as Lonza in Switzerland and Samsung Biologics in South Korea have grown"
DEAL = (
    "American biotechnology company Amgen has entered an exclusive agreement with Japanese "
    "pharmaceutical company Daiichi Sankyo"
)
SOLD = "a trio of Japanese biosimilar approvals, to be sold via its local partner Fuji Pharma"


@pytest.mark.parametrize(
    ("text", "record", "country"),
    [
        ("Taiwan’s Mycenax have formed", "ORG_MYCENAX", "TW"),
        (LIKE_LONZA, "ORG_LONZA", "CH"),
        (LIKE_LONZA, "ORG_SAMSUNG", "KR"),
        ("Japanese generics firms Sawai and Nichi-Iko are", "ORG_SAWAI", "JP"),
        ("Japanese generics firms Sawai and Nichi-Iko are", "ORG_NICHI_IKO", "JP"),
        ("while Fujifilm in Japan is expanding", "ORG_FUJI", "JP"),
        (DEAL, "ORG_AMGEN", "US"),
        (DEAL, "ORG_DAIICHI", "JP"),
        ("BIO members like Eisai based in Japan", "ORG_EISAI", "JP"),
        ("by the Japanese Ministry of Health, Labor and Welfare", "ORG_MHLW", "JP"),
        ("Alfresa Holdings is one of Japan’s leading companies", "ORG_ALFRESA", "JP"),
        ("Amgen, an American biotechnology company", "ORG_AMGEN", "US"),
        ("US-based Amgen", "ORG_AMGEN", "US"),
        ("Lonza (Switzerland)", "ORG_LONZA", "CH"),
        ("U.S. BIO’s mission", "ORG_BIO", "US"),
    ],
)
def test_what_shows_a_country(text: str, record: str, country: str) -> None:
    assert shown("org", "country", text, country, record)


@pytest.mark.parametrize(
    ("text", "record", "country"),
    [
        ("MBI is a pioneer in Taiwan’s CDMO market", "ORG_MYCENAX", "TW"),
        ("Mycenax. The firm is in Taiwan", "ORG_MYCENAX", "TW"),
        (LIKE_LONZA, "ORG_LONZA", "KR"),
        (LIKE_LONZA, "ORG_SAMSUNG", "KP"),
        (LIKE_LONZA, "ORG_SAMSUNG", "CH"),
        (DEAL, "ORG_AMGEN", "JP"),
        (DEAL, "ORG_DAIICHI", "US"),
        (SOLD, "ORG_FUJI_PHARMA", "JP"),
        ("sold by Fuji Pharma in Japan", "ORG_FUJI_PHARMA", "JP"),
        ("the Japan BioIndustry Association (JBA)", "ORG_JBA", "JP"),
        ("Japan's PMDA and Amgen agreed", "ORG_AMGEN", "JP"),
        ("US tariffs hit Amgen", "ORG_AMGEN", "US"),
        ("Amgen is not an American company", "ORG_AMGEN", "US"),
        ("the Japanese market, where Amgen", "ORG_AMGEN", "JP"),
        ("South American company Amgen", "ORG_AMGEN", "US"),
        ("non-American company Amgen", "ORG_AMGEN", "US"),
        ("North Korean firm Samsung Biologics", "ORG_SAMSUNG", "KR"),
    ],
)
def test_what_does_not_show_a_country(text: str, record: str, country: str) -> None:
    assert not shown("org", "country", text, country, record)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("to commercialise nine of its biosimilars in Japan", "JP", True),
        ("trio of Japanese biosimilar approvals", "JP", True),
        ("the global pharmaceutical market", "WORLD", True),
        ("commercialisation outside Japan", "JP", False),
        ("non-Japanese markets", "JP", False),
        ("the Japan BioIndustry Association", "JP", False),
        ("South America", "US", False),
        ("in japan", "JP", False),
    ],
)
def test_a_territory_is_named_as_a_place(text: str, code: str, expected: bool) -> None:
    assert shown("indicator", "geography", text, code) == expected


def test_what_is_laid_on_a_country_is_not_its_own() -> None:
    text = "US tariffs on Japan to be amended"
    assert shown("policy", "jurisdiction", text, "US")
    assert not shown("policy", "jurisdiction", text, "JP")


@pytest.mark.parametrize(
    ("kind", "text", "value", "expected"),
    [
        ("jv", "has reached a basic agreement to establish a venture", "agreed", True),
        ("jv", "has reached a basic agreement to establish a venture", "established", False),
        ("jv", "was established in 2020", "established", True),
        ("jv", "ESTABLISHED in 2020", "established", True),
        ("jv", "agreed to be formally established", "established", False),
        ("jv", "will be established", "established", False),
        ("jv", "has not yet been established", "established", False),
        ("jv", "wasn’t established", "established", False),
        ("jv", "may be established", "established", False),
        ("jv", "in May established", "established", True),
        ("jv", "go to a firm that they established", "established", True),
        ("jv", "They went to Japan. Established in 2020", "established", True),
        ("jv", "re-established", "established", False),
        ("jv", "no agreement was reached", "agreed", False),
        ("jv", "agreed-upon terms", "agreed", False),
        ("program", "The fund opened in 2023", "open", True),
        ("program", "The fund will be opened", "open", False),
        ("program", "reopened", "open", False),
        ("event", "the meeting will be held in May", "planned", True),
        ("event", "the meeting will be held in May", "held", False),
        ("event", "was held between March 17-19", "held", True),
        ("event", "is not planned", "planned", False),
    ],
)
def test_what_shows_a_status(kind: str, text: str, value: str, expected: bool) -> None:
    assert shown(kind, "status", text, value) == expected


@pytest.mark.parametrize(
    ("field", "text", "value", "expected"),
    [
        ("stake", "a 20% stake in", "20%", True),
        ("stake", "a 20 % stake in", "20%", True),
        ("stake", "a 120% stake in", "20%", False),
        ("stake", "a 20.5% stake", "20%", False),
        ("stake", "a 20 stake", "20%", False),
        ("stake", "a 20% stake", "20", False),
        ("stake", "for 10, plants", "10 plants", True),
        ("stake", "for 10,000 plants", "10 plants", False),
        ("stake", "A Fifth Of The Shares", "fifth of the shares", True),
        ("stake", "a fifth", "a sixth", False),
        ("stake", "one-fifth", "fifth", True),
        ("stake", "fifths", "fifth", False),
        ("stake", "株式の二割を取得", "二割", True),
    ],
)
def test_free_text_is_shown_by_its_words(field: str, text: str, value: str, expected: bool) -> None:
    assert shown("alliance", field, text, value) == expected


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
