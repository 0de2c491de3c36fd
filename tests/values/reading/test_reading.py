"""Kinds of writing that readers of values meet, in every language that has a file and in others."""

from pathlib import Path
from typing import Any

import pytest

from policykb.text import language
from policykb.text.normalize import normalize
from policykb.values.base import ValueType
from policykb.values.country import COUNTRY
from policykb.values.date import DATE
from policykb.values.money import MONEY
from policykb.values.number import NUMBER
from policykb.values.reading import dates as date_reader


def dates(text: str, language: str) -> list[str]:
    found = DATE.read(normalize(text), language)
    return [f"{'no ' * (one.cue == 'impossible')}{one.value}" for one in found]


def numbers(text: str, language: str) -> list[tuple[float, str]]:
    found = NUMBER.read(normalize(text), language)
    return [(float(one.value.amount), one.unit) for one in found if one.value.high is None]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "between 6.5 and 7 percent of it", "6.5–7%"),
        ("en", "10-15 plants", "10–15"),
        ("en", "2 to 3 billion yen", "2000000000–3000000000"),
        ("ja", "10〜15件", "10–15"),
        ("en", "it costs $5m–$6m", "5000000–6000000"),
        ("en", "it costs $5m-6m", "5000000–6000000"),
        ("en", "it costs $5-6m", "5000000–6000000"),
        ("en", "it costs 5m to 6m euros", "5000000–6000000"),
        ("en", "it costs €900,000 to €1.2 million", "900000–1200000.0"),
        ("en", "it is 5m to 6m long", None),
        ("en", "it costs €6 to €5 million", None),
        ("en", "it rose from 5% to 7%", None),
        ("en", "5 or 6 plants", None),
        ("en", "5 out of 6", None),
        ("en", "15 to 10", None),
    ],
)
def test_a_range_is_read_whole(language: str, text: str, found: str | None) -> None:
    ranges = [one for one in NUMBER.read(normalize(text), language) if one.value.high is not None]
    assert [NUMBER.print(one.value) for one in ranges] == [found] * bool(found)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        # A range or a year before a verb in -s
        ("en", "Baltic Ferries 2023-2029 pays for ten boats", ["2023/2029"]),
        ("en", "The scheme for 2023 to 2029 pays for boats", ["2023/2029"]),
        ("en", "Agenda 2031 sets three aims", ["2031"]),
        ("en", "In all, 2031 rabbits were seen", []),
        # A change is no interval
        (
            "en",
            "The vote was put off from 4 June 2024 to 9 July 2024",
            ["2024-06-04", "2024-07-09"],
        ),
        ("en", "The vote was moved from June to July 2024", ["2024-06", "2024-07"]),
        ("en", "The fair ran from 4 June 2024 to 9 July 2024", ["2024-06-04/2024-07-09"]),
        ("en", "brought forward from 9 July 2024 to 4 June 2024", ["2024-07-09", "2024-06-04"]),
        ("ja", "6月4日から7月9日に延期した", ["XXXX-06-04", "XXXX-07-09"]),
        ("ja", "6月4日から7月9日まで開く", ["XXXX-06-04/XXXX-07-09"]),
        # Numbers of documents are no months, the year of one is no date
        ("en", "Regulation (EU) 2023/11 and Decision 2024/05", []),
        ("en", "docket 2023-11 of the court", []),
        ("en", "Notice No. 90 of 2023", []),
        ("ja", "医政発2023-11号による", []),
        ("en", "Since 2023-11 it runs", ["2023-11"]),
        # Spellings
        ("en", "the 3rd day of June 2024", ["2024-06-03"]),
        ("en", "the 3rd (Monday) of June 2024", ["2024-06-03"]),
        ("en", "the third of June 2024", ["2024-06-03"]),
        ("en", "June third, 2024", ["2024-06-03"]),
        ("en", "this third day of June two thousand and twenty-four", ["2024-06-03"]),
        ("en", "2024-06-03T10:15:00+09:00", ["2024-06-03"]),
        ("en", "13-06-2024", ["2024-06-13"]),
        ("en", "from 3 June 2024 through to 5 June 2024", ["2024-06-03/2024-06-05"]),
        # Japanese years
        ("ja", "今年6月3日に", ["XXXX-06-03"]),
        ("ja", "翌年6月に", ["XXXX-06"]),
        ("ja", "令和6年6月3日に決め、同年8月1日に始めた", ["2024-06-03", "2024-08-01"]),
        ("ja", "令和6年6月3日に決め、翌年8月に始めた", ["2024-06-03", "2025-08"]),
        ("ja", "令和6年6月3日から同月9日まで", ["2024-06-03/2024-06-09"]),
        ("ja", "令和六年六月三日", ["2024-06-03"]),
        ("ja", "令和0年4月に決めた", []),
        ("ja", "平成31年5月1日に始める", ["2019-05-01"]),
        ("ja", "二〇二四年六月三日", ["2024-06-03"]),
        ("ja", "大正十二年九月一日", ["1923-09-01"]),
        ("ja", "R6.6.3に公表した", ["2024-06-03"]),
        ("en", "see R6.6.3 of it", []),
        ("ja", "掲載日2024/06/03に", ["2024-06-03"]),
        ("ja", "掲載日２０２４．６．３である", ["2024-06-03"]),
        ("ja", "令和6年度の予算", []),
        # Other languages
        ("de", "am 3. Juni 2024 in Kraft", ["2024-06-03"]),
        ("de", "vom 3. bis 5. Juni 2024", ["2024-06-03/2024-06-05"]),
        ("de", "03.06.2024", ["2024-06-03"]),
        ("de", "im Jahr 2030", ["2030"]),
        ("de", "2030 Werke", []),
        ("de", "vom 3. Juni 2024 auf den 5. Juli 2024 verschoben", ["2024-06-03", "2024-07-05"]),
        ("fr", "le 1er juin 2024", ["2024-06-01"]),
        ("fr", "du 3 au 5 juin 2024", ["2024-06-03/2024-06-05"]),
        ("es", "el 3 de junio de 2024", ["2024-06-03"]),
        ("es", "del 3 al 5 de junio de 2024", ["2024-06-03/2024-06-05"]),
        ("it", "il 3 giugno 2024", ["2024-06-03"]),
        ("pt", "3 de junho de 2024", ["2024-06-03"]),
        ("pl", "3 czerwca 2024", ["2024-06-03"]),
        ("ru", "3 июня 2024 г.", ["2024-06-03"]),
        ("cs", "3. června 2024", ["2024-06-03"]),
        ("hu", "2024. június 3.", ["2024-06-03"]),
        ("ko", "2024년 6월 3일", ["2024-06-03"]),
        ("zh", "2024年6月3日", ["2024-06-03"]),
        ("th", "3 June 2024", []),
    ],
)
def test_dates(language: str, text: str, found: list[str]) -> None:
    assert dates(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        # Ends of ranges, tolerances
        ("en", "€9 million-11 million for boats", []),
        ("en", "9 percent-11 percent of it", []),
        ("en", "a 9-to-11-year lease", []),
        ("en", "9- to 11-year leases", []),
        ("ja", "90億円ないし110億円", []),
        ("en", "90 ± 4 boats", [(90, "boat")]),
        ("en", "90 plus or minus 4 boats", [(90, "boat")]),
        ("en", "rose from 90 to 110 boats", [(90, ""), (110, "boat")]),
        ("ja", "90隻から110隻に増やす", [(90, "隻"), (110, "隻")]),
        # Labels
        ("en", "Executive Order 14500 and Proclamation 9900", []),
        ("en", "recital 17, Title 40 and 33 CFR", []),
        ("en", "lot OCS-B 0711 of 900 Harbor Avenue", []),
        ("en", "Area 7 of the port", []),
        # What is counted
        ("en", "24 ferries, up from 19 in May", [(24, "ferry"), (19, "ferry")]),
        ("ja", "応募は31件（前年24件）", [(31, "件"), (24, "件")]),
        ("ja", "補助率は2分の1", [(50, "%")]),
        ("ja", "稼働率は９割５分", [(95, "%")]),
        ("ja", "二百五十四の工場", [(254, "")]),
        ("ja", "34兆7，929億円", [(34792900000000, "JPY")]),
        ("en", "5 Jamaican dollars", [(5, "JMD")]),
        ("en", "two thousand million pounds", [(2e9, "GBP")]),
        # Other languages
        ("de", "1.500 Mitglieder und 1,5 Prozent", [(1500, "mitglieder"), (1.5, "%")]),
        ("de", "2,5 Mrd. Euro", [(2.5e9, "EUR")]),
        ("de", "die 3. Sitzung nach § 5", []),
        ("fr", "1 500 membres et 2,5 millions d'euros", [(1500, "membre"), (2.5e6, "EUR")]),
        ("fr", "au moins trente-cinq usines", [(35, "usine")]),
        ("fr", "quatre-vingt-dix usines", []),
        ("es", "dos mil millones de euros", [(2e9, "EUR")]),
        ("es", "treinta y cinco", [(35, "")]),
        ("it", "1.500 membri e 2,5 milioni", [(1500, "membri"), (2.5e6, "")]),
        ("sv", "1 500 personer", [(1500, "personer")]),
        ("th", "1,500", []),
    ],
)
def test_numbers(language: str, text: str, found: list[tuple[float, str]]) -> None:
    assert numbers(text, language) == found


