"""Numbers, dates, money and names in a record's own words."""

import pytest

from policykb.evidence.claims import claims_of, may_claim
from policykb.evidence.links import Names
from policykb.evidence.passage import Passage, alone
from policykb.evidence.prose import Prose
from policykb.markdown.inline import inlines
from policykb.text.lexicon import lexicon


def no_names() -> Names:
    return Names(())


def quotation(words: str) -> Passage:
    return alone(words, lexicon("en"))


QUOTES = [
    quotation("about 90% of 53 products, in 500 billion yen, on 3 March 2024 or later"),
    quotation("a trio of firms with twenty-five plants"),
]


def unshown(text: str, names: tuple[str, ...] = ()) -> list[str]:
    prose = Prose(text, 0, len(text), inlines(text, 0, len(text)))
    claims = list(claims_of(prose, QUOTES, lambda: Names(("ORG_X", name) for name in names)))
    assert may_claim(text) or all(claim.shown for claim in claims)
    return [claim.text for claim in claims if not claim.shown]


@pytest.mark.parametrize(
    "text",
    [
        "It counts 53 products and three firms.",
        "It counts 90 per cent,\n  or some 500 billion yen (¥500 billion).",
        "On 3 March\n2024, in March 2024, in 2024.",
        "One of them, the first; both are new, the 2nd too.",
        "25 plants.",
        "{need}`ORG_9` and {need}`three firms <ORG_9>` have [a page](https://example.org/2021/5).",
        "1. a list\n2. of lines\n3. in order\n",
        "They are No. 1, and it may march on.",
        "A trio of firms: `53` products.",
        "On 3 March and in 2024.",
        "It is the 99th meeting, 第99回.",
        "### 53 products",
        "% 77 in a comment\nand after it",
        "Nothing to count, someone said often.",
        "During COVID-19 they made IL-6 blockers.",
    ],
)
def test_what_claims_nothing_new(text: str) -> None:
    assert unshown(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It counts 54 products and four firms.", ["54", "four"]),
        ("It counts 90 products.", ["90"]),
        ("It rose in FY2025 by USD 99.", ["FY2025", "USD 99"]),
        ("It counts 53%.", ["53%"]),
        (
            "500 billion dollars, $500 billion, 500 million yen",
            ["500 billion dollars", "$500 billion", "500 million yen"],
        ),
        ("some 500 billion dollars", ["500 billion dollars"]),
        (
            "500 billion won, 500 billion Taiwan dollars",
            ["500 billion won", "500 billion Taiwan dollars"],
        ),
        ("RMB 500 billion, Rs 500 billion", ["RMB 500 billion", "Rs 500 billion"]),
        ("On 4 March 2024 and in April", ["4 March 2024", "April"]),
        ("On 3 March 2025", ["3 March 2025"]),
        ("in [twelve pages](x.md)", ["twelve"]),
        ("They met twenty-six times.", ["twenty-six times"]),
        ("in {need}`ninety firms <ORG_X>`, in `7` plants", ["ninety", "7"]),
        ("It has thirty plants, or sixty; a quintet", ["thirty", "sixty", "quintet"]),
        ("one hundred plants, one million patients", ["one hundred", "one million"]),
        ("On 3 May 2024, in 2023", ["3 May 2024", "2023"]),
        ("since April, late September", ["April", "September"]),
        ("It fell to -90%, by minus 53", ["-90%", "minus 53"]),
        ("53 percentage points, 53 million, 53K", ["53 percentage points", "53 million", "53K"]),
        ("1,5 million plants", ["1,5 million"]),
        ("10-20 plants, 10 to 20 plants, a ratio of 10:1", ["10-20", "10 to 20", "10:1"]),
        ("500k yen, 10kg, a 2000L tank", ["500k yen", "10kg", "2000L"]),
        ("in FY2025, the 2020s, on 5G", ["FY2025", "2020s", "5G"]),
        ("約99社、99%を持つ", ["99", "99%"]),
        ("two-thirds of them, twice as many", ["two-thirds", "twice"]),
        ("half of the firms, a third of them", ["half of", "a third of"]),
        ("hundreds of firms, several thousand plants", ["hundreds", "several thousand"]),
        ("Plants they have\n99. And firms", ["99"]),
        ("99. is no list\n", ["99"]),
        ("one yen, one percent", ["one yen", "one percent"]),
        ("one-third of them", ["one-third"]),
        ("on 4/3/2024, ½ of them, scores of them", ["4/3/2024", "½", "scores of"]),
        ("It has 53 products—thirty of them new", ["thirty"]),
    ],
)
def test_what_no_quotation_has(text: str, claims: list[str]) -> None:
    assert unshown(text) == claims


def test_digits_in_names_claim_nothing() -> None:
    text = "It makes Compound 774 in Building 12, but not 774 plants."
    assert unshown(text, ("Compound 774", "Building 12")) == ["774"]


def test_a_claim_tells_its_place_in_the_page() -> None:
    text = "Zero.\n\nIt has {need}`ORG_X`  with\n  １２  plants."
    prose = Prose(text, 7, len(text), inlines(text, 7, len(text)))
    (claim,) = claims_of(prose, [], no_names)
    assert text[claim.at : claim.end] == "１２"


def test_a_fiscal_year_is_the_same_however_it_is_written() -> None:
    quotes = [quotation("the budget for fiscal 2024 was passed"), quotation("2026年度の予算")]
    text = "in FY2024, fiscal year 2024, FY2026; not FY2025, nor in 2024"
    found = [
        claim.text
        for claim in claims_of(Prose(text, 0, len(text), []), quotes, no_names)
        if not claim.shown
    ]
    assert found == ["2024", "FY2025"]


def test_a_name_of_digits_exempts_no_number() -> None:
    text = "It has 774 plants, and Route 774 in 7741 towns."
    assert unshown(text, ("774", "Route 774")) == ["774", "7741"]
    text = "{need}`Big Five Lines <ORG_B>` has ships of Seven Seas; Five of them, five."
    assert unshown(text, ("Big Five Lines", "Seven Seas", "Five")) == ["Five", "five"]


def test_what_quotations_say_between_them_is_not_what_one_says() -> None:
    quotes = [
        quotation("founded on 3 March 2019 in the north"),
        quotation("a plant opened in 2024 there"),
    ]
    text = "It opened on 3 March 2024 in the north."
    (claim,) = claims_of(Prose(text, 0, len(text), []), quotes, no_names)
    assert not claim.shown


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("three firms", 3),
        ("3 firms", 3),
        ("3 years", -1),
        ("a three-year plan", -1),
        ("3 degrees", -1),
        ("3%", -1),
        ("$3", -1),
        ("3 times", -1),
        ("3か月", -1),
        ("3社", 3),
        ("phase 3", -1),
        ("1.5 firms", -1),
        ("in 2024", None),
    ],
)
def test_what_can_be_the_count_of_a_link(text: str, amount: int | None) -> None:
    (claim,) = claims_of(Prose(text, 0, len(text), []), [], no_names)
    assert claim.amount == amount


def test_capitalized_words_within_sentences() -> None:
    text = "Nomura praised it, as Hammerfest did in May; see {need}`Vesta <ORG_V>` or Oslo's town."
    prose = Prose(text, 0, len(text), inlines(text, 0, len(text)), said=False)
    found = list(prose.capitalized())
    assert [word for word, _ in found] == ["Hammerfest", "Oslo"]
    spans = [(word, *prose.span(at, at + len(word))) for word, at in found]
    assert all(text[start:end] == word for word, start, end in spans)
