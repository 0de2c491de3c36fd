"""What the date reader knows of a language, as compiled patterns: made once from its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policykb.text.language import (
    Conventions,
    alternatives,
    by_language,
    conventions,
    merged,
    section,
)

LATIN = r"A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
NOT_JOINED = rf"(?![0-9_{LATIN}])"
"""A date ends before this: a letter or digit that it would run on in; kanji and kana may follow."""
_DIGIT_DAY = r"(?<![\d.,:])[0-3]?\d"
_DAY_END = r"(?![\d:%]|[.,]\d)"
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|%)"
KANJI = "〇一二三四五六七八九十"
_N = rf"(?:\d{{1,2}}|[{KANJI}]{{1,3}})"
_Y = rf"(?:\d{{4}}|[{KANJI[:-1]}]{{4}})"
_CJK = frozenset(("ja", "zh", "ko"))
_ON = "[-~〜・]"


@dataclass(frozen=True)
class Grammar:
    """How dates are written in a language. The patterns are described where they are made."""

    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    eras: Mapping[str, int]
    years: Mapping[str, int | None]
    order: str
    atom: re.Pattern[str]
    fiscal: re.Pattern[str]
    fiscal_after: re.Pattern[str]
    ended: re.Pattern[str]
    document: re.Pattern[str]
    counted: re.Pattern[str]
    some: re.Pattern[str]
    plural: re.Pattern[str]
    yearly: re.Pattern[str]
    named: re.Pattern[str]
    before_count: re.Pattern[str]
    count_after_day: re.Pattern[str]
    join: re.Pattern[str]
    join_and: re.Pattern[str]
    join_or: re.Pattern[str]
    between: re.Pattern[str]
    bare_after: re.Pattern[str]
    bare_before: re.Pattern[str]
    month_before: re.Pattern[str]
    list_after: re.Pattern[str]
    list_before: re.Pattern[str]
    list_year: re.Pattern[str]
    range_before: re.Pattern[str]
    linking: re.Pattern[str]
    moved: re.Pattern[str]
    moved_after: re.Pattern[str]
    english: bool
    nouns_are_capital: bool


class _Words:
    """The words of some languages under the keys of their section on dates."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def of(self, key: str) -> dict[str, Any]:
        return merged(self.languages, "dates", key)

    def group(self, key: str, *more: str) -> str:
        """Any of the words, in any case."""
        return f"(?i:{alternatives([*self.of(key), *more])})"


@cache
def grammar(languages: tuple[str, ...]) -> Grammar | None:
    """The grammar of a language, or of those read together; None where its months or the order of
    its dates are not known."""
    words = _Words(languages)
    months, month = _months(words)
    separators = conventions(languages)
    if separators is None or not (months or _CJK.intersection(languages)):
        return None
    mark = f"{words.group('day_mark')}?" if words.of("day_mark") else _mark(languages)
    day = rf"{_DIGIT_DAY}(?:st|nd|rd|th)?{_DAY_END}{mark}"
    number = rf"(?P<d>{day})"
    of = f"(?:{words.group('of', *filter(None, [separators.of]))} )?"
    bracket = rf"(?: ?\((?:{_weekdays(languages)}|[月火水木金土日]曜?日?)\))"
    weekday = rf"(?:{_weekdays(languages)}\.?,? )"
    loosely = rf"(?:{words.group('loosely')}[ -])"
    to = (
        rf"{bracket}?(?: ?[-~〜/] ?|{_tight(words.of('to'))}|,? ?\(?{words.group('to')} )"
        rf"{loosely}{{0,3}}{weekday}?"
    )
    and_ = rf"{bracket}?,? {words.group('and')} {loosely}{{0,3}}{weekday}?"
    listed = rf"(?:,? {words.group('and')} |, )"
    moved = (
        rf"\b{words.group('moved')}\b(?: \S+){{0,6}}? (?:{words.group('from')} )?{loosely}{{0,2}}"
    )
    english = "en" in languages
    return Grammar(
        months=months,
        ordinals=words.of("ordinals"),
        eras=words.of("eras"),
        years=_years(words),
        order=separators.order,
        atom=_atom(words, separators, day, month, of),
        fiscal=re.compile(
            rf"(?<!\w){words.group('fiscal')}(?: ?\([A-Za-z]+\))?[ -]?\(?"
            r"(?:\d{4} ?(?:-|/|,|,? and|,? or|to|through) ?)*$"
        ),
        fiscal_after=re.compile(
            rf"[ -]{words.group('fiscal_after')}(?:[ -]years?|\b(?= budget))", re.IGNORECASE
        ),
        ended=re.compile(
            rf"\b{words.group('ended')}s?,? (?:that )?{words.group('ending')}(?: on| in)? $"
        ),
        document=re.compile(
            rf"(?:(?<!\w){words.group('documents')}s?(?: ?\([A-Za-z, ]{{2,12}}\))?"
            rf"(?: {words.group('documents')})?|\([A-Z]{{2,6}}\)|[#№第]) ?$"
        ),
        counted=re.compile(rf" ?{words.group('counted')}\b"),
        some=re.compile(
            r"\b(?<!until )(?<!till )(?<!to )(?<!through )(?<!in )(?<!by )(?<!from )(?<!since )"
            rf"{words.group('some')} $"
        ),
        plural=re.compile(rf" (?!{words.group('not_counted')}\b)[a-z]+s\b"),
        yearly=re.compile(rf"(?<!\w){words.group('yearly')}[ -]?$"),
        named=re.compile(r"(?<=[\w,;] )[A-Z][\w-]* $"),
        before_count=re.compile(r"\b(?i:in|from|since|during|by|until|of) $"),
        count_after_day=re.compile(
            r" (?:hundred|thousand|million|billion|trillion|people|per ?cent"
            r"|(?!(?:as|was|has|is|this|its)\b)[a-z]+s\b)"
        ),
        join=re.compile(to),
        join_and=re.compile(f"{to}|{and_}"),
        join_or=re.compile(rf",? {words.group('or')} (?:on |in )?"),
        between=re.compile(rf"(?<!\w){words.group('between')} {loosely}{{0,2}}{weekday}?$"),
        bare_after=re.compile(
            rf"{number}{bracket}?(?:,? (?P<y>{YEAR}))?(?![0-9_{LATIN}]|[ -]{of}{month})"
            rf"|(?P<ja>{_N})日"
        ),
        bare_before=re.compile(rf"{number}(?:{to}|(?P<and>{and_}))$"),
        month_before=re.compile(
            rf"(?<!\w)(?P<m>{month})(?:{to}|(?P<and>,? {words.group('and')} )|(?P<list>, ))$"
        ),
        list_after=re.compile(
            rf"{listed}{number}(?={listed}{_DIGIT_DAY}|,? {YEAR}|[^\w]|$)(?! {month})"
        ),
        list_before=re.compile(rf"{number}(?:{listed}|・)$"),
        list_year=re.compile(rf",? (?P<y>{YEAR}){NOT_JOINED}"),
        range_before=re.compile(rf"(?:{YEAR})(?: ?- ?| {words.group('to')} )$"),
        linking=re.compile(
            rf" ?{alternatives([*words.of('to'), *words.of('and'), *words.of('or')])} "
        ),
        moved=re.compile(f"{moved}$"),
        moved_after=re.compile(rf"(?:に|へと?|まで)[^。、\d]{{0,4}}?{words.group('moved_after')}"),
        english=english,
        nouns_are_capital=languages == ("de",),
    )


