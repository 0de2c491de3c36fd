"""The tables that come from the Unicode Common Locale Data Repository (CLDR), through Babel.

``python -m tests.text.make_tables`` writes them; a test compares them with what Babel has now.
The checker reads the tables and never imports Babel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from policykb.values.country_names import NAMES

DATA = Path(__file__).parents[2] / "ext/policykb/text/data"
FULL = "en ja de fr es".split()
LANGUAGES = [
    *FULL,
    *"bg cs da el et fi ga hr hu id is it ko lt lv mt nb nl".split(),
    *"pl pt ro ru sk sl sv tr uk vi zh".split(),
]
"""Languages whose dates follow the Gregorian calendar in European or Chinese digits."""
POWERS = (3, 6, 9, 12)


def plain(text: str) -> str:
    """A text as sources are compared: no-break spaces and wide forms are plain."""
    return unicodedata.normalize("NFKC", text).replace("’", "'").strip()


def months() -> Iterator[list[str]]:
    """Language, then for each month its names and abbreviations joined by ``|``."""
    yield ["language", *map(str, range(1, 13))]
    for language in LANGUAGES:
        forms = Locale(language).months
        tables = [forms[use][width] for use in _USES for width in _WIDTHS]
        yield [
            language,
            *(_joined(_own_form(language, table[at]) for table in tables) for at in range(1, 13)),
        ]


def _own_form(language: str, form: str) -> str:
    """A month's form; empty for the root's "1月" in a language that does not write it."""
    return "" if "月" in form and language not in ("ja", "zh") else form


_USES, _WIDTHS = ("format", "stand-alone"), ("wide", "abbreviated")


def conventions() -> Iterator[list[str]]:
    """Language, decimal sign, sign of groups, order of a date in digits, the word
    between a day and its month, words for %, and for each
    power of `POWERS` the words that stand for it."""
    yield [
        "language",
        "decimal",
        "group",
        "order",
        "of",
        "percent",
        *(f"1e{power}" for power in POWERS),
    ]
    for language in LANGUAGES:
        locale = Locale(language)
        symbols = locale.number_symbols["latn"]
        order = re.sub(r"[^dmy]", "", locale.datetime_skeletons["yMd"].pattern.lower())
        percent = locale._data["unit_patterns"].get("concentr-percent", {}).get("long", {})
        yield [
            language,
            symbols["decimal"],
            plain(symbols["group"]) or "space",
            re.sub(r"(.)\1+", r"\1", order),
            _of(locale),
            _joined(form.replace("{0}", "") for form in percent.values()),
            *(_joined(_scale(locale, power)) for power in POWERS),
        ]


def _of(locale: Locale) -> str:
    """The word between a day and its month."""
    match = re.match(r"d '(\w+)' MMMM", locale.date_formats["long"].pattern)
    return match[1] if match else ""


def _scale(locale: Locale, power: int) -> Iterator[str]:
    try:
        forms = locale.compact_decimal_formats["long"]
    except KeyError:  # the language has no long form
        return
    for patterns in forms.values():
        pattern = patterns.get(str(10**power))
        match = re.fullmatch(r"0[ \u00a0]([^\d.]+)", pattern.pattern) if pattern else None
        if match:
            yield match[1]


def weekdays() -> Iterator[list[str]]:
    """Language, then for each day of the week from Monday its names joined by ``|``."""
    yield ["language", *"mon tue wed thu fri sat sun".split()]
    for language in LANGUAGES:
        days = Locale(language).days["format"]
        yield [language, *(_joined(days[width][at] for width in _WIDTHS) for at in range(7))]


def countries() -> Iterator[list[str]]:
    """Code, then its name in each language."""
    yield ["code", *LANGUAGES]
    names = [Locale(language).territories for language in LANGUAGES]
    for code in sorted(NAMES):
        key = {"WORLD": "001"}.get(code, code)
        yield [code, *(plain(table.get(key, "")) for table in names)]


def country_codes() -> Iterator[list[str]]:
    """ISO 3166-1 alpha-3 code of a country that there is, then its code here."""
    yield ["alpha3", "code"]
    for alpha3, codes in sorted(get_global("territory_aliases").items()):
        if re.fullmatch("[A-Z]{3}", alpha3) and len(codes) == 1 and codes[0] in NAMES:
            yield [alpha3, codes[0]]


def languages() -> Iterator[list[str]]:
    """ISO 639 code, then the language's name in English, in Japanese and in itself."""
    yield ["code", "en", "ja", "itself"]
    english, japanese = Locale("en").languages, Locale("ja").languages
    for code in sorted(code for code in map(str, english) if re.fullmatch("[a-z]{2,3}", code)):
        own = _own(code)
        yield [code, plain(english[code]), plain(japanese.get(code, "")), own]


def _own(code: str) -> str:
    try:
        return plain(Locale.parse(code).languages.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def currencies() -> Iterator[list[str]]:
    """ISO 4217 code of a currency in use, its sign, and its names in each of the full languages."""
    yield ["code", "sign", *FULL]
    for code in sorted(_in_use()):
        english = Locale("en")
        sign = english.currency_symbols.get(code, "")
        forms = [_names(Locale(language), code) for language in FULL]
        yield [code, plain(sign) if sign != code else "", *forms]


def _in_use() -> set[str]:
    lists = get_global("territory_currencies").values()
    return {
        code for known in lists for code, _, end, tender in known if end is None and tender
    } & set(Locale("en").currencies)


def _names(locale: Locale, code: str) -> str:
    forms = locale._data["currency_names_plural"].get(code, {})
    return _joined([locale.currencies.get(code, ""), *forms.values()])


def _joined(forms: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(form for form in map(plain, forms) if form))


TABLES = {
    "months.tsv": months,
    "weekdays.tsv": weekdays,
    "conventions.tsv": conventions,
    "countries.tsv": countries,
    "country_codes.tsv": country_codes,
    "languages.tsv": languages,
    "currencies.tsv": currencies,
}


def text(name: str) -> str:
    """A table as it is written."""
    return "".join("\t".join(row) + "\n" for row in TABLES[name]())


if __name__ == "__main__":
    for table in TABLES:
        (DATA / table).write_text(text(table), encoding="utf-8")
