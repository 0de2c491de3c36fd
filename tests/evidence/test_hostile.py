"""Grades of long texts made to mislead: the time grows with the text, no faster."""

import time

import pytest
from tests.evidence.grading import grade
from tests.volume import take

LONG = take(10_000, 40_000, 40_000)
SECONDS = 8
"""Far more than it takes; a pattern that goes back over the text would take hours."""

TEXTS = (
    "Ministry of Trade, ",
    "Ministry of Trade and ",
    "Harbour Board's new ",
    "Anna Lind, Quay Act, ",
    "Japan, Quay Act, ",
    "not adopted if ",
    "no Quay Act may ",
    "1.1",
    "10 to ",
    "5 May 2024 ",
    "a",
    "京都",
    "経済産業省の",
    "採択されたものでは",
    "(",
    "Status: x\n",
)


@pytest.mark.parametrize("unit", TEXTS)
def test_grades_take_linear_time(unit: str) -> None:
    text = (unit * (LONG // len(unit) + 1))[:LONG].strip()
    start = time.process_time()
    for field, value in (
        ("issued_by", "ORG_METI"),
        ("status", "adopted"),
        ("announced", "2024-05-05"),
        ("jurisdiction", "JP"),
    ):
        grade(field, value, text)
    grade("value", "10", text, record="IND_QUAYS")
    grade("unit", "20% of the 10 shares", text, record="IND_QUAYS")
    assert time.process_time() - start < SECONDS
