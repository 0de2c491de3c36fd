"""Dates: the accepted forms, held against the edtf package, and the fixes of others."""

import datetime
import re

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from policykb.values.base import BadValue
from policykb.values.date import DATE
from policykb.values.edtf import Day, Edtf

YEARS = st.one_of(st.integers(1, 9999).map("{:04}".format), st.just("XXXX"))
TWO = st.integers(0, 39).filter(lambda one: not 21 <= one <= 24).map("{:02}".format)
"""Months and days, wrong ones as well; not the numbers of seasons, whose months nobody fixes."""
DAYS = st.one_of(
    YEARS, st.tuples(YEARS, TWO).map("-".join), st.tuples(YEARS, TWO, TWO).map("-".join)
).filter(lambda text: text != "XXXX")


def ours(text: str) -> Edtf | str:
    """Return the date, or the kind of fault."""
    try:
        value: Edtf = DATE.parse(text)
    except BadValue as bad:
        return bad.kind
    return value


def theirs(text: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the first and last day by the edtf package, which counts seasons as months 21 and on
    and lets every month of an unspecified year have 31 days."""
    try:
        value = parse_edtf(text)
    except EDTFParseException:
        return None
    if int(text[5:7] or 1) > 12 or (text[:4] == "XXXX" and ours(text) == "impossible"):
        return None
    return tuple(value.lower_strict()[:3]), tuple(value.upper_strict()[:3])


@given(DAYS)
def test_a_day_is_read_where_and_only_where_edtf_reads_it(text: str) -> None:
    value, expected = ours(text), theirs(text)
    if isinstance(value, str):
        assert (value, expected) == ("impossible", None)
        return
    assert expected is not None
    assert str(value) == text
    if value.earliest is not None:
        assert value.latest is not None
        assert expected == (
            value.earliest.timetuple()[:3],
            value.latest.timetuple()[:3],
        )


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("2025-Q3", "third quarter of 2025", "2025-07-01", "2025-09-30"),
        ("2024-Q1", "first quarter of 2024", "2024-01-01", "2024-03-31"),
        ("2025-H1", "first half of 2025", "2025-01-01", "2025-06-30"),
        ("2025-21", "spring 2025", "2025-01-01", "2025-12-31"),
        ("2025~", "about 2025", "2025-01-01", "2025-12-31"),
        ("2025-05~", "about May 2025", "2025-05-01", "2025-05-31"),
        ("2025-04/..", "since April 2025", "2025-04-01", None),
        ("../2025-Q1", "until first quarter of 2025", None, "2025-03-31"),
        (
            "2025-Q3/2026-H1",
            "third quarter of 2025 – first half of 2026",
            "2025-07-01",
            "2026-06-30",
        ),
    ],
)
def test_parts_of_years_and_vague_dates(
    text: str, words: str, earliest: str | None, latest: str | None
) -> None:
    value = DATE.parse(text)
    assert str(value) == text
    assert DATE.display(value) == words
    assert [one and one.isoformat() for one in (value.earliest, value.latest)] == [earliest, latest]
    assert re.fullmatch(DATE.schema()["pattern"], text)


def test_a_quarter_sorts_by_its_first_month() -> None:
    dates = [DATE.parse(one) for one in ("2025-08", "2025-Q3", "2025-06-30", "2025")]
    assert [str(one) for one in sorted(dates, key=DATE.sort_key)] == [
        "2025", "2025-06-30", "2025-Q3", "2025-08",
    ]  # fmt: skip


@pytest.mark.parametrize(("month", "days"), [("02", 29), ("04", 30), ("12", 31)])
def test_an_unspecified_year_has_the_longest_months(month: str, days: int) -> None:
    assert str(ours(f"XXXX-{month}-{days}")) == f"XXXX-{month}-{days}"
    assert ours(f"XXXX-{month}-{days + 1}") == "impossible"


@given(st.tuples(DAYS, DAYS).map("/".join))
def test_an_interval_has_two_ends_in_order(text: str) -> None:
    value = ours(text)
    if isinstance(value, str):
        assert value in ("impossible", "order", "form")
        return
    assert str(value) == text
    bounds = parse_edtf(text)
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest
        assert value.earliest.timetuple()[:3] == bounds.lower_strict()[:3]
        assert value.latest.timetuple()[:3] == bounds.upper_strict()[:3]


def test_what_a_date_tells() -> None:
    value = DATE.parse("XXXX-03-17/XXXX-03-19")
    assert value == Edtf(Day(None, 3, 17), Day(None, 3, 19))
    assert (value.year, value.earliest, value.latest) == (None, None, None)
    month = DATE.parse("2024-02")
    assert month.earliest == datetime.date(2024, 2, 1)
    assert month.latest == datetime.date(2024, 2, 29)
    assert DATE.parse("2021/2023-05").latest == datetime.date(2023, 5, 31)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025-02-29", "impossible"),
        ("2025-13", "impossible"),
        ("2025-00-10", "impossible"),
        ("XXXX-02-30", "impossible"),
        ("0000", "impossible"),
        ("2025-05-21/2025-05-01", "order"),
        ("XXXX-03-19/XXXX-03-17", "order"),
        ("2025/XXXX-03-17", "form"),
        ("XXXX", "form"),
        ("soon", "form"),
        ("2025-05-21/", "form"),
        ("/2025", "form"),
        ("20250", "form"),
        ("2025-Q5", "impossible"),
        ("2025-H3", "impossible"),
        ("XXXX-Q3", "impossible"),
        ("2025-Q3/2025-Q1", "order"),
        ("../..", "form"),
        ("2025?", "form"),
        ("２０２５", "form"),
    ],
)
def test_what_is_no_date(text: str, kind: str) -> None:
    with pytest.raises(BadValue) as found:
        DATE.parse(text)
    assert found.value.kind == kind


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("21 May 2025", "2025-05-21"),
        ("21st of May 2025", "2025-05-21"),
        ("May 21, 2025", "2025-05-21"),
        ("2025/05/21", "2025-05-21"),
        ("2025.5.21", "2025-05-21"),
        ("2025年5月21日", "2025-05-21"),
        ("2025年5月", "2025-05"),
        ("5月21日", "XXXX-05-21"),
        ("May 2025", "2025-05"),
        ("Sept. 2025", "2025-09"),
        ("2025-5-1", "2025-05-01"),
        ("21/05/2025", "2025-05-21"),
        ("05/21/2025", "2025-05-21"),
        ("05/04/2025", None),
        ("17 March", "XXXX-03-17"),
        ("2025-05-21 to 2025-05-23", "2025-05-21/2025-05-23"),
        ("3 March 2024 – 5 May 2024", "2024-03-03/2024-05-05"),
        ("31 February 2025", None),
        ("2025-05-21/2025-05-01", "2025-05-01/2025-05-21"),
        ("spring", None),
        ("Q3 2025", "2025-Q3"),
        ("third quarter of 2025", "2025-Q3"),
        ("2025年上半期", "2025-H1"),
        ("1H 2025", "2025-H1"),
        ("Spring 2025", "2025-21"),
        ("about 2025", "2025~"),
        ("since April 2025", "2025-04/.."),
        ("2025-04/", "2025-04/.."),
        ("until 2025", "../2025"),
        ("令和5年3月1日", "2023-03-01"),
        ("令和元年5月", "2019-05"),
        ("二〇二三年三月一日", "2023-03-01"),
        ("平成30年4月1日～令和2年3月31日", "2018-04-01/2020-03-31"),
        ("令和5年3月1日から5月1日まで", "2023-03-01/2023-05-01"),
        ("令和5年3月1日以降", "2023-03-01/.."),
        ("令和5年3月1日まで", "../2023-03-01"),
        ("令和5年3月頃", "2023-03~"),
        ("令和5年度", None),
        ("令和5年13月1日", None),
        ("令和5年3月1日に公布", None),
        ("2023年3月1日又は3月2日", None),
        ("20250521", "2025-05-21"),
        ("2025 / 5 / 21", "2025-05-21"),
        ("xxxx-5-2", "XXXX-05-02"),
        ("21 may 2025", "2025-05-21"),
        ("2025/q3", "2025-Q3"),
        ("2025-spring", "2025-21"),
        ("ca. 2025", "2025~"),
        ("令和7年5月21日", "2025-05-21"),
        ("2025年5月頃", "2025-05~"),
        ("17-19 March 2025", "2025-03-17/2025-03-19"),
        ("27. Februar 2024", "2024-02-27"),
        ("seit März 2024", "2024-03/.."),
        ("27 février 2024", "2024-02-27"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("04/05/2024", None),
        ("mars", None),
        ("Februar oder März 2024", None),
        ("2024 to early 2026", None),
        ("since 2024 to 2026", None),
        ("2024 or 2025", None),
        ("early 2025", None),
        ("fiscal 2025", None),
    ],
)
def test_a_fix_is_offered_where_one_date_can_be_meant(text: str, fix: str | None) -> None:
    with pytest.raises(BadValue) as found:
        DATE.parse(text)
    assert found.value.suggestion == fix
    if fix is not None:
        assert str(DATE.parse(fix)) == fix
