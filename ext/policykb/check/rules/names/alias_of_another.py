"""An alias is another record's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.entry import names_of
from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.compared_names import fold
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """A name leads to one record; otherwise no quotation that has it shows which is meant. Of two
    records with the same alias the later is blamed."""
    for entry in base.entries:
        if "aliases" not in entry.raw.values or base.by_id.get(entry.id) is not entry:
            continue
        for alias in entry.value("aliases") or ():
            for ident in base.from_names(_owners)[fold(alias)]:
                other = base.by_id[ident]
                if other is entry or (_is_alias(other, alias) and _place(entry) < _place(other)):
                    continue
                yield _finding(entry, alias, other)
                break


def _owners(base: Base) -> dict[str, list[str]]:
    """The ids of the records that go by each name."""
    found: dict[str, list[str]] = defaultdict(list)
    for ident, entry in base.by_id.items():
        for name in names_of(entry):
            found[fold(name)].append(ident)
    return found


def _is_alias(entry: Entry, name: str) -> bool:
    return any(fold(alias) == fold(name) for alias in entry.value("aliases") or ())


def _place(entry: Entry) -> tuple[str, int]:
    return entry.page.path, entry.raw.block.start


def alias_span(entry: Entry, alias: str) -> tuple[int, int]:
    """Where an alias stands; all of the field where its spacing differs."""
    option = entry.raw.options["aliases"]
    at = entry.page.text.find(alias, option.at, option.end)
    return (at, at + len(alias)) if at >= 0 else (option.at, option.end)


def _finding(entry: Entry, alias: str, other: Entry) -> Diagnostic:
    line, col = other.page.position(other.raw.block.start)
    return RULE.at(
        entry.page,
        *alias_span(entry, alias),
        f"{entry.name} goes by “{alias}”, which is a name of {other.name}",
        record=entry.raw,
        field="aliases",
        help="remove the alias from the record whose name it is not",
        related=(Related(f"{other.name} stands here", other.page.path, line, col),),
    )


RULE = Rule("PKB502", "alias-of-another", Severity.ERROR, check, requires=("PKB501",))