def test_how_exact_a_number_is() -> None:
    found = NUMBER.read("at least 55 %, 31 boats or more, about 9 and 7 quays", "en")
    assert [one.bound for one in found] == ["at-least", "at-least", "about", ""]


@pytest.mark.parametrize(
    "number", ["210", "120億円", "210人", "12か所", "7つ", "30%", "3万トン", "40km"]
)
def test_a_japanese_word_bounds_a_number_with_no_space_beside_it(number: str) -> None:
    words = language.section("ja", "numbers")
    texts = {f"規模は{word}{number}である": said for word, said in words["bounds"].items()}
    after = {**words["bounds_after"], **words["bounds_beside"]}
    texts |= {f"規模は{number}{word}の実績": said for word, said in after.items()}
    found = {text: [one.bound for one in NUMBER.read(text, "ja")] for text in texts}
    assert found == {text: [said] for text, said in texts.items()}


@pytest.mark.parametrize("unit", ["km", "m2", "m²", "㎡", "km2", "平方km", "平方メートル", "立方m"])
def test_a_measure_may_stand_between_a_number_and_its_bound(unit: str) -> None:
    (found,) = NUMBER.read(f"面積は120{unit}以上である", "ja")
    assert (found.value.amount, found.bound) == (120, "at-least")


def test_the_end_of_a_range_bounds_nothing() -> None:
    assert [one.bound for one in NUMBER.read("10から20件まで", "ja")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "120億円増強した",
        "5社勉強会を開いた",
        "3割強化する",
        "120億円まで拡大する",
        "契約120億円の内訳",
        "世界最大5社の売上高",
        "210人超過している",
        "5社以下のとおり決定した",
        "5社が全体の半数以上を占める",
        "210人のうち約半数以上",
    ],
)
def test_a_word_that_bounds_another_number_or_none_bounds_none(text: str) -> None:
    assert [one.bound for one in NUMBER.read(text, "ja")] == [""]


