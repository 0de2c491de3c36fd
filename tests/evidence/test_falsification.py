"""No change that makes the base untrue passes; no change that leaves it true is reported."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.evidence import falsify

from policykb.base.index import Base
from policykb.check import engine
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.shown import Context, shows
from policykb.markdown.reader import read_page
from policykb.model import TYPES

FLOORS = {
    "letter of a quotation": 5000,
    "digit of a quotation": 50,
    "case of a letter": 5000,
    "date": 20,
    "number": 20,
    "link": 1000,
    "vocabulary value": 50,
    "country": 1000,
    "free text": 100,
    "number in prose": 20,
}


@pytest.fixture(scope="module")
def base(root: Path) -> Base:
    return engine.load(root)


def test_every_falsification_is_caught(base: Base, capsys: pytest.CaptureFixture[str]) -> None:
    tried, missed = falsify.count(base)
    with capsys.disabled():
        print("\n" + "\n".join(falsify.table(tried, missed)))
    assert missed == []
    assert {name: tried[name] >= least for name, least in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("docs/ventures/akita-biosimilars.md", "along with Kidswell", "along with Kidswel", "PKB3"),
        ("docs/events/subsidy-acceptance.md", ":date: 2025-05-21", ":date: 2025-05-22", "PKB303"),
        ("docs/ventures/akita-biosimilars.md", ":status: agreed", ":status: operating", "PKB303"),
        ("docs/ventures/akita-biosimilars.md", ", ORG_MYCENAX", ", ORG_LONZA", "PKB303"),
        ("docs/indicators/kidswell-biosimilars.md", ":value: 4", ":value: 5", "PKB303"),
        ("docs/organisations/mycenax.md", ":country: TW", ":country: KR", "PKB303"),
        ("docs/organisations/mycenax.md", "a contract developer", "seven developers", "PKB610"),
    ],
)
def test_a_falsified_page_fails(base: Base, path: str, old: str, new: str, code: str) -> None:
    pages = []
    for page in base.pages:
        if page.path == path:
            assert old in page.text
            page = read_page(path, page.text.replace(old, new, 1), frozenset(TYPES))
        pages.append(page)
    report = engine.run(Base(base.root, pages, base.settings, base.today))
    found = [item for item in report.diagnostics if item.path == path and item.severity.value < 2]
    assert [item.code[: len(code)] for item in found] == [code]


def wide(text: str) -> str:
    """The text in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


SAME: dict[str, Callable[[str], str]] = {
    "wrapped at every space": lambda text: text.replace(" ", "\n"),
    "wrapped with indents": lambda text: text.replace(" ", " \n   "),
    "straight marks": lambda text: text.translate(str.maketrans("‘’“”", "''\"\"")),
    "curly marks": lambda text: text.replace("'", "’").replace('"', "”"),
    "other dashes": lambda text: text.replace("-", "‐").replace("–", "—"),
    "full width": lambda text: text if "[" in text else wide(text),
    "ideographic space": lambda text: text.replace(" ", "\u3000"),
    "no-break space": lambda text: text.replace(" ", "\u00a0"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "dots for an ellipsis": lambda text: text.replace("[…]", "[...]"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=list(SAME))
def test_what_leaves_a_quotation_the_same_is_no_finding(
    base: Base, change: Callable[[str], str]
) -> None:
    tried = 0
    for found in base.evidence.by_entry.values():
        for one in found:
            assert one.source is not None
            quote = change(one.raw.quote)
            match = find(one.source, quote)
            assert match == one.match
            assert isinstance(match, Match)
            entry, context = one.entry, Context(base.evidence.names, one.entry.id)
            quotation = Quotation(quote, one.mappings, one.source, match)
            for field in one.supports:
                spec, value = entry.specs.get(field), entry.value(field)
                if spec is None or field in entry.inferred:
                    continue
                for item in value if spec.many else (value,):
                    tried += 1
                    args = field, spec.value, item, context, spec.is_link
                    assert shows(quotation, *args) == shows(one.quotation, *args)
    assert tried > 100
