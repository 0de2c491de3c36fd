"""Two names are written as one alias, with a comma between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.names.alias_of_another import alias_span
from policykb.check.rules.rule import Rule, edit, unsafe
from policykb.markdown.page import Place
from policykb.text.company_forms import is_form
from policykb.values.names import NAMES

if TYPE_CHECKING:
    from policykb.base.entry import Entry

_PERSONAL = frozenset(("jr", "sr", "md", "phd"))
"""What is written after a person's name and a comma."""


def check(entry: Entry) -> Iterator[Diagnostic]:
    """Aliases are separated by ``;``. A comma belongs to a name before the form of a company, and
    in a list that ends with “and”."""
    if "," not in entry.raw.values.get("aliases", ""):
        return
    for alias in entry.value("aliases", NAMES) or ():
        if _is_a_list(alias, entry.title):
            span = alias_span(entry, alias)
            yield RULE.at(
                Place(entry.page, *span),
                f"{entry.name} goes by “{alias}”, which looks like several names",
                record=entry.raw,
                field="aliases",
                help="separate names by “;”; commas are part of a name",
                fix=unsafe(edit(entry.page, *span, "; ".join(_parts(alias)))),
            )


def _is_a_list(alias: str, title: str) -> bool:
    parts = _parts(alias)
    if len(parts) < 2 or any(word in f" {parts[-1]} " for word in (" and ", " & ", " of ")):
        return False
    known = set(_parts(title)[1:])
    return not any(_is_form(part) or part[:1].islower() or part in known for part in parts[1:])


def _parts(alias: str) -> list[str]:
    return [part for part in (part.strip() for part in alias.split(",")) if part]


def _is_form(part: str) -> bool:
    word = part.replace(".", "").lower().split()[0]
    return is_form(word) or word in _PERSONAL


RULE = Rule("PKB504", "alias-with-comma", Severity.NOTE, check, requires=("PKB704",))
