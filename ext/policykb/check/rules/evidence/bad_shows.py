"""A mapping under `shows` does not hold."""

import re
from typing import Unpack

from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Entry, Known, MoreAndField, finds, rewrite
from policykb.evidence.quotation import Quotation
from policykb.text.normalize import is_cjk, normalize
from policykb.text.search import find_whole
from policykb.values.base import BadValue
from policykb.values.shows import SHOWS, Mapping


@finds("PKB309", Severity.ERROR, requires=("PKB201", "PKB202"), where="shows")
def rule(entry: Entry, known: Known) -> Findings:
    """Each mapping reads `field VALUE = "words"`; the field is under `supports`, the value is one
    that the record gives it, and the words stand in the quotation, are more than light words and
    hide no value that can be read."""
    for one in known.evidence.of(entry):
        if not one.raw.values.get("shows", "").strip() or one.entry.raw.void:
            continue
        try:
            mappings = SHOWS.parse(_text(one))
        except BadValue as bad:
            said, help = f"shows cannot be read: {bad.reason}", f"write {bad.accepted}"
            yield _at(one, (bad.start or 0, bad.end), said, help=help, field=_only_field(one))
            continue
        for mapping in mappings:
            found = _mapping(known, one, mapping)
            if found is not None:
                yield found


def _mapping(known: Known, one: Quotation, mapping: Mapping) -> Diagnostic | None:
    entry, field = one.entry, mapping.field
    if field not in one.supports:
        return _unsupported(one, mapping)
    if field not in entry.specs or field in entry.bad or not entry.text(field):
        return None
    if mapping.value is None or mapping.value not in _values(one, field):
        return _other_value(one, mapping, _values(one, field))
    from policykb.evidence.pointing import fault

    if not stands(one.passage.quoted, mapping.words):
        problem = "these words do not stand in the quotation"
        help = "copy the words from the quotation as they stand"
    else:
        problem = _empty(mapping.words) or fault(known.evidence, one, mapping) or ""
        help = "give the words of the quotation that stand for the value"
    if not problem:
        return None
    said = f"shows gives “{excerpt(mapping.words)}” for {field}, but {problem}"
    return _at(one, (mapping.words_start, mapping.words_end), said, help=help, field=field)


def _unsupported(one: Quotation, mapping: Mapping) -> Diagnostic:
    field = mapping.field
    said = f"shows explains {field}, which the quotation is not said to support"
    help = f"add {field} to “supports”, or correct the name"
    only = field if field in one.entry.specs else _only_field(one)
    span = mapping.start, mapping.start + len(field)
    return _at(one, span, said, help=help, field=only)


def _other_value(one: Quotation, mapping: Mapping, values: list[str]) -> Diagnostic:
    field = mapping.field
    said = f"{field} {mapping.value}" if mapping.value else f"{field} without a value"
    only = values[0] if len(values) == 1 else None
    at = one.raw.options["shows"].at + mapping.start + len(field)
    lacks = only and mapping.value is None
    return _at(
        one,
        (mapping.start, mapping.words_start - 1),
        f"shows explains {said}, but the record's {field} is {', '.join(values)}",
        help=f'write {field} {only or "…"} = "{excerpt(mapping.words, 40)}"',
        fix=rewrite(one.entry.page, (at, at), f" {only}" if lacks else None, sure=True),
        field=field,
    )


def _text(one: Quotation) -> str:
    return one.raw.options["shows"].value.strip()


def _only_field(one: Quotation) -> str | None:
    """The single field that a broken `shows` is about: no other rule misses its value too. None if
    it may be one of several."""
    named = {word for word in re.findall(r"[a-z_]+", _text(one)) if word in one.supports}
    if not named and len(one.supports) == 1:
        return one.supports[0]
    return named.pop() if len(named) == 1 else None


LIGHT = frozenset("a an and at by for from in of on or the to with".split())
"""Words that carry no meaning of their own."""


def _empty(words: str) -> str | None:
    """What is wrong with words that are too few to stand for anything."""
    plain = normalize(words)
    weighty = "".join(word for word in re.findall(r"\w+", plain) if word.lower() not in LIGHT)
    few = 2 if any(is_cjk(char) for char in weighty) else 3
    return None if len(weighty) >= few else "these words stand for nothing by themselves"


def stands(quotation: str, words: str) -> bool:
    """Whether words stand in a normalized quotation, whole."""
    return next(find_whole(quotation, normalize(words)), None) is not None


def _values(one: Quotation, field: str) -> list[str]:
    spec = one.entry.specs[field]
    return [spec.value.print(item) for item in one.entry.items(field)]


def _at(
    one: Quotation, part: tuple[int, int | None], message: str, **more: Unpack[MoreAndField]
) -> Diagnostic:
    """A finding on a part of the option's value; on all of it, and without a fix, where quoting
    hides the place."""
    text, option = _text(one), one.raw.options["shows"]
    span = option.at, option.end
    if one.entry.page.text.startswith(text, option.at):
        span = option.at + part[0], option.at + (len(text) if part[1] is None else part[1])
    else:
        more["fix"] = None
    return rule.in_record(one.entry, span, f"{one.entry.name}: {message}", **more)
