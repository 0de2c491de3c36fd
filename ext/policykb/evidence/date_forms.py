"""The spellings of single dates: days, months and years in English and Japanese."""

from __future__ import annotations

import re

from policykb.lazy import lazy
from policykb.values.date import MONTHS, Day, month_length

_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_SHORT = [name[:3] for name in MONTHS if name != "May"]
_SHORT[_SHORT.index("Sep") : _SHORT.index("Sep")] = ["Sept"]
MONTH = (
    f"(?:{'|'.join((*MONTHS, *(name.upper() for name in MONTHS)))}"
    rf"|(?:{'|'.join((*_SHORT, *(name.upper() for name in _SHORT)))})\.?(?![A-Za-z]))"
)
DAY = r"(?<![\d.,:])[0-3]?\d(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|%)"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_ERA = "令和|平成|昭和"
_ON = "[~〜・-]"
_BEFORE_MONTH = (
    "[Ii]n ",
    "[Ss]ince ",
    "[Ff]rom ",
    "[Uu]ntil ",
    "[Bb]y ",
    "late ",
    "[Ee]arly ",
    "mid-",
    "last ",
    "next ",
    "this ",
    "[Dd]uring ",
    "around ",
    "[Bb]efore ",
    "[Aa]fter ",
    "through ",
    "till ",
    "end of ",
    "start of ",
    "beginning of ",
    "half of ",
)
_ATOM = lazy(
    "|".join(
        (
            rf"(?P<d1>{DAY})(?: (?:of )?|-)(?P<m1>{MONTH})(?:(?:,? |-)(?P<y1>{YEAR}))?(?!\w)",
            rf"(?<!\w)(?P<m2>{MONTH}) (?:the )?(?P<d2>{DAY})(?: \([A-Z][a-z]+\))?"
            rf"(?:,? (?P<y2>{YEAR}))?(?!\w)",
            rf"(?<!\w)(?P<m3>{MONTH})(?:,| of|)[ -](?P<y3>{YEAR})(?!\w)",
            r"(?:(?<![\w./-])|(?<=\d-\d\d/))(?P<y4>\d{4})(?P<s4>[-/.])(?P<m4>0?[1-9]|1[0-2])"
            r"(?:(?P=s4)(?P<d4>0?[1-9]|[12]\d|3[01]))?(?!\w|/(?!\d{4}-)|[.-]\d)",
            r"(?<![\w./-])(?P<a5>\d\d?)(?P<s5>[/.])(?P<b5>\d\d?)(?P=s5)(?P<y5>\d{4})(?![\w/]|[.-]\d)",
            rf"(?:(?P<era>{_ERA})(?P<ye>元|\d\d?)|(?<!\d)(?P<y6>\d{{4}}))"
            rf"(?:年(?:\((?:{_ERA})?(?:元|\d{{1,4}})年?\))?|\((?:{_ERA})?(?:元|\d{{1,4}})\)年)"
            rf"(?!度|会計年|事業年)(?:の?(?P<m6>\d\d?)(?:月(?!期)|(?={_ON}\d\d?月))"
            rf"(?:(?P<d6>\d\d?)(?:日|(?={_ON}\d\d?日)))?)?",
            rf"(?<![\d年])(?P<m7>\d\d?)月(?P<d7>\d\d?)(?:日|(?={_ON}\d\d?日))",
            r"(?:(?<![\d年])|(?<=[今来昨同]年))(?P<m0>\d\d?)月(?![\d期間分号])",
            rf"(?<![\w.,$€£¥#/])(?<!\d:)(?:(?<![^\W_]-)|(?<=(?i:mid-|end-))|(?<=(?i:late-|year-))"
            rf"|(?<=(?i:early-))|(?<=1[5-9]\d\d-)|(?<=2[01]\d\d-))(?P<y8>{YEAR})"
            r"(?![\w/%]|-(?![a-z]{3})[^\W\d]|[.]\d)",
            rf"(?:{'|'.join(f'(?<={word})' for word in _BEFORE_MONTH)})(?P<m9>{MONTH})(?!\w)",
        )
    )
)

