"""The number words of a language as compiled patterns, made once from its file, and the numbers
that they spell: twenty-five, two and a half million, half a dozen, a trio."""

import re
from decimal import Decimal
from functools import cache

from policykb.text.language import (
    TOGETHER,
    Conventions,
    Words,
    alternatives,
    by_language,
    conventions,
    whole,
)

SCALES = dict(zip(by_language("conventions")["en"][5:], (3, 6, 9, 12), strict=True))
"""The scale words of English and their powers of ten: thousand to trillion."""
KANJI_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")}
KANJI_SMALL = {"十": 10, "百": 100, "千": 1000}
KANJI_LARGE = {"万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
"""The powers of ten that letters mean after digits."""
KANJI = "".join((*KANJI_DIGITS, *KANJI_SMALL, *KANJI_LARGE))
"""All characters that numbers are written in, beside digits."""

LONGEST = 40
"""The most characters of a number."""
_MOST = 12
"""The most words of one."""
RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"


class Grammar(Words):
    """How numbers are written in a language."""

    def __init__(self, languages: tuple[str, ...], separators: Conventions) -> None:
        super().__init__(languages, "numbers")
        self.separators = separators
        self.words = self.of("words")
        self.scales = {key.lower(): power for key, power in separators.scales.items()}
        self.scales |= self.of("scales")
        self.short, self.groups = self.of("short"), self.of("groups")
        powers = {
            **LETTERS,
            **self.scales,
            **{key.lower(): power for key, power in self.short.items()},
        }
        self._factors = {"dozen": 12, **{word: 10**power for word, power in powers.items()}}
        self.minus = tuple(self.of("minus"))
        self.tolerances = ("±", "+/-", *self.of("plus_minus"))
        self.articles, self.joiners = frozenset(self.of("a")), frozenset(self.of("and"))
        self.alone, self.no_unit = frozenset(self.of("alone")), frozenset(self.of("no_unit"))
        links = (*self.scales, *self.short, *self.of("percent"), *separators.percent)
        self.tens = frozenset(() if "en" in languages else self._between(20, 100))
        """Words for tens that *and* joins to a unit ("treinta y cinco")."""
        keys = ("bounds", "bounds_after", "bounds_beside")
        self.bounds = {word: bound for key in keys for word, bound in self.of(key).items()}
        self.range_ends = frozenset(self.of("range_ends"))
        self.parts |= {
            "digit": alternatives(self._between(0, 10)),
            "small": alternatives(self._between(0, 20)),
            "tens": alternatives(self._between(20, 100)),
            "one_scale": rf"(?i:{alternatives([*self.scales, 'dozen'])})s?\b",
            "all_scales": alternatives([*self.scales, *self.short, "dozen"]),
            "links": alternatives(filter(str.islower, links)),
            "percent_words": whole(separators.percent),
            "decimal": re.escape(separators.decimal),
            "group": re.escape(separators.group.replace("space", "")) or "(?!)",
            "grouping": re.escape(separators.group.replace("space", "")),
            "kanji": KANJI,
            "kanji_scales": "".join(("千", *KANJI_LARGE)),
            "raised": RAISED,
        }

    def _between(self, low: int, high: int) -> list[str]:
        return [word for word, number in self.words.items() if low <= number < high]

    def power(self, word: str) -> int | None:
        """The factor of a scale word; None for any other word."""
        return self._factors.get(word) or self._factors.get(word.removesuffix("s"))

    def powers(self, text: str) -> list[int]:
        """The factor of each scale word in a text, the longest words first ("mil millones")."""
        found: list[int] = []
        rest = text.lower().rstrip(".").replace("-", " ").split()
        while rest and len(found) < 8:
            sizes = range(len(rest), 1, -1)
            size = next((one for one in sizes if self.power(" ".join(rest[:one]))), 1)
            found.append(self.power(" ".join(rest[:size])) or 1)
            rest = rest[size:]
        return found


@cache
def grammar(languages: tuple[str, ...]) -> Grammar | None:
    """The grammar of a language, or of those read together; None where its separators are not
    known, so that nothing can be read for sure."""
    separators = conventions(languages)
    return None if separators is None else Grammar(languages, separators)


def kanji_amount(text: str) -> Decimal | None:
    """The number that digits and Japanese numerals make together, or None if they make none."""
    if len(text) > LONGEST:
        return None
    total, section, current = Decimal(0), Decimal(0), ""
    for char in text:
        if char.isdecimal() or char == ".":
            current += char
        elif char in KANJI_DIGITS:
            current += str(KANJI_DIGITS[char])
        elif char in KANJI_SMALL:
            section += Decimal(current or 1) * KANJI_SMALL[char]
            current = ""
        elif char in KANJI_LARGE:
            if not (current or section):
                return None
            total += (section + Decimal(current or 0)) * KANJI_LARGE[char]
            section, current = Decimal(0), ""
    return None if current.count(".") > 1 else total + section + Decimal(current or 0)


@cache
def number_words() -> frozenset[str]:
    """The English words for numbers and scales."""
    words = grammar(TOGETHER)
    return frozenset((*words.words, *words.groups, *words.scales)) if words else frozenset()


def spelled(match: re.Match[str], words: Grammar) -> Decimal | None:
    """The number of a match of ``spelled``; None for words that spell none together ("several
    hundred", "seven eight")."""
    if match["group"]:
        return Decimal(words.groups.get(match["group"].lower(), 2))
    part = (Decimal("0.5") if match["half"] else Decimal("0.25")) if match["part"] else None
    if match["run"] is None:
        return part
    run = _split(match["run"])
    more = words.powers(match["scale"] or "")
    if match["vague"] or len(run) + len(more) > _MOST:
        return None
    found = _run(match, run, part, words)
    for power in more:
        found = None if found is None else found * power
    return found


def _run(
    match: re.Match[str], run: list[str], part: Decimal | None, words: Grammar
) -> Decimal | None:
    if words.power(run[0]) is not None and part is None and run[0] not in words.alone:
        return None
    found = _sum(run[1:] if run[0] in words.articles else run, words)
    if found is None or part is not None:
        return None if found is None or part is None else found * part
    if match["point"]:
        digits = _split(match["point"])[1:]
        found += Decimal("0." + "".join(str(words.words[word]) for word in digits[:_MOST]))
    if match["more"]:
        if words.power(run[-1]) is not None:
            return None
        found += Decimal("0.5") if match["more_half"] else Decimal("0.25")
    return found


def _split(text: str) -> list[str]:
    return re.split(r"[ -]", text.lower().strip(" -"))


def _sum(run: list[str], words: Grammar) -> Decimal | None:
    total, current, seen = 0, 0, ""
    for word in run:
        power = words.power(word)
        if word in words.joiners:
            if words.power(seen) is None and seen not in words.tens:
                return None
            continue
        if power is not None:
            if power < 1000:
                current = (current or 1) * power
            elif total and not current and words.power(seen) is not None:
                total *= power
            else:
                total += (current or 1) * power
                current = 0
        elif (seen and current % 10) or (current % 100 and words.words[word] >= 10):
            return None
        else:
            current += words.words[word]
        seen = word
    return Decimal(total + current)