def _shown(kind: ValueType[Any], value: str, text: str) -> list[tuple[int, int]]:
    recorded = kind.parse(value)
    return [(one.at, one.to) for one in kind.read(text) if kind.shows(one, recorded)]


def test_a_value_is_shown_where_it_stands() -> None:
    text = "On 3 June 2024 it paid ¥5 billion, in Japan"
    for kind, value, place in (
        (DATE, "2024-06", (3, 14)),
        (NUMBER, "5 billion", (23, 33)),
        (MONEY, "5 billion JPY", (23, 33)),
        (COUNTRY, "JP", (38, 43)),
    ):
        assert _shown(kind, value, text) == [place]


def test_two_days_in_a_row_are_an_interval_and_each_by_itself() -> None:
    mentions = date_reader.read("on 11 and 12 June 2024")
    for value in ("2024-06-11", "2024-06-12", "2024-06-11/2024-06-12"):
        assert any(date_reader.covers(one, DATE.parse(value)) for one in mentions)


@pytest.mark.parametrize(
    "text",
    [
        "on 3 June 2024, 4 June 2024 being a Tuesday",
        "on 3 June 2024 and 4 June 2024",
        "on 2024-06-03 and 2024-06-04",
        "on June 3, 4 June 2024",
    ],
)
def test_two_dates_beside_each_other_are_no_interval(text: str) -> None:
    assert dates(text, "en") == ["2024-06-03", "2024-06-04"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "April 30 to 31, 2024", ["2024-04-30", "no 2024-04-31"]),
        ("en", "April 29, 30 and 31, 2024", ["2024-04-29", "2024-04-30", "no 2024-04-31"]),
        ("en", "29 February and 1 March 2023", ["2023-03-01"]),
        ("en", "29 February to 1 March 2023", ["XXXX-02-29", "2023-03-01"]),
        ("en", "28 or 29 February 2023", []),
        ("en", "from 0000-01-01 to 0000-02-01", []),
        ("ja", "令和5年2月28～29日", ["2023-02-28", "no 2023-02-29"]),
        ("ja", "9999年6月3日に決め、翌年8月に始めた", ["9999-06-03"]),
    ],
)
def test_a_day_that_no_calendar_has_is_told_in_a_list_alone(
    language: str, text: str, found: list[str]
) -> None:
    assert dates(text, language) == found


HOSTILE = ["1", "1 ", "10 to ", "5-", "a ", "十", "3 June 2024 to ", "June ", "2024-", "6月3日から"]
HOSTILE += ["moved from ", "fiscal 2024, ", "outside Japan, ", "US ", "日本", "twenty-", "and "]


@pytest.mark.parametrize("kind", [DATE, NUMBER, MONEY, COUNTRY], ids=lambda kind: kind.name)
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_repeats_are_read(kind: ValueType[Any], unit: str) -> None:
    found = kind.read(unit * 4000, "en")
    assert all(0 <= one.at < one.to <= len(unit) * 4000 for one in found)


TOY = """
[numbers]
decimal = ","
group = "."
order = "dmy"
labels = ["artikolo"]
words = {du = 2}
scales = {miliono = 6}

[dates]
to = ["ĝis"]
yearly = ["en"]
months = {januaro = 1, aprilo = 4}

[places]
after = []
"""


def test_a_new_language_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "eo.toml").write_text(TOY, encoding="utf-8")
    for table in (*language.DATA.glob("*.tsv"), language.DATA / "patterns"):
        (tmp_path / table.name).symlink_to(table)
    monkeypatch.setattr(language, "DATA", tmp_path)
    text = "3 aprilo 2024 ĝis 5 aprilo 2024: 1.500 ŝipoj kaj du miliono, laŭ artikolo 7"
    assert dates(text, "eo") == ["2024-04-03/2024-04-05"]
    assert [amount for amount, _ in numbers(text, "eo")] == [1500, 2e6]