def _months(words: _Words) -> tuple[dict[str, int], str]:
    """The number of each month's name in small letters, and a group that matches the names. A name
    counts as its table has it, with a capital, or in capitals; an abbreviation also with a dot."""
    forms: dict[str, tuple[int, bool]] = {}
    for language in words.languages:
        for number, cell in enumerate(by_language("months").get(language, ()), start=1):
            names = cell.split("|") if cell and "月" not in cell and "월" not in cell else []
            for name in names:
                short = name.endswith(".") or (len(name) < 5 and name != max(names, key=len))
                forms[name.rstrip(".")] = number, short
    for name, number in words.of("months").items():
        forms[name] = number, len(name) < 5
    months = {name.lower(): number for name, (number, _) in forms.items()}
    full, cut = set[str](), set[str]()
    for name, (_, short) in forms.items():
        (cut if short else full).update((name, name[:1].upper() + name[1:], name.upper()))
    short_forms = rf"|{alternatives(cut)}\.?(?![{LATIN}])" if cut else ""
    return months, rf"(?:{alternatives(full)}{short_forms})"


def _weekdays(languages: tuple[str, ...]) -> str:
    rows = [by_language("weekdays").get(one, ()) for one in languages]
    found = [form for row in rows for cell in row for form in cell.split("|") if len(form) > 1]
    more = ("Tues", "Thur", "Thurs") if "en" in languages else ()
    return alternatives([form.rstrip(".") for form in found] + list(more))


def _mark(languages: tuple[str, ...]) -> str:
    """The dot after a day, in languages that CLDR gives a long date with one, without a file."""
    dotted = "cs da et fi hr hu is lv nb sk sl".split()
    return r"\.?" if languages[0] in dotted and not section(languages[0], "dates") else ""


def _tight(words: Iterable[str]) -> str:
    return alternatives(word for word in words if word[0] > "\u3000")


def _years(words: _Words) -> dict[str, int | None]:
    """What each Japanese word before 年 says of the last year named; None: of today's."""
    found: dict[str, int | None] = dict.fromkeys([*words.of("this_year"), *words.of("other_years")])
    for key, shift in (("same_year", 0), ("next_year", 1), ("last_year", -1)):
        found |= dict.fromkeys(words.of(key), shift)
    return found


