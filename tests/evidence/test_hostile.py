"""Readers of values on long texts made to mislead them: the time grows with the text, no faster."""

import time

import pytest
from tests.evidence.known import shown

LONG = 40_000
SECONDS = 8
"""Far more than it takes; a pattern that goes back over the text would take hours."""

TEXTS = (
    "METI, ",
    "METI and ",
    "issued by METI critics ",
    "Takeda Qdenga ",
    "Takeda's new ",
    "Anna Lind, Takeda ",
    "Japan, Takeda, ",
    "Japanese firms Takeda and ",
    "outside Japan, ",
    "the agreement is expected ",
    "not established ",
    "1.1",
    "10 to ",
    "a",
    "京都",
    "(",
)


@pytest.mark.parametrize("unit", TEXTS)
def test_readers_take_linear_time(unit: str) -> None:
    text = (unit * (LONG // len(unit) + 1))[:LONG]
    start = time.process_time()
    shown("policy", "issued_by", text, "ORG_METI")
    shown("product", "holder", text, "ORG_TAKEDA", "PRD_QDENGA")
    shown("person", "affiliation", text, "ORG_TAKEDA", "PER_LIND")
    shown("org", "country", text, "JP", "ORG_TAKEDA")
    shown("policy", "jurisdiction", text, "JP")
    shown("jv", "status", text, "established")
    shown("jv", "status", text, "agreed")
    shown("alliance", "stake", text, "20% of the 10 shares")
    shown("event", "place", text, "東京")
    assert time.process_time() - start < SECONDS
