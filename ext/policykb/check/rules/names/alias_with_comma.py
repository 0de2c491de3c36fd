"""Two names are written as one alias, with a comma between them."""

from policykb.check.rules.names.alias_of_another import aliases, span_of
from policykb.check.rules.rule import Entry, Findings, Severity, finds, rewrite
from policykb.text.company_forms import is_form

_PERSONAL = frozenset(("jr", "sr", "md", "phd"))
"""What is written after a person's name and a comma."""
_WITHIN_A_NAME = (" and ", " & ", " of ")
"""Words that are part of one name, as in “Department of Health, Labor and Ships”."""


@finds("PKB504", Severity.NOTE, requires=("PKB704",), where="aliases")
def rule(entry: Entry) -> Findings:
    """Aliases are separated by ``;``. A Japanese comma belongs to no name; another one belongs to
    a name before the form of a company, and before words with “and” or “of”, unless an acronym
    stands before it."""
    for alias in aliases(entry):
        names = _names(alias, entry.title) if "," in alias else _japanese(alias)
        if len(names) > 1:
            span = span_of(entry, alias)
            yield rule.in_record(
                entry,
                span,
                f"{entry.name} goes by “{alias}”, which looks like several names",
                field="aliases",
                help="separate names by “;”; commas are part of a name",
                fix=rewrite(entry.page, span, "; ".join(names)),
            )


def _japanese(alias: str) -> list[str]:
    return [part.strip() for part in alias.split("、") if part.strip()]


def _names(alias: str, title: str) -> list[str]:
    """The names that an alias looks like; one, where its commas belong to a name."""
    first, *others = [part for part in (part.strip() for part in alias.split(",")) if part] or [""]
    last = others[-1] if others else ""
    if any(word in f" {last} " for word in _WITHIN_A_NAME):
        return [first, ", ".join(others)] if first.isupper() and " " not in first else [alias]
    known = {part.strip() for part in title.split(",")[1:]}
    if any(_is_form(part) or part[:1].islower() or part in known for part in others):
        return [alias]
    return [first, *others]


def _is_form(part: str) -> bool:
    word = part.replace(".", "").lower().split()[0]
    return is_form(word) or word in _PERSONAL
