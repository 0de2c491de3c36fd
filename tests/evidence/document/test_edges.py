"""Where a run may be cut: never within a number, however the source writes it."""

import pytest
from tests.evidence.conftest import Make

from policykb.evidence.document.find import Failure, find


def kind(source: Make, text: str, quote: str) -> str:
    found = find(source(f"Before it all.\n\n{text}\n"), quote)
    return found.kind if isinstance(found, Failure) else "found"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the firm paid 5％ more for it", "the firm paid 5"),
        ("the firm paid 5，000 yen for it", "the firm paid 5"),
        ("the firm paid 5．5 yen for it", "the firm paid 5"),
        ("the firm paid ￥500 for it all", "500 for it all"),
        ("the firm lost －500 firms to it", "500 firms to it"),
        ("the firm lost —500 firms to it", "500 firms to it"),
        ("the firm paid five\nhundred yen", "the firm paid five"),
        ("the firm paid 500 billion\nyen for it", "the firm paid 500 billion"),
        ("the firm paid 500\u00a0billion yen", "the firm paid 500"),
        ("the firm paid 500  billion yen", "the firm paid 500"),
        ("the firm paid 10\u200b000 yen", "the firm paid 10"),
        ("the firm paid $ 500 for it all", "500 for it all"),
        ("it moved 1,234,\n567 tonnes", "567 tonnes"),
        ("the firm paid NT$500 for it all", "$500 for it all"),
        ("the firm paid Rs. 500 for it all", "500 for it all"),
        ("the firm paid 500 kronor for it", "the firm paid 500"),
        ("the firm paid 500 rupees for it", "the firm paid 500"),
        ("the firm paid 500 Swiss francs", "the firm paid 500"),
        ("the firm paid 500 NOK for it", "the firm paid 500"),
        ("the firm paid minus 500 for it", "500 for it and"),
        ("the firm paid ±500 for it all", "500 for it all"),
        ("the firm paid ▲500 for it all", "500 for it all"),
        ("it rose 20 percentage points", "it rose by it 20"),
        ("the rise was 20 percentage points", "the rise was 20"),
        ("the rise was 20 basis points", "the rise was 20"),
        ("the firm has 10 - 20 plants", "the firm has 10"),
        ("the firm has 10 – 20 plants", "the firm has 10"),
        ("the firm has 10～20 plants now", "the firm has 10"),
        ("the firm has 10 to 20 plants", "the firm has 10"),
        ("the firm has 5 1/2 plants now", "the firm has 5"),
        ("the firm has 10 ½ plants now", "the firm has 10"),
        ("the firm has twenty five plants", "the firm has twenty"),
        ("the firm has two dozen plants", "the firm has two"),
        ("the firm has two and a half plants", "the firm has two"),
        ("the firm has two-thirds of it", "the firm has two"),
        ("the firm paid half a million yen", "the firm paid half"),
        ("the firm paid half a million yen", "a million yen"),
        ("a hundred and five firms are here", "five firms are here"),
        ("予算として計上されたのは五千億円だ", "予算として計上されたのは五千"),
        ("予算として計上されたのは五千億円だ", "予算として計上されたのは五"),
        ("予算として計上されたのは1兆5000億円だ", "予算として計上されたのは1兆"),
        ("国は国内の製造能力の強化に20 ％を", "国は国内の製造能力の強化に20"),
    ],
)
def test_no_number_is_cut(source: Make, text: str, quote: str) -> None:
    assert kind(source, text, quote) in ("split-number", "too-short", "not-found")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The match was open in 2024 won by Oslo", "match was open in 2024"),
        ("the firms, all ten per the plan", "the firms, all ten"),
        ("It sold plant no. 5 per the plan", "It sold plant no. 5"),
        ("the match in 2024 pounds the stock", "the match in 2024"),
        ("the share rose to 20, then it fell", "the share rose to 20"),
        ("the share rose to 20. Five left it", "the share rose to 20."),
        ("It has 20 firms and 5 plants there", "It has 20 firms"),
        ("It paid 2.9 trillion yen or 90% of it", "It paid 2.9 trillion yen"),
        ("They cut it from 25% to 15% there", "They cut it from 25%"),
        ("set up on 3 March 2024 to build it", "set up on 3 March 2024"),
        ("会議は2025年5月21日に開催された", "会議は2025年5月21日に"),
        ("両社のうち一部の工場で医薬品の生産を行う", "両社のうち一部の工場で医薬品"),
    ],
)
def test_what_is_no_cut(source: Make, text: str, quote: str) -> None:
    assert kind(source, text, quote) == "found"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("non–American drugs are sold there", "American drugs are"),
        ("non-\nAmerican drugs are sold there", "American drugs are"),
        ("vice-chairman Lind has spoken", "chairman Lind has"),
        ("the new drug is cost-free for all", "the new drug is cost"),
    ],
)
def test_what_alters_a_word_is_not_cut_off(source: Make, text: str, quote: str) -> None:
    assert kind(source, text, quote) == "split-word"
