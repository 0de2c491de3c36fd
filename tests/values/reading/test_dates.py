"""Dates in quotations: any usual spelling; the precise shows the vague, never the reverse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykb.text.normalize import normalize
from policykb.values.date import DATE
from policykb.values.edtf import MONTHS
from policykb.values.reading.dates import is_date, read, shows


def shown(text: str, value: str) -> bool:
    return shows(normalize(text), DATE.parse(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("signed on 3 March 2024 to", "2024-03-03"),
        ("March 3, 2024", "2024-03-03"),
        ("March 3 2024", "2024-03-03"),
        ("3rd of March 2024", "2024-03-03"),
        ("Mar. 3, 2024", "2024-03-03"),
        ("Thursday 3 March, 2024", "2024-03-03"),
        ("2024-03-03", "2024-03-03"),
        ("2024/3/3", "2024-03-03"),
        ("03/14/2024", "2024-03-14"),
        ("14.3.2024", "2024-03-14"),
        ("2021年02月18日 (木)", "2021-02-18"),
        ("２０２５年５月２１日", "2025-05-21"),
        ("令和7年5月21日", "2025-05-21"),
        ("令和元年5月", "2019-05"),
        ("令和7年5月20日、21日", "2025-05-21"),
        ("2025年5月20日・21日及び23日", "2025-05-23"),
        ("平成31年", "2019"),
        ("March 3, 2024", "2024-03"),
        ("March 3, 2024", "2024"),
        ("21 May 2025", "XXXX-05-21"),
        ("Launched in April 2025, the lab", "2025-04"),
        ("policies from 2022.", "2022"),
        ("at the time of 2019.", "2019"),
        ("the 2025 plan", "2025"),
        ("2022年", "2022"),
        ("in May", "XXXX-05"),
        ("held between March 17-19, was", "XXXX-03-17/XXXX-03-19"),
        ("March 17–19, 2025", "2025-03-17/2025-03-19"),
        ("17-19 March 2025", "2025-03-17/2025-03-19"),
        ("between March 17 and 19", "XXXX-03-17/XXXX-03-19"),
        ("from 30 March to 2 April 2025", "2025-03-30/2025-04-02"),
        ("April-June 2025", "2025-04/2025-06"),
        ("2021-2023", "2021/2023"),
        ("2021-23", "2021/2023"),
        ("from 2021 to 2023", "2021/2023"),
        ("3月17日〜19日", "XXXX-03-17/XXXX-03-19"),
        ("3月17日から19日まで", "XXXX-03-17/XXXX-03-19"),
        ("March 17-19, 2025", "2025-03"),
        ("2 and 3 March 2024", "2024-03-03"),
        ("2 and 3 March 2024", "2024-03-02"),
        ("March 17 and 19, 2024", "2024-03-17"),
        ("March 17 and 19, 2024", "2024-03-19"),
        ("March 3, 4 and 5, 2024", "2024-03-04"),
        ("in April and May 2024", "2024-04"),
        ("MARCH 3, 2024", "2024-03-03"),
        ("3 MARCH 2024", "2024-03-03"),
        ("3-Mar-2024", "2024-03-03"),
        ("March the 3rd, 2024", "2024-03-03"),
        ("令和6年（2024年）3月3日", "2024-03-03"),
        ("2024年（令和6年）3月3日", "2024-03-03"),
        ("令和6(2024)年3月3日", "2024-03-03"),
        ("2024-03-17/2024-03-19", "2024-03-17/2024-03-19"),
        ("03/04/2024", "2024"),
        ("In 2024 sales reached", "2024"),
        ("By 2024 firms had", "2024"),
        ("in mid-2024 it", "2024"),
        ("The 2024 guidelines", "2024"),
        ("2024 results were", "2024"),
        ("a 2024-era deal", "2024"),
        ("during April", "XXXX-04"),
        ("4月に開催", "XXXX-04"),
        ("3 March 2024 through 5 March 2024", "2024-03-03/2024-03-05"),
        ("3 March 2024 up to 5 March 2024", "2024-03-03/2024-03-05"),
        ("March 3, 2024 (to March 5, 2024)", "2024-03-03/2024-03-05"),
        ("the 1st to the 3rd of March 2024", "2024-03-01/2024-03-03"),
        ("Monday 17 March to Wednesday 19 March 2024", "2024-03-17/2024-03-19"),
        ("March 17 (Mon) to 19 (Wed), 2024", "2024-03-17/2024-03-19"),
        ("between January and May 2024", "2024-01/2024-05"),
        ("2024年1月から3月まで", "2024-01/2024-03"),
        ("2024年1〜3月", "2024-01/2024-03"),
        ("3月17日(月)〜19日(水)", "XXXX-03-17/XXXX-03-19"),
        ("between early 2022 and late 2024", "2022/2024"),
        ("the year ended March 31, 2025", "2025-03-31"),
        ("of 3 March 2024 or 5 March 2024", "2024-03"),
        ("from 2025 until at least 2027", "2025/2027"),
        ("until at least 2027.", "2027"),
        ("the carbon tax 2025 plan", "2025"),
        ("2025年5月に号令を", "2025-05"),
        ("2025年5月、第3号として", "2025-05"),
        ("In May 2025 issuers of", "2025-05"),
    ],
)
def test_what_shows_a_date(text: str, value: str) -> None:
    assert shown(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 13 March 2024", "2024-03-03"),
        ("3 March 2024", "2024-03-13"),
        ("May 2, 2025", "2025-05-21"),
        ("May 21, 20255", "2025-05-21"),
        ("May 210, 2025", "2025-05-21"),
        ("25 May 2021", "2025"),
        ("March 2024", "2024-03-03"),
        ("21 May", "2025-05-21"),
        ("2024", "2024-03"),
        ("03/04/2024", "2024-03-04"),
        ("fiscal 2022 this summer", "2022"),
        ("fiscal year 2022", "2022"),
        ("FY 2022", "2022"),
        ("2022年度", "2022"),
        ("2,019 firms", "2019"),
        ("2019 companies", "2019"),
        ("$2025", "2025"),
        ("2025 yen", "2025"),
        ("it may 5", "XXXX-05"),
        ("March 17-19", "XXXX-03-17"),
        ("March 17-19", "XXXX-03-19"),
        ("March 17 and 19", "XXXX-03-17/XXXX-03-19"),
        ("1-3 March 2024", "2024-03-03"),
        ("1 to 3 March 2024", "2024-03-03"),
        ("3 March 2024 to 5 May 2024", "2024-03-03"),
        ("3 March 2024 and 5 May 2025", "2024-03-03/2025-05-05"),
        ("30 February 2024", "2024-02"),
        ("13月17日", "XXXX-03-17"),
        ("this week", "2024"),
        ("3 March 2024 through 5 March 2024", "2024-03-03"),
        ("3 March 2024 till 5 March 2024", "2024-03-03"),
        ("3 March 2024 up to 5 March 2024", "2024-03-03"),
        ("March 3, 2024, to March 5, 2024", "2024-03-03"),
        ("March 3, 2024 (to March 5, 2024)", "2024-03-03"),
        ("March 3, 2024 through the end of May", "2024-03-03"),
        ("between January and May 2024", "2024-05"),
        ("2024年1月から3月", "2024-01"),
        ("2024年3月3日(日)〜5日(火)", "2024-03-03"),
        ("from Monday 3 to Wednesday 5 March 2024", "2024-03-05"),
        ("between the 3rd and 5th of March 2024", "2024-03-05"),
        ("between early 2022 and late 2024", "2024"),
        ("from 2025 until at least 2027", "2027"),
        ("3 March 2024 or 5 March 2024", "2024-03-03"),
        ("in 2025 or 2026", "2025"),
        ("in 2025 or 2026", "2025/2026"),
        ("March 17 and 19, 2024", "2024-03-17/2024-03-19"),
        ("the 2025 fiscal year", "2025"),
        ("fiscal years 2023, 2024 and 2025", "2025"),
        ("fiscal year (FY) 2025", "2025"),
        ("the business year 2024", "2024"),
        ("the year ending March 2025", "2025"),
        ("the fiscal year ending March 31, 2025", "2025"),
        ("2025年3月期の決算", "2025-03"),
        ("2025年3月期の決算", "2025"),
        ("「港湾」2025年5月号に", "2025-05"),
        ("「港湾」2025年5月号に", "2025"),
        ("「港湾」2025年春号に", "2025"),
        ("「港湾」2025年5月21日号に", "2025-05-21"),
        ("「港湾」令和7年五月号に", "2025-05"),
        ("the May 2025 issue of", "2025-05"),
        ("the spring 2025 issue of", "2025-21"),
        ("2025年会計年度", "2025"),
        ("2024 million yen", "2024"),
        ("it paid EUR 2024", "2024"),
        ("it paid 2024 EUR", "2024"),
        ("2024 mg was the dose", "2024"),
        ("2024 people were", "2024"),
        ("The total came to 2024 MW at last", "2024"),
        ("2024 km2 of forest", "2024"),
        ("in 2024 cases", "2024"),
        ("a total of 2024 applicants", "2024"),
        ("2024 percent", "2024"),
        ("No. 2024 was drawn", "2024"),
        ("Directive 2001/3 applies", "2001-03"),
        ("ISO 9001:2015", "2015"),
        ("call 03-3581-2024", "2024"),
        ("In May 12 billion yen", "XXXX-05-12"),
        ("in March 20 meetings", "XXXX-03-20"),
        ("2025年5月20日、25日間の休業", "2025-05-25"),
        ("2025年5月20日、30日以内に届け出る", "2025-05-30"),
    ],
)
def test_what_does_not_show_a_date(text: str, value: str) -> None:
    assert not shown(text, value)


SPELLINGS = (
    "{d} {name} {y}",
    "{name} {d}, {y}",
    "the {d}th of {name} {y}",
    "{y:04}-{m:02}-{d:02}",
    "{y}年{m}月{d}日",
    "{y}/{m}/{d}",
)
DAY = st.tuples(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))


@given(DAY, DAY, st.sampled_from(SPELLINGS), st.sampled_from(["{}", "on {}.", "({})", "as of {},"]))
def test_a_spelt_day_shows_itself_and_no_other(
    day: tuple[int, int, int], other: tuple[int, int, int], spelling: str, around: str
) -> None:
    year, month, number = day
    text = around.format(spelling.format(y=year, m=month, d=number, name=MONTHS[month - 1]))
    assert shown(text, f"{year}-{month:02}-{number:02}")
    assert shown(text, f"{year}-{month:02}")
    assert shown(text, f"XXXX-{month:02}-{number:02}")
    assert shown(text, "{}-{:02}-{:02}".format(*other)) == (day == other)


@pytest.mark.parametrize("text", ["21 May 2025", "March 17-19", "2021年02月18日", "April 2025"])
def test_what_is_wholly_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["2025", "on 21 May", "21 May 2025.", "May", "53", "today"])
def test_what_is_not_wholly_a_date(text: str) -> None:
    assert not is_date(text)


def test_every_date_is_read_once_and_in_order() -> None:
    text = "From 3 March 2024 to 5 May 2024, and again in June 2025; 7-9 July."
    assert [str(day.value) for day in read(text)] == [
        "2024-03-03/2024-05-05",
        "2025-06",
        "XXXX-07-07/XXXX-07-09",
    ]
