"""Numbers, dates, money and names in a record's own words."""

import pytest

from policykb.evidence.prose import Prose, currency, may_claim, names_by_digits
from policykb.evidence.quotation import Quotation
from policykb.parse.inline import inlines

QUOTES = [
    Quotation("about 90% of 53 products, in 500 billion yen, on 3 March 2024 or later"),
    Quotation("a trio of firms with twenty-five plants"),
]


def unshown(text: str, names: tuple[str, ...] = ()) -> list[str]:
    prose = Prose(text, 0, len(text), list(inlines(text, 0, len(text))))
    claims = list(prose.claims(QUOTES, names_by_digits(names)))
    assert may_claim(text, QUOTES) or all(claim.shown for claim in claims)
    return [claim.text for claim in claims if not claim.shown]


@pytest.mark.parametrize(
    "text",
    [
        "It counts 53 products and three firms.",
        "It counts 90 per cent,\n  or some 500 billion yen (¥500 billion).",
        "On 3 March\n2024, in March 2024, in 2024.",
        "One of them, the first; both are new, the 2nd too.",
        "25 plants.",
        "{need}`Nine <ORG_9>` and `7` stand in [their page](https://example.org/2021/5).",
        "1. a list\n2. of lines\n",
        "### 53 products",
        "% 77 in a comment\nand after it",
        "Nothing to count, someone said often.",
    ],
)
def test_what_claims_nothing_new(text: str) -> None:
    assert unshown(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It counts 54 products and four firms.", ["54", "four"]),
        ("It counts 90 products.", ["90"]),
        ("It counts 53%.", ["53%"]),
        (
            "500 billion dollars, $500 billion, 500 million yen",
            ["500 billion", "$500 billion", "500 million"],
        ),
        ("some 500 billion dollars", ["500 billion"]),
        ("On 4 March 2024 and in April", ["4 March 2024", "April"]),
        ("On 3 March 2025", ["3 March 2025"]),
        ("in [twelve pages](x.md)", ["twelve"]),
        ("They met twenty-six times.", ["twenty-six"]),
    ],
)
def test_what_no_quotation_has(text: str, claims: list[str]) -> None:
    assert unshown(text) == claims


def test_digits_in_names_claim_nothing() -> None:
    text = "It makes Compound 774 in Building 12, but not 774 plants."
    assert unshown(text, ("Compound 774", "Building 12")) == ["774"]


def test_a_claim_tells_its_place_in_the_page() -> None:
    text = "Zero.\n\nIt has {need}`ORG_X`  with\n  １２  plants."
    prose = Prose(text, 7, len(text), list(inlines(text, 7, len(text))))
    (claim,) = prose.claims([], {})
    assert text[claim.at : claim.end] == "１２"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¥5", "JPY"),
        ("US$5", "USD"),
        ("5 yen", "JPY"),
        ("5円", "JPY"),
        ("€5", "EUR"),
        ("5 US dollars", "USD"),
        ("5 plants", None),
    ],
)
def test_currencies(text: str, code: str | None) -> None:
    end = len(text) if not text[-1].isalpha() and text[-1] != "円" else 1
    assert currency(text, 0, end) == code


def test_capitalised_words_within_sentences() -> None:
    text = "Nomura praised it, as Hammerfest did in May; see {need}`Vesta <ORG_V>` or Oslo's town."
    prose = Prose(text, 0, len(text), list(inlines(text, 0, len(text))))
    found = list(prose.capitalised())
    assert [word for word, _, _ in found] == ["Hammerfest", "Oslo"]
    assert all(text[at:end] == word for word, at, end in found)
