"""What the number reader knows of a language, as compiled patterns: made once from its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from policykb.text.language import TOGETHER, Conventions, alternatives, conventions, merged

KANJI_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")}
KANJI_SMALL = {"十": 10, "百": 100, "千": 1000}
KANJI_LARGE = {"万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
KANJI = "".join((*KANJI_DIGITS, *KANJI_SMALL, *KANJI_LARGE))
"""All characters that numbers are written in, beside digits."""

LONGEST = 40
"""No number is longer; what is, is none."""
RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"


@dataclass(frozen=True)
class Grammar:
    """How numbers are written in a language. The patterns are described where they are made."""

    separators: Conventions
    words: Mapping[str, int]
    scales: Mapping[str, int]
    short: Mapping[str, int]
    groups: Mapping[str, int]
    plain: re.Pattern[str]
    run: re.Pattern[str]
    spelled: re.Pattern[str]
    scale: re.Pattern[str]
    sign: re.Pattern[str]
    percent: re.Pattern[str]
    tail: re.Pattern[str]
    part: re.Pattern[str]
    label: re.Pattern[str]
    label_after: re.Pattern[str]
    counter: re.Pattern[str]
    join: re.Pattern[str]
    listed: re.Pattern[str]
    change: re.Pattern[str]
    changed: re.Pattern[str]
    start: re.Pattern[str]
    between: re.Pattern[str]
    loose: re.Pattern[str]
    both: re.Pattern[str]
    scaled: re.Pattern[str]
    minus: tuple[str, ...]
    tolerances: tuple[str, ...]
    articles: frozenset[str]
    joiners: frozenset[str]
    tens: frozenset[str]
    alone: frozenset[str]
    links: frozenset[str]
    no_unit: frozenset[str]
    bounds_before: re.Pattern[str]
    bounds_after: re.Pattern[str]
    bounds: Mapping[str, str]
    ordinal_dot: bool

    def power(self, word: str) -> int | None:
        """What a scale word multiplies by; None for a word that is none."""
        if word in ("dozen", "dozens"):
            return 12
        power = self.scales.get(word, self.scales.get(word.removesuffix("s")))
        return None if power is None else 10**power

    def powers(self, text: str) -> list[int]:
        """What each of some scale words multiplies by, the longest first ("mil millones")."""
        found: list[int] = []
        rest = text.lower().replace("-", " ").split()
        while rest and len(found) < 8:
            size = next(
                (one for one in range(len(rest), 1, -1) if self.power(" ".join(rest[:one]))), 1
            )
            found.append(self.power(" ".join(rest[:size])) or 1)
            rest = rest[size:]
        return found


@cache
def grammar(languages: tuple[str, ...]) -> Grammar | None:
    """The grammar of a language, or of those read together; None where its separators are not
    known, so that nothing can be read for sure."""
    separators = conventions(languages)
    if separators is None:
        return None

    def words(key: str) -> dict[str, Any]:
        return merged(languages, "numbers", key)

    def group(key: str) -> str:
        return alternatives(words(key))

    scales = {**{key.lower(): power for key, power in separators.scales.items()}, **words("scales")}
    numbers = words("words")
    scale = rf"(?i:{alternatives([*scales, 'dozen'])})s?\b"
    letters, sums = group("letters"), group("letters_of_sums")
    small = [word for word, number in numbers.items() if number < 20]
    tens = [word for word, number in numbers.items() if number >= 20]
    digit = alternatives(word for word, number in numbers.items() if number < 10)
    a, and_ = group("a"), group("and")
    decimal = re.escape(separators.decimal)
    between = rf"\b(?i:{group('between')}) (?:(?i:{group('about')}) )?$"
    cardinal = rf"(?:{alternatives(tens)}(?:[ -](?:{and_}[ -])?{digit})?|{alternatives(small)})\b"
    return Grammar(
        separators=separators,
        words=numbers,
        scales=scales,
        short=words("short"),
        groups=words("groups"),
        plain=re.compile(
            rf"(?:\d{{1,3}}(?:{_grouping(separators)}\d{{3}})+|\d+)(?:{decimal}\d+)?|{decimal}\d+"
        ),
        # Digits with all that stands between them, or Japanese numerals.
        run=re.compile(
            rf"(?<!\d)\d{{1,3}}(?:[ '’]\d{{3}})+(?:{decimal}\d+)?(?![.,:/'’]?\d)"
            rf"|(?<![\w.,]){decimal}\d+|\d+(?:[.,:/'’·‧・⁄]\d+)*|[{KANJI}]+"
        ),
        spelled=_spelled(words, cardinal, scale, a, and_, digit),
        scale=_scale(words, scale, a, and_, letters, sums),
        sign=re.compile(
            rf"(?:(?<![\w)\]%.,:/'-])[-+~≈]|(?:\+/-|[±▲△▼<>≤≥]) ?"
            rf"|(?<![\w-])(?P<tolerance>(?i:{group('plus_minus')})) "
            rf"|(?<![\w-])(?i:{alternatives([*words('minus'), *words('plus')])}) )$"
        ),
        percent=re.compile(
            rf"[ -]?(?P<points>%[ -]?points?\b|{_bounded(words('points'))})"
            r"|[ -]?(?P<other>[‰‱]|percentiles?\b)"
            rf"|[ -]?(?:[%٪]|{_bounded([*words('percent'), *separators.percent])})",
            re.IGNORECASE,
        ),
        tail=re.compile(
            rf"(?P<fraction>[{RAISED}]| ?[\u00bc-\u00be\u2150-\u215e]| [1-9]/[2-9](?![\d/])"
            rf"|[ -]?{_bounded(words('fractions'))})"
            rf"|(?P<times>[ -]?{_bounded(words('times'))}| ?[x×](?!\w| ?\d))"
            rf"|(?P<clock> ?{_bounded(words('clock'))})"
            rf"|(?P<count>月|日(?![間本])|年(?!間)|時(?!間)|分(?![間の])|{group('order')})",
            re.IGNORECASE,
        ),
        part=re.compile(rf"[ -](?:{group('fractions')})\b(?!-)", re.IGNORECASE),
        label=_label(words),
        label_after=re.compile(
            rf" {group('labels_after')}(?!\w)"
            rf"|(?: [A-Z][\w.'-]*){{1,4}}? {group('streets')}(?!\w)"
        ),
        counter=re.compile(rf"{group('counters')}|国(?![内際])"),
        join=_join(words, and_),
        listed=re.compile(rf", |,? (?i:{and_}|{group('or')}) "),
        change=re.compile(
            rf"\b(?i:{group('change')})\w*\b(?: \S+){{0,6}} (?i:{group('from')}) "
            rf"(?:(?i:{group('about')}) )?$"
        ),
        changed=re.compile(rf"[^\s\d、。]{{0,6}}?(?:に|へと?)(?:まで)?{group('change_after')}"),
        start=re.compile(rf"\b(?i:{group('from')}) (?:(?i:{group('about')}) )?$"),
        between=re.compile(between),
        loose=re.compile(rf"\b(?i:{group('loose_one')}) $"),
        both=re.compile(rf" (?:[\w.'-]+ ){{1,5}}{and_}\b"),
        scaled=re.compile(
            rf"(?i:{alternatives([*scales, *words('short'), 'dozen'])})|\d ?[kmbKMB]\b|[千万億亿兆]"
        ),
        minus=tuple(words("minus")),
        tolerances=("±", "+/-", *words("plus_minus")),
        articles=frozenset(words("a")),
        joiners=frozenset(words("and")),
        tens=frozenset(tens if "en" not in languages else ()),
        alone=frozenset(words("alone")),
        links=frozenset([*scales, *words("short"), *words("percent"), *separators.percent]),
        no_unit=frozenset(words("no_unit")),
        bounds_before=re.compile(rf"(?<!\w)(?P<word>(?i:{group('bounds')})) ?$"),
        bounds_after=re.compile(
            rf"(?:[ -]?[^\W\d]+?)?? ?(?P<word>(?i:{group('bounds_after')}))(?!\w)"
        ),
        bounds={**words("bounds"), **words("bounds_after")},
        ordinal_dot="." in words("ordinal"),
    )


def _grouping(separators: Conventions) -> str:
    sign = "" if separators.group == "space" else re.escape(separators.group)
    return f"[{sign}'’ ]"


def _bounded(words: Iterable[str]) -> str:
    """Any of some words, whole where they end in a letter of the Latin script."""
    found = [
        re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]
    return f"(?:{'|'.join(sorted(found, key=len, reverse=True))})" if found else "(?!)"


def _spelled(
    words: Any, cardinal: str, scale: str, a: str, and_: str, digit: str
) -> re.Pattern[str]:
    """Words that stand together as one number, and what belongs to them."""
    one = f"(?:{cardinal}|{scale})"
    half, quarter = alternatives(words("half")), alternatives(words("quarter"))
    return re.compile(
        r"(?:(?<![\w-])|(?<=-to-)|(?<=-or-))(?:"
        rf"(?P<part>(?:(?P<half>{half})(?:[ -]{a})?|(?:{a} )?{quarter}(?:[ -]of)?(?:[ -]{a})?)"
        rf"[ -](?={scale}|per[ -]?cent))?"
        rf"(?P<vague>{alternatives(words('vague'))}[ -](?={scale}))?"
        rf"(?:(?P<run>(?:{a}[ -](?={scale}))?{one}(?:[ -](?:{and_}[ -])?{one})*)"
        rf"(?P<point>[ -]{alternatives(words('point'))}(?:[ -]{digit}\b)+)?"
        rf"(?P<more>[ -]{and_}[ -]{a}[ -](?:(?P<more_half>{half})|{quarter})\b)?"
        rf"(?P<scale>(?:[ -]{scale})*)"
        r"|(?<=half a )(?=per))"
        rf"|(?P<group>{alternatives(words('groups'))}|(?<=a )couple(?= of))\b(?!-))",
        re.IGNORECASE,
    )


def _scale(words: Any, scale: str, a: str, and_: str, letters: str, sums: str) -> re.Pattern[str]:
    """What multiplies digits: words, short forms (``sum``: only in sums of money)."""
    more = rf"[ -]{and_}[ -]{a}[ -]{alternatives(words('half'))}\b"
    short = alternatives(words("short"))
    return re.compile(
        rf"(?P<half>{more})?(?P<words>(?:[ -]?{scale})+)|(?P<only>{more})"
        rf"|[ -]?(?P<short>{short}\b\.?)|(?P<letter>{letters})(?![\w'])"
        rf"| ?(?P<sum>{sums})(?![\w.'-])"
    )


def _label(words: Any) -> re.Pattern[str]:
    """What makes a name of the number after it: "phase 3", "Order 872", "No. 5", "§ 3"."""
    labels = list(words("labels"))
    anywhere = alternatives(word for word in labels if word.islower())
    capital = alternatives(word for word in labels if not word.islower())
    number = r"(?: ?(?:[Nn]os?\.?|Nr\.|n°|#))?"
    return re.compile(
        rf"(?:(?<!\w)(?:(?i:{anywhere})s?|{capital}s?){number} ?\(?"
        r"|(?<!a )\bnumber |(?<!#)#|№ ?|第|(?<![\w'])')$"
    )


def _join(words: Any, and_: str) -> re.Pattern[str]:
    to = list(words("to"))
    spaced = alternatives(word for word in to if word[0] < "\u3000")
    tight = alternatives(word for word in to if word[0] > "\u3000")
    return re.compile(
        rf"[社人件名円%]?(?: ?[-~〜] ?|{tight})|[・、]|(?P<to>-? {spaced} )|-(?:to|or)-"
        rf"|(?P<or> {alternatives(words('or'))} )| ?[/×*] ?| x | : | to the power "
        rf"|(?P<ratio> {alternatives(words('out_of'))} )|(?P<and>,? {and_} )"
    )


def kanji_amount(text: str) -> Decimal | None:
    """The number that digits and Japanese numerals stand for together, or None for none."""
    if len(text) > LONGEST:
        return None
    total, section, current, last = Decimal(0), Decimal(0), "", 10**16
    ceiling = 10**4
    for char in text:
        if char in ", '’":
            continue
        if char.isdecimal() or char == ".":
            current += char
        elif char in KANJI_DIGITS:
            current += str(KANJI_DIGITS[char])
        elif char in KANJI_SMALL:
            if KANJI_SMALL[char] >= ceiling:
                return None
            section += (Decimal(current) if current else 1) * KANJI_SMALL[char]
            ceiling, current = KANJI_SMALL[char], ""
        else:
            if KANJI_LARGE[char] >= last or not (current or section):
                return None
            section += Decimal(current) if current else 0
            total += section * KANJI_LARGE[char]
            last, section, current, ceiling = KANJI_LARGE[char], Decimal(0), "", 10**4
    if current.count(".") > 1:
        return None
    return total + section + (Decimal(current) if current else 0)


@cache
def _number_words() -> frozenset[str]:
    keys = ("words", "groups", "scales")
    return frozenset(word for key in keys for word in merged(TOGETHER, "numbers", key))


def is_number_word(word: str) -> bool:
    """Whether a word in small letters stands for a number."""
    return word in _number_words()