_FISCAL = lazy(
    r"\b(?:(?:fiscal|financial|budget)(?:[ -]years?)?|(?:business|school|academic|tax)[ -]years?"
    r"|J?FYs?)"
    r"(?: ?\([A-Za-z]+\))?[ -]?\(?(?:\d{4} ?(?:-|/|,|,? and|,? or|to|through) ?)*$",
    re.IGNORECASE,
)
_FISCAL_AFTER = lazy(
    r"[ -](?:fiscal|financial|budget|business|school|academic|tax)(?:[ -]year|\b(?= budget))",
    re.IGNORECASE,
)
_ENDED = lazy(
    r"\b(?:year|quarter|half|period|months)s?,? (?:that )?(?:end(?:ed|ing|s)|to)(?: on| in)? $",
    re.IGNORECASE,
)
_LABEL = lazy(
    r"(?:\b(?:nos?\.|notification|page|pp?\.|room|flight|regulation|directive|decision|law|iso|standard"
    r"|version|code|(?<!a )number)|\((?:eu|ec|eec)\)|[#№]) ?$",
    re.IGNORECASE,
)
_COUNTED = lazy(
    r" ?(?:hundred|thousand|million|billion|trillion|bn|mn|per ?cent|mg|kg|km|tons?|tonnes?|hours?"
    r"|[kmgt]w(?:h|p)?|kv|km2|ha|hectares?|teu|lit(?:er|re)s?|barrels?"
    r"|points?|basis|units?|people|persons|patients|cases|children|men|women|doses|employees|staff"
    r"|participants|applicants|copies|or so|new (?:staff|jobs))\b",
    re.IGNORECASE,
)
_SOME = lazy(
    r"\b(?:some|total of|(?:more|fewer|less) than|nearly|almost"
    r"|(?<!until )(?<!till )(?<!to )(?<!through )(?<!in )(?<!by )(?<!from )(?<!since )at least) $",
    re.IGNORECASE,
)
_PLURAL = lazy(
    r" (?!(?:as|was|has|is|this|its|does|sales|results|figures|earnings|elections|guidelines"
    r"|revisions|exports|imports|prices|talks)\b)[a-z]+s\b"
)
_YEARLY = lazy(
    r"(?:\b(?:in|since|during|for|from|until|till|by|before|after|through|the|calendar)"
    r"|(?:mid|early|late|end|year)-) ?$",
    re.IGNORECASE,
)
_COUNT_BEHIND_MONTH = lazy(r"\b(?:in|from|since|during|by|until|of) $", re.IGNORECASE)
_COUNT_BEHIND_DAY = lazy(
    r" (?:hundred|thousand|million|billion|trillion|people|per ?cent"
    r"|(?!(?:as|was|has|is|this|its)\b)[a-z]+s\b)"
)
_REACH = 48

Atom = tuple[Day, int, int, bool]
"""A date, where it begins and ends, and whether it shows nothing vaguer than itself."""


def atoms(text: str) -> list[Atom]:
    """The single dates of a normalised text, in order; the ends of a range each by itself."""
    found: list[Atom] = []
    for match in _ATOM().finditer(text):
        day = _day(match)
        if day is None:
            continue
        at, to = match.span()
        if match["m2"] and not match["y2"] and _is_counted(text, match):
            if not _COUNT_BEHIND_MONTH().search(text[max(0, at - 8) : at]):
                continue
            day, to = Day(None, day.month, None), match.end("m2")
        before = text[max(0, at - _REACH) : at]
        if day.month is None and not _is_year(text, at, to, before):
            continue
        if match["m4"] and not match["d4"] and match["s4"] != "-" and _LABEL().search(before):
            continue
        ended = day.year is not None and _ENDED().search(before) is not None
        if not ended or day.month is not None:
            found.append((day, at, to, ended))
    return found


def counted(text: str, to: int) -> bool:
    """Whether a bare number that ends there is a count, since what is counted follows it."""
    return _COUNT_BEHIND_DAY().match(text, to) is not None


def _is_counted(text: str, match: re.Match[str]) -> bool:
    return (
        match["d2"].isdigit()
        and counted(text, match.end())
        and (
            _COUNT_BEHIND_MONTH().search(text[max(0, match.start() - 8) : match.start()])
            is not None
        )
    )


def _is_year(text: str, at: int, to: int, before: str) -> bool:
    """Whether what looks like a year by itself is one: no fiscal year, count, label or sum."""
    from policykb.evidence import money

    if text[to - 1] == "年":
        return re.match(r"\d\d?月期", text[to : to + 4]) is None
    if _FISCAL().search(before) or _FISCAL_AFTER().match(text, to):
        return False
    if _LABEL().search(before) or _SOME().search(before) or _COUNTED().match(text, to):
        return False
    if money.before(text, at)[0] or money.after(text, at, to)[0]:
        return False
    return not _PLURAL().match(text, to) or _YEARLY().search(before) is not None


def _day(match: re.Match[str]) -> Day | None:
    part = match.groupdict()
    for at in "0123456789":
        if part.get(f"m{at}") or part.get(f"y{at}"):
            year, month, day = part.get(f"y{at}"), part.get(f"m{at}"), part.get(f"d{at}")
            break
    else:
        year, month, day = part.get("ye"), None, None
    if part.get("a5"):
        first, second = int(part["a5"]), int(part["b5"])
        if first <= 12 and second <= 12 and first != second:
            return Day(int(part["y5"]), None, None)
        month, day = (str(second), str(first)) if first > 12 else (str(first), str(second))
    number = int(year) if year and year.isdigit() else None
    if part.get("era"):
        number = _ERAS[part["era"]] + (1 if part["ye"] == "元" else int(part["ye"]))
        month, day = part["m6"], part["d6"]
    found = Day(number, month_number(month) if month else None, day_number(day) if day else None)
    if found.month is not None and not 1 <= found.month <= 12:
        return None
    if found.day is not None and (
        found.month is None or not 1 <= found.day <= month_length(found.year, found.month)
    ):
        return None
    return found


def month_number(text: str) -> int:
    """The number of a month that is written in digits or as a name."""
    return int(text) if text.isdigit() else _NUMBER[text[:3].lower()]


def day_number(text: str) -> int:
    """The number of a day that may be written as an ordinal."""
    return int(text.rstrip("stndrh"))
