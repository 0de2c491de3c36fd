"""The date words of a language as compiled patterns, made once from its tables."""

import re
from functools import cache, cached_property

from policykb.text.language import (
    Conventions,
    Words,
    alternatives,
    branched,
    by_language,
    conventions,
    section,
    templates,
)

LATIN = r"A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
"""Letters that a date must not run on in, as the inside of a class; kanji and kana may follow."""
KANJI = "〇一二三四五六七八九十"
_CJK = frozenset(("ja", "zh", "ko"))


class Grammar(Words):
    """How dates are written in a language."""

    def __init__(self, languages: tuple[str, ...], separators: Conventions) -> None:
        super().__init__(languages, "dates")
        self.order = separators.order
        self.months, month = _months(self)
        self.ordinals: dict[str, int] = self.of("ordinals")
        self.eras: dict[str, int] = self.of("eras")
        self.years = _years(self)
        parts: dict[str, str] = self.of("parts")
        self.year_parts = {key.lower(): part for key, part in parts.items()}
        self.english = "en" in languages
        self.nouns_are_capital = languages == ("de",)
        self.japanese = not _CJK.isdisjoint(languages)
        mark = self.filled("«day_mark»?") if self.of("day_mark") else _mark(languages)
        self.parts |= {
            "month": month,
            "mark": mark,
            "of": re.escape(separators.of) or "(?!)",
            "latin": LATIN,
            "kanji": KANJI,
            "weekdays": _weekdays(languages),
            "relative": alternatives(self.years),
            "era_names": alternatives(era for era in self.eras if not era.isascii()),
            "era_letters": "".join(era for era in self.eras if era.isascii()) or "-",
        }
        self.parts["of_ordinal"] = self._of_ordinal()
        if not self.english:
            self.parts["in_bracket"] = ""

    def _of_ordinal(self) -> str:
        """ "the first of May", not "the first May"; in other languages the word may be missing."""
        of = self.filled("«part:of_month»")
        return f"(?={of[:-1]}){of}" if self.english else of

    @cached_property
    def atom(self) -> re.Pattern[str]:
        """The spellings of a single date that the language has."""
        year_first = self.order == "ymd" and not self.japanese
        kinds = {
            "words": True,
            "month_first": self.english,
            "year_first": year_first,
            "digits": True,
            "parts": bool(self.year_parts),
            "japanese": self.japanese,
            "year_alone": True,
            "month_alone": True,
        }
        spellings = templates("dates")["spellings"]
        used = [one for kind, has in kinds.items() if has for one in spellings[kind]]
        return re.compile(f"(?={self._first()})(?:{'|'.join(map(self.filled, used))})")

    def _first(self) -> str:
        """What a date begins with: most places of a text are passed over by it."""
        words = [*self.months, *self.ordinals, *self.eras, *self.years, *KANJI, "\u540c"]
        words += self.year_parts
        starts = {word[:3] for word in words if word[0] < "\u2e80"}
        forms = {form for one in starts for form in (one, one.upper(), one.capitalize())}
        signs = "".join({word[0] for word in words if word[0] >= "\u2e80"})
        return rf"[\d{signs}]|(?<![{LATIN}]){branched(forms)}"


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
    """The years that each Japanese word before 年 adds to the last year named; None: to today's."""
    found: dict[str, int | None] = dict.fromkeys([*words.of("this_year"), *words.of("other_years")])
    for key, shift in (("same_year", 0), ("next_year", 1), ("last_year", -1)):
        found |= dict.fromkeys(words.of(key), shift)
    return found
