"""Values as readers see them, in the language of the site."""

from decimal import Decimal
from typing import Any

from babel.core import Locale, UnknownLocaleError

from policykb.model.spec import Spec
from policykb.publish.facts.interface import Interface
from policykb.values import country_parts
from policykb.values.amount import Number
from policykb.values.base import BadValue
from policykb.values.country import COUNTRY
from policykb.values.edtf import Edtf
from policykb.values.language import LANGUAGE
from policykb.values.money import Money
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary


def of(t: Interface, kind: str, spec: Spec, value: Any) -> list[str]:
    """The words of a field's value, one for each item; ``kind`` is the type of the record."""
    items = value if spec.many else (value,)
    return [words for item in items for words in _words(t, kind, spec, item)]


def written(t: Interface, kind: str, spec: Spec, text: str) -> str:
    """An item as a record has it, in words; the text itself where it is no value."""
    try:
        return ", ".join(_words(t, kind, spec, spec.value.parse(text)))
    except BadValue:
        return spec.value.written_words(text)


def _words(t: Interface, kind: str, spec: Spec, value: Any) -> list[str]:
    if isinstance(value, Edtf):
        return [t.date(value)]
    if isinstance(spec.value, Vocabulary):
        return [t.value(value, spec.value.display(value), kind)]
    if spec.value is COUNTRY:
        return [_country(t, value)]
    if spec.value is LANGUAGE:
        return [_named(t, "languages", value, LANGUAGE.display(value))]
    if isinstance(value, Number):
        return [_number(t, value)]
    if isinstance(value, Money):
        return [_money(t, value)]
    return spec.value.parts(value)


def _number(t: Interface, value: Number) -> str:
    """A number written with a word for its scale, with the language's own; else as written."""
    if not t.table("scales") or not any(map(str.isalpha, value.text)):
        return NUMBER.display(value)
    ends = [_scaled(t, end) for end in (value.amount, value.high) if end is not None]
    return t("dates.span", start=ends[0], end=ends[1]) if len(ends) > 1 else ends[0]


def _money(t: Interface, value: Money) -> str:
    if not t.table("scales"):
        return str(value)
    number = _scaled(t, value.amount)
    return t.own(f"currencies.{value.currency}", f"{{n}} {value.currency}").format(n=number)


def _scaled(t: Interface, amount: Decimal) -> str:
    """A number with the largest scale of the language that leaves no more than three places."""
    for power in sorted(map(int, t.table("scales")), reverse=True):
        few = amount.scaleb(-power).normalize()
        if abs(few) >= 1 and few == round(few, 3):
            return t(f"scales.{power}", n=f"{few:,f}")
    return f"{amount:,f}"


def _country(t: Interface, code: str) -> str:
    if country_parts.is_part(code):
        names = country_parts.names().get(code, ())
        if t.language == "ja" and names and not names[-1].isascii():
            return names[-1]  # A prefecture tells its country.
        return country_parts.display(code, _country(t, code[:2]))
    return _named(t, "territories", "001" if code == "WORLD" else code, COUNTRY.display(code))


def _named(t: Interface, what: str, code: str, english: str) -> str:
    """The name that CLDR has for a code in the language of the site; ours in English."""
    if t.language == "en":
        return english
    try:
        return str(getattr(Locale.parse(t.language, sep="-"), what).get(code, english))
    except (UnknownLocaleError, ValueError):
        return english
