"""Every word of a language's file is needed: without it, what it is for is read another way.

Half of the words of a list are struck at a time, by each bit of their place in it, so that every
word is missed with every other one both there and away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from policykb.text import language, longer, number_words, numerals, search
from policykb.values.date import DATE
from policykb.values.reading import countries, date_words, dates, numbers

Probe = Callable[[str, Any], bool]
SPOKEN = {"en": "en", "ja": "ja", "de": "de", "fr": "fr", "es": "es"}
CACHED = (
    number_words.grammar,
    longer.words,
    search.titles,
    search._after,
    date_words.grammar,
    countries.grammar,
    numerals.quantities,
    numerals.stated,
    dates.read,
    numbers.stated,
    numbers.read,
    countries.read,
    language.conventions,
)


def amounts(text: str, tag: str) -> list[float]:
    return [float(one.value.amount) for one in numbers.read(text, tag)]


def kinds(text: str, tag: str) -> list[str]:
    return [one.kind for one in numerals.stated(text, tag)]


def shown(text: str, value: str, tag: str) -> bool:
    return dates.shows(text, DATE.parse(value), tag)


def places(text: str, tag: str) -> list[str]:
    return [f"{one.value}{one.cue}" for one in countries.read(text, tag)]


def probe(tag: str, table: str, key: str) -> Probe | None:
    """How a word under a key is tried; None for what is no list of words."""
    said = SENTENCES[tag]
    number = said["number"]
    tries: dict[tuple[str, str], Probe] = {
        ("numbers", "words"): lambda w, v: v in amounts(number.format(w), tag),
        ("numbers", "groups"): lambda w, v: v in amounts(number.format(w), tag),
        ("numbers", "scales"): lambda w, v: 3.0 * 10**v in amounts(number.format(f"3 {w}"), tag),
        ("numbers", "short"): lambda w, v: 3.0 * 10**v in amounts(f"€3 {w}", tag),
        ("numbers", "letters"): lambda w, v: amounts(f"5{w}", tag) not in ([], [5.0]),
        ("numbers", "letters_of_sums"): lambda w, v: amounts(f"€5 {w}", tag) not in ([], [5.0]),
        ("numbers", "alone"): lambda w, v: amounts(number.format(w), tag) != [],
        ("numbers", "percent"): lambda w, v: kinds(f"5 {w}", tag) == ["%"],
        ("numbers", "points"): lambda w, v: kinds(f"5 {w}", tag) == ["points"],
        ("numbers", "minus"): lambda w, v: amounts(f"{w} 5", tag) == [-5],
        ("numbers", "plus"): lambda w, v: numerals.stated(f"{w} 5", tag)[0].at == 0,
        ("numbers", "plus_minus"): lambda w, v: amounts(f"100 {w} 5", tag) == [100],
        ("numbers", "to"): lambda w, v: kinds(joined(w, "10", "20"), tag) == ["range"],
        ("numbers", "or"): lambda w, v: kinds(f"10 {w} 20", tag) == ["range"],
        ("numbers", "out_of"): lambda w, v: kinds(f"3 {w} 4", tag) == ["range"],
        ("numbers", "between"): lambda w, v: kinds(said["between"].format(w), tag) == ["range"],
        ("numbers", "and"): lambda w, v: kinds(said["and"].format(w), tag) == ["range"],
        ("numbers", "from"): lambda w, v: amounts(said["from"].format(w), tag) == [10, 20],
        ("numbers", "step"): lambda w, v: amounts(f"fell {w} 12 to 5", tag) == [12, 5],
        ("numbers", "change"): lambda w, v: amounts(said["change"].format(w), tag) == [10, 20],
        ("numbers", "about"): lambda w, v: amounts(said["about"].format(w), tag) == [10, 20],
        ("numbers", "a"): lambda w, v: amounts(f"{w} {said['million']}", tag) == [10**6],
        ("numbers", "half"): lambda w, v: amounts(f"{w} a million", tag) == [500000],
        ("numbers", "quarter"): lambda w, v: amounts(f"a {w} million", tag) == [250000],
        ("numbers", "point"): lambda w, v: amounts(f"two {w} five", tag) == [2.5],
        ("numbers", "times"): lambda w, v: kinds(f"5{said['space']}{w}", tag) == ["times"],
        ("numbers", "clock"): lambda w, v: kinds(f"5 {w}", tag) == ["other"],
        ("numbers", "fractions"): lambda w, v: kinds(f"two {w}", tag) == ["other"],
        ("numbers", "order"): lambda w, v: kinds(f"5{w}の", tag) == ["other"],
        ("numbers", "counters"): lambda w, v: kinds(f"三{w}。", tag) != [],
        ("numbers", "vague"): lambda w, v: is_one(f"{w} {said['hundred']}", tag),
        ("numbers", "loose_one"): lambda w, v: amounts(f"{w} one plant", tag) == [],
        ("numbers", "labels"): lambda w, v: kinds(f"so {w} 47 is", tag) == ["label"],
        ("numbers", "labels_after"): lambda w, v: kinds(f"so 47 {w} is", tag) == ["label"],
        ("numbers", "streets"): lambda w, v: kinds(f"at 47 Harbor {w} in", tag) == ["label"],
        ("numbers", "no_unit"): lambda w, v: numbers.read(f"5 {w} it", tag)[0].unit == "",
        ("numbers", "bounds"): lambda w, v: bound(f"so {w} 5", f"{w}5", v, tag),
        ("numbers", "bounds_after"): lambda w, v: bound(f"5 {w}", f"5{w}", v, tag),
        ("numbers", "bounds_beside"): lambda w, v: bound(f"5 {w}", f"5{w}", v, tag),
        ("numbers", "range_ends"): lambda w, v: bound("", f"10から20{w}", "", tag),
        ("numbers", "no_bounds"): lambda w, v: bound(f"so {w} 5", f"{w}5", "", tag),
        ("numbers", "no_bounds_after"): lambda w, v: bound(f"5 {w}", f"5{w}", "", tag),
        ("numbers", "compared"): lambda w, v: (
            numbers.read(said["compared"].format(w), tag)[1].unit
            == numbers.read(said["compared"].format(w), tag)[0].unit
        ),
        ("numbers", "whose"): lambda w, v: (
            numbers.read(said["compared"].format(w), tag)[1].unit == "school"
        ),
        ("numbers", "change_after"): lambda w, v: (
            amounts(f"10件から20件に{w}した", tag) == [10, 20]
        ),
        ("numbers", "ordinal"): lambda w, v: kinds(f"die 3{w} Sitzung", tag) == ["ordinal"],
        ("dates", "to"): lambda w, v: shown(
            joined(w, said["day1"], said["day2"]), "2024-03-03/2024-05-05", tag
        ),
        ("dates", "between"): lambda w, v: shown(
            f"{w} {said['day1']} {said['and_dates']} {said['day2']}", "2024-03-03/2024-05-05", tag
        ),
        ("dates", "and"): lambda w, v: shown(
            f"{said['between_dates']} {said['day1']} {w} {said['day2']}",
            "2024-03-03/2024-05-05",
            tag,
        ),
        ("dates", "or"): lambda w, v: (
            not shown(f"{said['day1']} {w} {said['day2']}", "2024-03-03", tag)
        ),
        ("dates", "loosely"): lambda w, v: shown(f"from 2022 to {w} 2024.", "2022/2024", tag),
        ("dates", "of"): lambda w, v: shown(said["of"].format(w), "2024-03-03", tag),
        ("dates", "day_mark"): lambda w, v: shown(said["mark"].format(w), "2024-03-03", tag),
        ("dates", "before_month"): lambda w, v: shown(
            f"{w}{'-' if w == 'mid' else ' '}{said['may']}", "XXXX-05", tag
        ),
        ("dates", "yearly"): lambda w, v: shown(f"{w} 2024 {said['rabbits']} x", "2024", tag),
        ("dates", "not_counted"): lambda w, v: shown(f"2024 {w} it", "2024", tag),
        ("dates", "counted"): lambda w, v: not shown(f"{said['in']} 2024 {w} x", "2024", tag),
        ("dates", "some"): lambda w, v: not shown(f"{w} 2024 of", "2024", tag),
        ("dates", "fiscal"): lambda w, v: not shown(f"so {w} 2024.", "2024", tag),
        ("dates", "fiscal_after"): lambda w, v: not shown(f"the 2024 {w} year", "2024", tag),
        ("dates", "issues"): lambda w, v: (
            not shown(f"the 3 March 2024 {w} of" if tag == "en" else f"2024年3月{w}の", "2024", tag)
        ),
        ("dates", "ended"): lambda w, v: not shown(f"the {w} ended 31 March 2025", "2025", tag),
        ("dates", "ending"): lambda w, v: not shown(f"the year {w} 31 March 2025", "2025", tag),
        ("dates", "moved"): lambda w, v: (
            not shown(said["moved"].format(w), "2024-03-03/2024-05-05", tag)
        ),
        ("dates", "moved_after"): lambda w, v: shown(
            f"3月3日から5月5日に{w}した", "XXXX-05-05", tag
        ),
        ("dates", "documents"): lambda w, v: not shown(f"so {w} 2024/05 is", "2024-05", tag),
        ("dates", "ordinals"): lambda w, v: shown(
            said["ordinal"].format(w), f"2025-03-{v:02}", tag
        ),
        ("dates", "months"): lambda w, v: shown(f"3 {w} 2024", f"2024-{v:02}-03", tag),
        ("dates", "parts"): lambda w, v: shown(
            f"2024年{w}の" if tag == "ja" else f"in {w} 2024", f"2024-{v}", tag
        ),
        ("dates", "approximate"): lambda w, v: near(beside(w, said["day1"]), tag) == ["about"],
        ("dates", "since"): lambda w, v: near(f"{w} {said['day1']}", tag) == ["since"],
        ("dates", "until"): lambda w, v: near(f"{w} {said['day1']}", tag) == ["until"],
        ("dates", "approximate_after"): lambda w, v: near(f"2024年3月3日{w}", tag) == ["about"],
        ("dates", "since_after"): lambda w, v: near(f"2024年3月3日{w}", tag) == ["since"],
        ("dates", "until_after"): lambda w, v: near(f"2024年3月3日{w}", tag) == ["until"],
        ("dates", "eras"): lambda w, v: shown(
            f"{w}3.5.2の" if w.isascii() else f"{w}3年5月2日", f"{v + 3}-05-02", tag
        ),
        ("dates", "this_year"): lambda w, v: shown(f"{w}年5月2日", "XXXX-05-02", tag),
        ("dates", "other_years"): lambda w, v: shown(f"、{w}年5月2日", "XXXX-05-02", tag),
        ("dates", "same_year"): lambda w, v: shown(f"2024年1月1日、{w}年5月2日", "2024-05-02", tag),
        ("dates", "next_year"): lambda w, v: shown(f"2024年1月1日、{w}年5月2日", "2025-05-02", tag),
        ("dates", "last_year"): lambda w, v: shown(f"2024年1月1日、{w}年5月2日", "2023-05-02", tag),
        ("names", "things"): lambda w, v: part(f"公安局{w}の" if tag == "ja" else f"Pier {w}", tag),
        ("names", "roles"): lambda w, v: (
            not part(f"公安局{w}法の" if tag == "ja" else f"so many Pier {w} of it", tag)
        ),
        ("names", "titles"): lambda w, v: search.whole(f"石黒{w}", 0, 2),
        ("names", "parts"): lambda w, v: part(f"公安局{w}の", tag),
        ("names", "light"): lambda w, v: not part(f"Pier Leads Firms {w} All", tag),
        ("names", "heads"): lambda w, v: part(
            said["trade"].format(w, said["for"], said["with"]), tag
        ),
        ("names", "of"): lambda w, v: part(
            said["trade"].format(said["head"], w, said["with"]), tag
        ),
        ("names", "and"): lambda w, v: part(
            said["trade"].format(said["head"], said["for"], w), tag
        ),
        ("places", "elsewhere"): lambda w, v: places(f"the {w} is", tag) == [],
        ("places", "states"): lambda w, v: places(f"it is in Panama, {w}", tag) == [],
        ("places", "another"): lambda w, v: places(f"in {w} Guinea", tag) != ["GN"],
        ("places", "joined"): lambda w, v: places(f"in {w}-Japanese firms", tag) != ["JP"],
        ("places", "world"): lambda w, v: places(said["world"].format(w), tag) == ["WORLD"],
        ("places", "world_before"): lambda w, v: places(f"in {w} world", tag) == [],
        ("places", "world_after"): lambda w, v: places(f"in the world {w} it", tag) == [],
        ("places", "things"): lambda w, v: places(f"some US {w} in it", tag) == [],
        ("places", "firms"): lambda w, v: places(f"the global {w} in it", tag) == [],
        ("places", "no_firms"): lambda w, v: places(f"the global {w} group", tag) == ["WORLD"],
        ("places", "names_of"): lambda w, v: places(f"so {w} of Japan", tag) == [],
        ("places", "apart"): lambda w, v: places(f"sold {w} Japan", tag) == [],
        ("places", "left_out"): lambda w, v: places(f"Asia with Japan {w} of it", tag) == [],
        ("places", "laid_on"): lambda w, v: places(f"tariffs {w} Japan", tag) == ["JPtarget"],
        ("places", "laid_on_things"): lambda w, v: (
            places(f"hurt {w} of Japan", tag) == ["JPtarget"]
        ),
        ("places", "plans"): lambda w, v: places(f"the {w} for Japan", tag) == ["JP"],
        ("places", "burdens"): lambda w, v: places(f"{w} plan for Japan", tag) == ["JPtarget"],
        ("places", "after"): lambda w, v: places(f"日本{w}の", tag) == ["JP"],
        ("places", "apart_after"): lambda w, v: places(f"タイ{w}の", tag) == [],
    }
    return tries.get((table, key))


def part(text: str, tag: str) -> bool:
    """Whether the name of "Pier", 公安局 or "… Trade" is part of a longer one."""
    match = re.search("(.* )?Trade|Pier|公安局", text)
    assert match
    return longer.longer(text, *match.span(), (), tag) is not None


def joined(word: str, first: str, second: str) -> str:
    space = "" if word[0] > "\u3000" else " "
    return f"{first}{space}{word}{space}{second}"


def beside(word: str, following: str) -> str:
    return f"{word}{'' if word[0] > chr(0x3000) else ' '}{following}"


def near(text: str, tag: str) -> list[str]:
    return [one.bound for one in dates.read(text, tag)]


def is_one(text: str, tag: str) -> bool:
    return [(one.at, one.to) for one in numerals.stated(text, tag)] == [(0, len(text))]


def bound(spaced: str, tight: str, value: str, tag: str) -> bool:
    text = tight if tag == "ja" else spaced
    return [one.bound for one in numbers.read(text, tag)] == [value]


SENTENCES: dict[str, dict[str, str]] = {
    "en": {
        "trade": "{} {} Trade {} Industry",
        "head": "Ministry",
        "for": "of",
        "with": "and",
        "number": "They have {} plants.",
        "between": "{} 10 and 20",
        "and": "between 10 {} 20",
        "from": "it rose {} 10 to 20",
        "change": "it {} from 10 to 20",
        "about": "it rose from {} 10 to 20",
        "million": "million",
        "compared": "310 schools, {} 190 in it",
        "space": " ",
        "hundred": "million",
        "day1": "3 March 2024",
        "day2": "5 May 2024",
        "and_dates": "and",
        "between_dates": "between",
        "of": "3 {} March 2024",
        "may": "May",
        "rabbits": "rabbits",
        "in": "in",
        "moved": "{} from 3 March 2024 to 5 May 2024",
        "ordinal": "the {} of March 2025",
        "world": "the {} market",
    },
    "ja": {
        "number": "工場は{}ある。",
        "compared": "310件、{}190で",
        "space": "",
        "day1": "2024年3月3日",
        "day2": "2024年5月5日",
        "world": "{}の市場",
    },
    "de": {
        "trade": "{} {} Trade {} Industry",
        "head": "Ministerium",
        "for": "für",
        "with": "und",
        "number": "Es gibt {} Werke.",
        "between": "{} 10 und 20",
        "and": "zwischen 10 {} 20",
        "from": "stieg {} 10 bis 20",
        "change": "{} von 10 bis 20",
        "million": "Million",
        "about": "stieg von {} 10 bis 20",
        "space": " ",
        "hundred": "hundert",
        "day1": "3. März 2024",
        "day2": "5. Mai 2024",
        "and_dates": "und",
        "between_dates": "zwischen",
        "mark": "3{} März 2024",
        "may": "Mai",
        "rabbits": "Hasen",
        "in": "im Jahr",
        "moved": "{} vom 3. März 2024 bis 5. Mai 2024",
    },
    "fr": {
        "trade": "{} {} Trade {} Industry",
        "head": "Ministère",
        "for": "du",
        "with": "et",
        "number": "Il y a {} usines.",
        "between": "{} 10 et 20",
        "and": "entre 10 {} 20",
        "from": "hausse {} 10 à 20",
        "change": "{}e de 10 à 20",
        "million": "million",
        "about": "hausse de {} 10 à 20",
        "space": " ",
        "hundred": "cent",
        "day1": "3 mars 2024",
        "day2": "5 mai 2024",
        "and_dates": "et",
        "between_dates": "entre",
        "mark": "3{} mars 2024",
        "may": "mai",
        "rabbits": "lapins",
        "in": "en",
        "moved": "{} du 3 mars 2024 au 5 mai 2024",
    },
    "es": {
        "trade": "{} {} Trade {} Industry",
        "head": "Ministerio",
        "for": "de",
        "with": "y",
        "number": "Hay {} fábricas.",
        "between": "{} 10 y 20",
        "and": "entre 10 {} 20",
        "from": "subió {} 10 a 20",
        "change": "{}e de 10 a 20",
        "million": "millón",
        "about": "subió de {} 10 a 20",
        "space": " ",
        "hundred": "cien",
        "day1": "3 de marzo de 2024",
        "day2": "5 de mayo de 2024",
        "and_dates": "y",
        "between_dates": "entre",
        "of": "3 {} marzo de 2024",
        "mark": "3{} de marzo de 2024",
        "may": "mayo",
        "rabbits": "conejos",
        "in": "en",
        "moved": "{} del 3 de marzo de 2024 al 5 de mayo de 2024",
        "ordinal": "{} de marzo de 2025",
    },
}


def lists() -> Iterator[tuple[str, str, str]]:
    for tag in SPOKEN:
        for table in ("numbers", "dates", "names", "places"):
            for key, value in language.section(tag, table).items():
                if isinstance(value, list | dict):
                    yield tag, table, key


@pytest.fixture
def strike(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, str, set[str]], None]]:
    """Take words out of a list of a language."""
    whole = language.words_of

    def struck(tag: str, table: str, key: str, gone: set[str]) -> None:
        def words_of(one: str) -> Any:
            found = whole(one)
            if one != tag:
                return found
            value = found[table][key]
            kept: Any = [word for word in value if word not in gone]
            if isinstance(value, dict):
                kept = {word: item for word, item in value.items() if word not in gone}
            return {**found, table: {**found[table], key: kept}}

        monkeypatch.setattr(language, "words_of", words_of)
        forget()

    yield struck
    monkeypatch.undo()
    forget()


def forget() -> None:
    for one in CACHED:
        one.cache_clear()


@pytest.mark.parametrize(("tag", "table", "key"), list(lists()))
def test_every_word_is_needed(
    tag: str, table: str, key: str, strike: Callable[[str, str, str, set[str]], None]
) -> None:
    value = language.section(tag, table)[key]
    entries = list(value.items()) if isinstance(value, dict) else [(word, "") for word in value]
    tried = probe(tag, table, key)
    assert tried is not None, f"no sentence tries the words of [{table}] {key}"
    assert [word for word, item in entries if not tried(word, item)] == []
    for bit in range(max(1, (len(entries) - 1).bit_length())):
        for side in (0, 1):
            gone = {word for at, (word, _) in enumerate(entries) if at >> bit & 1 == side}
            if gone:
                strike(tag, table, key, gone)
                assert [word for word, item in entries if tried(word, item) == (word in gone)] == []