def _atom(words: _Words, separators: Conventions, day: str, month: str, of: str) -> re.Pattern[str]:
    """The spellings of a single date, numbered by their groups."""
    ordinal, languages = words.group("ordinals"), words.languages
    before_month = "|".join(f"(?<={word})" for word in _before_month(words))
    english = "en" in languages
    in_bracket = r"(?: ?\([A-Z][a-z]+\))?" if english else ""
    in_words = f"(?={of[:-1]}){of}" if english else of  # "the first of May", not "the first May"
    spellings = [
        rf"(?:(?P<d1>{day}){in_bracket}(?:,? {of}|-)|(?<!\w)(?P<o1>{ordinal}) {in_words})"
        rf"(?P<m1>{month})(?:(?:,? |-| {of})(?P<y1>{YEAR}))?{NOT_JOINED}"
    ]
    if english or words.of("month_first"):
        spellings.append(
            rf"(?<!\w)(?P<m2>{month}) (?:the )?(?:(?P<d2>{day})|(?P<o2>{ordinal}))"
            rf"(?: \([A-Z][a-z]+\))?(?:,? (?P<y2>{YEAR}))?{NOT_JOINED}"
        )
    if separators.order == "ymd" and _CJK.isdisjoint(languages):
        spellings.append(rf"(?<!\w)(?P<yh>{YEAR})\.? (?P<mh>{month}) (?P<dh>{day}){NOT_JOINED}")
    spellings += [
        rf"(?<!\w)(?P<m3>{month})(?:,| of)?(?:[ -]| {of})(?P<y3>{YEAR}){NOT_JOINED}",
        # 2024-03-03, 2024/3/3, 2024-03-03T10:00:00Z, 2024-03
        rf"(?:(?<![0-9_{LATIN}./-])|(?<=\d-\d\d/))(?P<y4>\d{{4}})(?P<s4>[-/.])(?P<m4>0?[1-9]|1[0-2])"
        r"(?:(?P=s4)(?P<d4>0?[1-9]|[12]\d|3[01])(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?"
        rf"(?:Z|[+-]\d\d:?\d\d)?)?)?(?![0-9_{LATIN}]|/(?!\d{{4}}-)|[.-]\d|号)",
        # 14.3.2024, 03/14/2024, 14-3-2024
        rf"(?<![0-9_{LATIN}./-])(?P<a5>\d\d?)(?P<s5>[/.-])(?P<b5>\d\d?)(?P=s5)(?P<y5>\d{{4}})"
        rf"(?![0-9_{LATIN}/]|[.-]\d)",
    ]
    if not _CJK.isdisjoint(languages):
        spellings += _cjk(words)
    spellings.append(
        r"(?<![\w.,$€£¥#/])(?<!\d:)(?:(?<![^\W_]-)|(?<=(?i:mid-|end-))|(?<=(?i:late-|year-))"
        rf"|(?<=(?i:early-))|(?<=1[5-9]\d\d-)|(?<=2[01]\d\d-))(?P<y8>{YEAR})"
        r"(?![\w/%]|-(?![a-z]{3})[^\W\d]|[.]\d)"
    )
    if before_month:
        spellings.append(rf"(?:{before_month})(?P<m9>{month}){NOT_JOINED}")
    return re.compile("|".join(spellings))


def _before_month(words: _Words) -> list[str]:
    """The words after which a month may stand by itself, with a space, or a hyphen after mid."""
    found = []
    for word in words.of("before_month"):
        end = "-" if word == "mid" else " "
        found.append(f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}{end}")
    return found


def _cjk(words: _Words) -> list[str]:
    """Years, months and days with their signs, in digits or in kanji, in the calendar or an era."""
    eras = alternatives(era for era in words.of("eras") if not era.isascii())
    letters = "".join(era for era in words.of("eras") if era.isascii()) or "-"
    relative = alternatives(_years(words))
    again = rf"\((?:{eras})?(?:元|\d{{1,4}}|[{KANJI}]{{1,4}})"
    month_day = (
        rf"(?: ?の?(?P<m6>{_N})(?:[月월](?!期)|(?={_ON}{_N}月))"
        rf"(?: ?(?P<d6>{_N})(?:[日일]|(?={_ON}{_N}日)))?)?"
    )
    start = rf"(?<![\d年{KANJI}])"
    return [
        rf"(?:(?P<era>{eras})(?P<ye>元|{_N})|(?<!\d)(?P<y6>{_Y}))"
        rf"(?:[年년](?:{again}年?\))?|{again}\)年)(?!度|会計年|事業年){month_day}",
        rf"(?:(?P<rel>{relative})年の?|{start})(?P<m7>{_N})月(?P<d7>{_N})(?:日|(?={_ON}{_N}日))",
        rf"(?P<same>同)月(?P<d0>{_N})日",
        rf"(?:(?P<rel0>{relative})年の?|{start})(?P<m0>{_N})月(?![\d{KANJI}期間分号])",
        rf"(?<![0-9{LATIN}.])(?P<letter>[{letters}])(?P<yl>\d\d?)\.(?P<ml>\d\d?)\.(?P<dl>\d\d?)"
        rf"(?=[\s)）、。年]|[ぁ-鿿]|$)",
    ]
