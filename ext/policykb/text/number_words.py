"""What the number reader knows of a language, as compiled patterns: made once from its file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, cached_property

from policykb.text.language import TOGETHER, Conventions, Words, alternatives, conventions

KANJI_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")}
KANJI_SMALL = {"十": 10, "百": 100, "千": 1000}
KANJI_LARGE = {"万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
KANJI = "".join((*KANJI_DIGITS, *KANJI_SMALL, *KANJI_LARGE))
"""All characters that numbers are written in, beside digits."""

LONGEST = 40
"""No number is longer; what is, is none."""
RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"


class Grammar(Words):
    """How numbers are written in a language; each pattern is made when it is first used."""

    def __init__(self, languages: tuple[str, ...], separators: Conventions) -> None:
        super().__init__(languages, "numbers")
        self.separators = separators
        self.words = self.of("words")
        self.scales = {key.lower(): power for key, power in separators.scales.items()}
        self.scales |= self.of("scales")
        self.short, self.groups = self.of("short"), self.of("groups")
        self.minus = tuple(self.of("minus"))
        self.tolerances = ("±", "+/-", *self.of("plus_minus"))
        self.articles, self.joiners = frozenset(self.of("a")), frozenset(self.of("and"))
        self.alone, self.no_unit = frozenset(self.of("alone")), frozenset(self.of("no_unit"))
        percent = (*self.of("percent"), *separators.percent)
        self.links = frozenset((*self.scales, *self.short, *percent))
        """Words that a hyphen may join to a number without making a code of it."""
        tens = () if "en" in languages else self._between(20, 100)
        self.tens = frozenset(tens)
        """Words for tens that *and* joins to a unit ("treinta y cinco")."""
        self.bounds = {**self.of("bounds"), **self.of("bounds_after")}
        self.ordinal_dot = "." in self.of("ordinal")
        self._scale = rf"(?i:{alternatives([*self.scales, 'dozen'])})s?\b"
        self._percent = _bounded(percent)

    def _between(self, low: int, high: int) -> list[str]:
        return [word for word, number in self.words.items() if low <= number < high]

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

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """Digits that are a number, with their separators."""
        group = "" if self.separators.group == "space" else re.escape(self.separators.group)
        decimal = re.escape(self.separators.decimal)
        return re.compile(
            rf"(?:\d{{1,3}}(?:[{group}'’ ]\d{{3}})+|\d+)(?:{decimal}\d+)?|{decimal}\d+"
        )

    @cached_property
    def run(self) -> re.Pattern[str]:
        """Digits with all that stands between them, or Japanese numerals."""
        decimal = re.escape(self.separators.decimal)
        return re.compile(
            rf"(?<!\d)\d{{1,3}}(?:[ '’]\d{{3}})+(?:{decimal}\d+)?(?![.,:/'’]?\d)"
            rf"|(?<![\w.,]){decimal}\d+|\d+(?:[.,:/'’·‧・⁄]\d+)*|[{KANJI}]+"
        )

    @cached_property
    def spelled(self) -> re.Pattern[str]:
        """Words that stand together as one number, and what belongs to them."""
        scale, a, and_ = self._scale, self.any("a"), self.any("and")
        half, quarter = self.any("half"), self.any("quarter")
        digit = alternatives(self._between(0, 10))
        tens, small = alternatives(self._between(20, 100)), alternatives(self._between(0, 20))
        one = rf"(?:(?:{tens}(?:[ -](?:{and_}[ -])?{digit})?|{small})\b|{scale})"
        return re.compile(
            r"(?:(?<![\w-])|(?<=-to-)|(?<=-or-))(?:"
            rf"(?P<part>(?:(?P<half>{half})(?:[ -]{a})?|(?:{a} )?{quarter}(?:[ -]of)?(?:[ -]{a})?)"
            rf"[ -](?={scale}|per[ -]?cent))?"
            rf"(?P<vague>{self.any('vague')}[ -](?={scale}))?"
            rf"(?:(?P<run>(?:{a}[ -](?={scale}))?{one}(?:[ -](?:{and_}[ -])?{one})*)"
            rf"(?P<point>[ -]{self.any('point')}(?:[ -]{digit}\b)+)?"
            rf"(?P<more>[ -]{and_}[ -]{a}[ -](?:(?P<more_half>{half})|{quarter})\b)?"
            rf"(?P<scale>(?:[ -]{scale})*)"
            r"|(?<=half a )(?=per))"
            rf"|(?P<group>{self.any('groups')}|(?<=a )couple(?= of))\b(?!-))",
            re.IGNORECASE,
        )

    @cached_property
    def scale(self) -> re.Pattern[str]:
        """What multiplies digits: words, short forms (``sum``: only in sums of money)."""
        more = rf"[ -]{self.any('and')}[ -]{self.any('a')}[ -]{self.any('half')}\b"
        letters, sums = alternatives(self.of("letters")), alternatives(self.of("letters_of_sums"))
        return re.compile(
            rf"(?P<half>{more})?(?P<words>(?:[ -]?{self._scale})+)|(?P<only>{more})"
            rf"|[ -]?(?P<short>{alternatives(self.short)}\b\.?)|(?P<letter>{letters})(?![\w'])"
            rf"| ?(?P<sum>{sums})(?![\w.'-])"
        )

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """A sign or a word for one before a number."""
        return re.compile(
            r"(?:(?<![\w)\]%.,:/'-])[-+~≈]|(?:\+/-|[±▲△▼<>≤≥]) ?"
            rf"|(?<![\w-])(?<!\b[Aa][ul] ){self.any('plus_minus', 'minus', 'plus')} )$"
        )

    @cached_property
    def percent(self) -> re.Pattern[str]:
        """% and its words, points of percentage, and what is neither (‰)."""
        return re.compile(
            rf"[ -]?(?P<points>%[ -]?points?\b|{_bounded(self.of('points'))})"
            r"|[ -]?(?P<other>[‰‱]|percentiles?\b)"
            rf"|[ -]?(?:[%٪]|{self._percent})",
            re.IGNORECASE,
        )

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What makes something else of a number before it: a fraction, a clock's hour, a place."""
        return re.compile(
            rf"(?P<fraction>[{RAISED}]| ?[\u00bc-\u00be\u2150-\u215e]| [1-9]/[2-9](?![\d/])"
            rf"|[ -]?{_bounded(self.of('fractions'))})"
            rf"|(?P<times>[ -]?{_bounded(self.of('times'))}| ?[x×](?!\w| ?\d))"
            rf"|(?P<clock> ?{_bounded(self.of('clock'))})"
            rf"|(?P<count>月|日(?![間本])|年(?!間)|時(?!間)|分(?![間の])|{self.any('order')})",
            re.IGNORECASE,
        )

    @cached_property
    def part(self) -> re.Pattern[str]:
        """The denominator of a fraction in words."""
        return re.compile(rf"[ -](?:{self.any('fractions')})\b(?!-)")

    @cached_property
    def label(self) -> re.Pattern[str]:
        """What makes a name of the number after it: "phase 3", "Order 872", "No. 5", "§ 3"."""
        anywhere = alternatives(word for word in self.of("labels") if word.islower())
        capital = alternatives(word for word in self.of("labels") if not word.islower())
        number = r"(?: ?(?:[Nn]os?\.?|Nr\.|n°|#))?"
        return re.compile(
            rf"(?:(?<!\w)(?:(?i:{anywhere})s?|{capital}s?){number} ?\(?"
            r"|(?<!a )\bnumber |(?<!#)#|№ ?|第|(?<![\w'])')$"
        )

    @cached_property
    def label_after(self) -> re.Pattern[str]:
        """What makes a name of the number before it: "40 CFR", "1000 Harbor Avenue"."""
        return re.compile(
            rf" {alternatives(self.of('labels_after'))}(?!\w)"
            rf"|(?: [A-Z][\w.'-]*){{1,4}}? {alternatives(self.of('streets'))}(?!\w)"
        )

    @cached_property
    def counter(self) -> re.Pattern[str]:
        """What is counted after a number in Japanese."""
        return re.compile(rf"{alternatives(self.of('counters'))}|国(?![内際])")

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What makes one of two numbers: a range, a ratio, a choice."""
        spaced = alternatives(word for word in self.of("to") if word[0] < "\u3000")
        tight = alternatives(word for word in self.of("to") if word[0] > "\u3000")
        return re.compile(
            rf"[社人件名円%]?(?: ?[-~〜] ?|{tight})|[・、]|(?P<to>-? {spaced} )|-(?:to|or)-"
            rf"|(?P<or> {self.any('or')} )| ?[/×*] ?| x | : | to the power "
            rf"|(?P<ratio> {self.any('out_of')} )|(?P<and>,? {self.any('and')} )"
        )

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """What stands between the numbers of a list."""
        return re.compile(rf", |,? {self.any('and', 'or')} ")

    @cached_property
    def change(self) -> re.Pattern[str]:
        """What stands before the first of two numbers that something changed from and to."""
        return re.compile(rf"\b{self.any('change')}\w*\b(?: \S+){{0,6}} {self._from}")

    @cached_property
    def start(self) -> re.Pattern[str]:
        """What stands before the first end of a range or a change."""
        return re.compile(rf"\b{self._from}")

    @property
    def _from(self) -> str:
        return rf"{self.any('from')} (?:{self.any('about')} )?$"

    @cached_property
    def changed(self) -> re.Pattern[str]:
        """What stands after the second of two numbers that something changed from and to."""
        return re.compile(rf"[^\s\d、。]{{0,6}}?(?:に|へと?)(?:まで)?{self.any('change_after')}")

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What stands before the first of two ends joined by *and*."""
        return re.compile(rf"\b{self.any('between')} (?:{self.any('about')} )?$")

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """What makes *one* after it count nothing."""
        return re.compile(rf"\b{self.any('loose_one')} $")

    @cached_property
    def both(self) -> re.Pattern[str]:
        """What follows *both* where two things are named after it."""
        return re.compile(rf" (?:[\w.'-]+ ){{1,5}}{self.any('and')}\b")

    @cached_property
    def scaled(self) -> re.Pattern[str]:
        """What shows that a number has a scale."""
        words = alternatives([*self.scales, *self.short, "dozen"])
        return re.compile(rf"(?i:{words})|\d ?[kmbKMB]\b|[千万億亿兆]")

    @cached_property
    def bounds_before(self) -> re.Pattern[str]:
        """How exact a number is, as the words before it say."""
        return re.compile(rf"(?<!\w)(?P<word>{self.any('bounds')}) ?$")

    @cached_property
    def bounds_after(self) -> re.Pattern[str]:
        """How exact a number is, as the words after it, or after what it counts, say."""
        return re.compile(
            rf"(?:[ -]?[^\W\d]{{1,16}}?)?? ?(?P<word>{self.any('bounds_after')})(?!\w)"
        )


@cache
def grammar(languages: tuple[str, ...]) -> Grammar | None:
    """The grammar of a language, or of those read together; None where its separators are not
    known, so that nothing can be read for sure."""
    separators = conventions(languages)
    return None if separators is None else Grammar(languages, separators)


def _bounded(words: Iterable[str]) -> str:
    """Any of some words, whole where they end in a letter of the Latin script."""
    found = [
        re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]
    return f"(?:{'|'.join(sorted(found, key=len, reverse=True))})" if found else "(?!)"


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
def number_words() -> frozenset[str]:
    """The words that stand for numbers, or for their scale, in English."""
    words = grammar(TOGETHER)
    return frozenset((*words.words, *words.groups, *words.scales)) if words else frozenset()
