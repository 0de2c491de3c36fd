"""A mapping under `shows` does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Fix, Severity
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Rule, edit, safe
from policykb.text.normalize import is_cjk, normalize
from policykb.text.search import find_whole
from policykb.values.base import BadValue
from policykb.values.shows import SHOWS, Mapping

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.check.known import Known
    from policykb.evidence.state import Checked
    from policykb.markdown.page import Option


def check(entry: Entry, known: Known) -> Iterator[Diagnostic]:
    """Each mapping reads `field VALUE = "words"`; the field is under `supports`, the value is one
    that the record gives it, and the words stand in the quotation, are more than light words and
    hide no value that can be read."""
    for one in known.evidence.of(entry):
        if not one.raw.values.get("shows", "").strip() or one.entry.raw.void:
            continue
        option = one.raw.options["shows"]
        try:
            mappings = SHOWS.parse(option.value.strip())
        except BadValue as bad:
            yield _at(
                one,
                option,
                bad.start or 0,
                bad.end,
                f"shows cannot be read: {bad.reason}",
                help=f"write {bad.accepted}",
                field=_only_field(one, option.value),
            )
            continue
        for mapping in mappings:
            yield from _mapping(known, one, option, mapping)


def _mapping(known: Known, one: Checked, option: Option, mapping: Mapping) -> Iterator[Diagnostic]:
    entry, field = one.entry, mapping.field
    head = mapping.start, mapping.words_start - 1
    if field not in one.supports:
        yield _at(
            one,
            option,
            mapping.start,
            mapping.start + len(field),
            f"shows explains {field}, which the quotation is not said to support",
            help=f"add {field} to “supports”, or correct the name",
            field=field if field in entry.specs else _only_field(one, option.value),
        )
        return
    if field not in entry.specs or field in entry.bad or not entry.text(field):
        return
    values = _values(one, field)
    if mapping.value is None or mapping.value not in values:
        said = f"{field} {mapping.value}" if mapping.value else f"{field} without a value"
        only = values[0] if len(values) == 1 else None
        at = option.at + mapping.start
        fix: Fix | None = None
        if only and mapping.value is None:
            fix = safe(edit(entry.page, at + len(field), at + len(field), f" {only}"))
        yield _at(
            one,
            option,
            *head,
            f"shows explains {said}, but the record's {field} is {', '.join(values)}",
            help=f'write {field} {only or "…"} = "{excerpt(mapping.words, 40)}"',
            fix=fix,
            field=field,
        )
        return
    if not stands(one.quotation.text, mapping.words):
        yield _at(
            one,
            option,
            mapping.words_start,
            mapping.words_end,
            f"shows gives “{excerpt(mapping.words)}” for {field}, but these words do not stand in "
            "the quotation",
            help="copy the words from the quotation as they stand",
            field=field,
        )
        return
    problem = _empty(mapping.words) or _other(known, one, mapping)
    if problem:
        yield _at(
            one,
            option,
            mapping.words_start,
            mapping.words_end,
            f"shows gives “{excerpt(mapping.words)}” for {field}, but {problem}",
            help="give the words of the quotation that stand for the value",
            field=field,
        )


def _only_field(one: Checked, text: str) -> str | None:
    """The one field of `supports` that a `shows` which does not hold names: what it should have
    explained is not missed as well. None where it may be any of several."""
    named = {word for word in re.findall(r"[a-z_]+", text) if word in one.supports}
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


def _other(known: Known, one: Checked, mapping: Mapping) -> str | None:
    """What is wrong with words where the quotation can be read: they leave its values out, or are
    another one than the record's."""
    from policykb.evidence.pointing import fault

    place = known.evidence.place(one)
    if place is None:
        return None
    return fault(known.evidence, one, place, mapping)


def stands(quotation: str, words: str) -> bool:
    """Whether words stand in a normalized quotation, whole."""
    return next(find_whole(quotation, normalize(words)), None) is not None


def _values(one: Checked, field: str) -> list[str]:
    spec, value = one.entry.specs[field], one.entry.value(field)
    return [spec.value.print(item) for item in (value if spec.many else [value])]


def _at(
    one: Checked,
    option: Option,
    start: int,
    end: int | None,
    message: str,
    *,
    help: str,
    fix: Fix | None = None,
    field: str | None = None,
) -> Diagnostic:
    """A finding on a part of the option's value; on all of it where quoting hides the place."""
    page = one.entry.page
    text = option.value.strip()
    span = option.at, option.end
    if page.text.startswith(text, option.at):
        span = option.at + start, option.at + (len(text) if end is None else end)
    else:
        fix = None
    return RULE.at(
        page,
        *span,
        f"{one.entry.name}: {message}",
        record=one.entry.raw,
        field=field,
        help=help,
        fix=fix,
    )


RULE = Rule("PKB309", "bad-shows", Severity.ERROR, check, requires=("PKB201", "PKB202"))
