"""What counts as said in the first sentence of a record's text."""

from pathlib import Path

import pytest
from tests.check.rules.examples import Example, run

INDICATOR = """# Berths

:::{{indicator}} Berths
:id: IND_BERTHS
:value: {value}
:unit: berths

{text}
:::
"""
EVENT = """# Opening

:::{{event}} Opening
:id: EVT_OPENING
:kind: launch
{options}
{text}
:::
"""
ALLIANCE = """# Pact

:::{{alliance}} Pact
:id: ALL_PACT
:kind: cooperation
:status: agreed
:parties: ORG_VESTA, ORG_BOREALIS

{text}
:::
"""


def says_all(page: str, folder: Path) -> bool:
    found = run(Example(False, {"docs/events/new.md": page}), folder)
    return not any("[PKB620]" in line for line in found)


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        ("12", "There are twelve berths.", True),
        ("2.9 trillion", "It costs more than 2.9 trillion yen.", True),
        ("0%", 'The rate is "zero percent".', True),
        ("12", "There are some berths. They are twelve.", False),
        ("12", "There are 120 berths.", False),
        ("12", "", True),
    ],
)
def test_a_figure_is_given_in_digits_or_words(
    value: str, text: str, said: bool, tmp_path: Path
) -> None:
    assert says_all(INDICATOR.format(value=value, text=text), tmp_path) == said


@pytest.mark.parametrize(
    ("options", "text", "said"),
    [
        (":date: 2024-03-03\n", "Opened on 3 March 2024.", True),
        (":date: 2024-03-03\n", "Opened in March 2024.", False),
        (":date: XXXX-03-17/XXXX-03-19\n", "Held from 17 to 19 March, year not given.", True),
        ("", "Opened in Washington, D.C., on a date not given.", True),
        ("", "Opened by an undated order.", True),
        ("", "As of 3 March 2024, it was to be opened.", True),
        ("", "開業の日付は示されていない。", False),  # it quotes no Japanese source
        ("", "Opened by Vesta Lines.", False),
        (
            ":date: 2024\n:inferred: date — the notice says so in March\n",
            "Opened before 3 March 2025.",
            True,
        ),
    ],
)
def test_an_event_says_when_or_that_nobody_knows(
    options: str, text: str, said: bool, tmp_path: Path
) -> None:
    assert says_all(EVENT.format(options=options, text=text), tmp_path) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{need}`ORG_VESTA` works with {need}`the others <ORG_BOREALIS>`.", True),
        ("Vesta Lines works with Borealis Shipping.", True),
        ("Two shipping lines work together.", True),
        ("{need}`ORG_VESTA` works with others. {need}`ORG_BOREALIS` is one.", False),
    ],
)
def test_an_alliance_names_its_parties_or_counts_them(
    text: str, said: bool, tmp_path: Path
) -> None:
    assert says_all(ALLIANCE.format(text=text), tmp_path) == said
