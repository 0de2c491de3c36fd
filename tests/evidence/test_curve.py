"""Finding stays near-linear in the size of a source."""

import pytest
from tests.evidence import curve

pytestmark = pytest.mark.gate


@pytest.mark.parametrize("words", [curve.PLAIN, curve.MIXED], ids=["ascii", "mixed"])
def test_a_source_ten_times_as_large_takes_about_ten_times_as_long(words: str) -> None:
    curve.measure(10**5, words)
    small = min(sum(curve.measure(450_000, words)) for _ in range(3))
    large = min(sum(curve.measure(4_500_000, words)) for _ in range(2))
    assert large < 20 * small
