"""What the date reader knows of a language, as compiled patterns: made once from its tables."""

from __future__ import annotations

import re
from functools import cache, cached_property

from policykb.text.language import (
    Conventions,
    Words,
    alternatives,
    by_language,
    conventions,
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


class Grammar(Words):
    """How dates are written in a language; each pattern is made when it is first used."""

    def __init__(self, languages: tuple[str, ...], separators: Conventions) -> None:
        super().__init__(languages, "dates")
        self.separators = separators
        self.order = separators.order
        self.months, self.month = _months(self)
        self.ordinals: dict[str, int] = self.of("ordinals")
        self.eras: dict[str, int] = self.of("eras")
        self.years = _years(self)
        self.english = "en" in languages
        self.nouns_are_capital = languages == ("de",)
        self.japanese = not _CJK.isdisjoint(languages)
        mark = f"{self.any('day_mark')}?" if self.of("day_mark") else _mark(languages)
        self.day = rf"{_DIGIT_DAY}(?:st|nd|rd|th)?{_DAY_END}{mark}"
        self._number = f"(?P<d>{self.day})"
        of = [*self.of("of"), *filter(None, [separators.of])]
        self.of_month = f"(?:(?i:{alternatives(of)}) )?"
        self._bracket = rf"(?: ?\((?:{_weekdays(languages)}|[月火水木金土日]曜?日?)\))"
        self._weekday = rf"(?:{_weekdays(languages)}\.?,? )"
        self._loosely = rf"(?:{self.any('loosely')}[ -])"
        rest = rf"{self._loosely}{{0,3}}{self._weekday}?"
        tight = alternatives(word for word in self.of("to") if word[0] > "\u3000")
        self._to = rf"{self._bracket}?(?: ?[-~〜/] ?|{tight}|,? ?\(?{self.any('to')} ){rest}"
        self._and = rf"{self._bracket}?,? {self.any('and')} {rest}"
        self._listed = rf"(?:,? {self.any('and')} |, )"

    @cached_property
    def atom(self) -> re.Pattern[str]:
        """The spellings of a single date."""
        return _atom(self)

    @cached_property
    def fiscal(self) -> re.Pattern[str]:
        """What makes a fiscal year of the year after it."""
        return re.compile(
            rf"(?<!\w){self.any('fiscal')}(?: ?\([A-Za-z]+\))?[ -]?\(?"
            r"(?:\d{4} ?(?:-|/|,|,? and|,? or|to|through) ?)*$"
        )

    @cached_property
    def fiscal_after(self) -> re.Pattern[str]:
        """What makes a fiscal year of the year before it."""
        return re.compile(rf"[ -]{self.any('fiscal_after')}(?:[ -]years?|\b(?= budget))")

    @cached_property
    def ended(self) -> re.Pattern[str]:
        """What makes of a day the end of a period: "the year ended 31 March 2025"."""
        return re.compile(
            rf"\b{self.any('ended')}s?,? (?:that )?{self.any('ending')}(?: on| in)? $"
        )

    @cached_property
    def document(self) -> re.Pattern[str]:
        """What stands before the number of a document."""
        word = self.any("documents")
        return re.compile(
            rf"(?:(?<!\w){word}s?(?: ?\([A-Za-z, ]{{2,12}}\))?(?: {word})?"
            r"|\([A-Z]{2,6}\)|[#№第]) ?$"
        )

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """What makes a count of digits that look like a year."""
        return re.compile(rf" ?{self.any('counted')}\b")

    @cached_property
    def some(self) -> re.Pattern[str]:
        """What stands before a count, not before a year."""
        return re.compile(
            r"\b(?<!until )(?<!till )(?<!to )(?<!through )(?<!in )(?<!by )(?<!from )(?<!since )"
            rf"{self.any('some')} $"
        )

    @cached_property
    def plural(self) -> re.Pattern[str]:
        """A plural after digits, which they count."""
        return re.compile(rf" (?!{self.any('not_counted')}\b)[a-z]+s\b")

    @cached_property
    def yearly(self) -> re.Pattern[str]:
        """What stands before a year."""
        return re.compile(rf"(?<!\w){self.any('yearly')}[ -]?$")

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What stands between the ends of a range."""
        return re.compile(self._to)

    @cached_property
    def join_and(self) -> re.Pattern[str]:
        """The same after *between*."""
        return re.compile(f"{self._to}|{self._and}")

    @cached_property
    def join_or(self) -> re.Pattern[str]:
        """What stands between two dates of which one holds."""
        return re.compile(rf",? {self.any('or')} (?:on |in )?")

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What stands before the first of two ends joined by *and*."""
        return re.compile(rf"(?<!\w){self.any('between')} {self._loosely}{{0,2}}{self._weekday}?$")

    @cached_property
    def bare_after(self) -> re.Pattern[str]:
        """A day without its month that ends a range."""
        return re.compile(
            rf"{self._number}{self._bracket}?(?:,? (?P<y>{YEAR}))?"
            rf"(?![0-9_{LATIN}]|[ -]{self.of_month}{self.month})|(?P<ja>{_N})日"
        )

    @cached_property
    def bare_before(self) -> re.Pattern[str]:
        """A day without its month that begins a range."""
        return re.compile(rf"{self._number}(?:{self._to}|(?P<and>{self._and}))$")

    @cached_property
    def month_before(self) -> re.Pattern[str]:
        """A month without its year that begins a range or a list."""
        return re.compile(
            rf"(?<!\w)(?P<m>{self.month})"
            rf"(?:{self._to}|(?P<and>,? {self.any('and')} )|(?P<list>, ))$"
        )

    @cached_property
    def list_after(self) -> re.Pattern[str]:
        """A day that goes on a list after its month."""
        return re.compile(
            rf"{self._listed}{self._number}(?={self._listed}{_DIGIT_DAY}|,? {YEAR}|[^\w]|$)"
            rf"(?! {self.month})"
        )

    @cached_property
    def list_before(self) -> re.Pattern[str]:
        """A day of a list before its month."""
        return re.compile(rf"{self._number}(?:{self._listed}|・)$")

    @cached_property
    def list_gap(self) -> re.Pattern[str]:
        """What stands between two dates of a list."""
        return re.compile(f"{self._listed}")

    @cached_property
    def range_before(self) -> re.Pattern[str]:
        """A year and what joins it to the one after it."""
        return re.compile(rf"(?:{YEAR})(?: ?- ?| {self.any('to')} )$")

    @cached_property
    def linking(self) -> re.Pattern[str]:
        """A word that links a date to another."""
        return re.compile(rf" ?{self.any('to', 'and', 'or')} ")

    @cached_property
    def moved(self) -> re.Pattern[str]:
        """What stands before the first of two dates that something was moved from and to."""
        return re.compile(rf"\b{self.any('moved')}\b(?: \S+){{0,6}}? {self._loosely}{{0,2}}$")

    @cached_property
    def moved_after(self) -> re.Pattern[str]:
        """What stands after the second of two such dates, in Japanese."""
        return re.compile(rf"(?:に|へと?|まで)[^。、\d]{{0,4}}?{self.any('moved_after')}")


@cache
def grammar(languages: tuple[str, ...]) -> Grammar | None:
    """The grammar of a language, or of those read together; None where its months or the order of
    its dates are not known."""
    separators = conventions(languages)
    if separators is None:
        return None
    found = Grammar(languages, separators)
    return found if found.months or found.japanese else None


def _months(words: Words) -> tuple[dict[str, int], str]:
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


def _years(words: Words) -> dict[str, int | None]:
    """What each Japanese word before 年 says of the last year named; None: of today's."""
    found: dict[str, int | None] = dict.fromkeys([*words.of("this_year"), *words.of("other_years")])
    for key, shift in (("same_year", 0), ("next_year", 1), ("last_year", -1)):
        found |= dict.fromkeys(words.of(key), shift)
    return found


def _atom(words: Grammar) -> re.Pattern[str]:
    """The spellings of a single date, numbered by their groups."""
    day, month, of, english = words.day, words.month, words.of_month, words.english
    ordinal = words.any("ordinals")
    before_month = "|".join(f"(?<={word})" for word in _before_month(words))
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
    if words.order == "ymd" and not words.japanese:
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
    if words.japanese:
        spellings += _cjk(words)
    spellings.append(
        r"(?<![\w.,$€£¥#/])(?<!\d:)(?:(?<![^\W_]-)|(?<=(?i:mid-|end-))|(?<=(?i:late-|year-))"
        rf"|(?<=(?i:early-))|(?<=1[5-9]\d\d-)|(?<=2[01]\d\d-))(?P<y8>{YEAR})"
        r"(?![\w/%]|-(?![a-z]{3})[^\W\d]|[.]\d)"
    )
    if before_month:
        spellings.append(rf"(?:{before_month})(?P<m9>{month}){NOT_JOINED}")
    return re.compile("|".join(spellings))


def _before_month(words: Words) -> list[str]:
    """The words after which a month may stand by itself, with a space, or a hyphen after mid."""
    found = []
    for word in words.of("before_month"):
        end = "-" if word == "mid" else " "
        found.append(rf"\b[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}{end}")
    return found


def _cjk(words: Words) -> list[str]:
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
