"""Nothing links to a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.unread import ids_in, named_unread
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.inline import need_target

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.check.context import Context


def check(base: Context) -> Iterator[Diagnostic]:
    """A record is reached by a link, by a reference in prose that is not its own, or as the source
    of a quotation."""
    reached = set(base.incoming)
    reached.update(
        [one.source for page in base.pages for record in page.records for one in record.evidence]
    )
    reached.update(
        [
            target
            for _, item, record in base.inlines["role"]
            if item.name == "need"
            and (target := need_target(item)[0])
            and (record is None or record.values.get("id") != target)
        ]
    )
    reached.update(_meant(base, reached))
    unreached = [
        entry
        for entry in base.entries
        if (
            entry.model.supporting
            and entry.id not in reached
            and entry.raw.parent is None
            and not entry.raw.void
            and entry.id.startswith(entry.model.prefix)
            and "id" not in entry.bad
        )
    ]
    if not unreached:
        return
    unread, missed = named_unread(base), _missed(base)
    for entry in unreached:
        if entry.id not in unread and entry.type not in missed:
            yield RULE.on_record(
                entry,
                f"no record and no page links to {entry.name}",
                help="name it in the record that it belongs to, or remove it",
            )


def _meant(base: Context, reached: set[str]) -> list[str]:
    """What mistaken references most likely mean: their fix reaches it."""
    wrong = [target for target in reached if target not in base.by_id]
    for entry in base.entries:
        for field in entry.bad:
            if entry.specs[field].is_link:
                wrong.append(entry.text(field))
    found = [base.nearest(text) for text in wrong]
    ids = {ident for text in wrong for ident in ids_in(text)}
    return [*ids, *(entry.id for entry in found if entry is not None)]


def _missed(base: Context) -> set[str]:
    """The types of which a required link names none: what it should name may be any of them."""
    found: set[str] = set()
    for entry in base.entries:
        for field, spec in entry.specs.items():
            if spec.required and spec.is_link and field not in entry.gaps:
                found.update(spec.targets if _names_none(base, entry, field) else ())
    return found


def _names_none(base: Context, entry: Entry, field: str) -> bool:
    targets = entry.specs[field].targets
    for target in entry.links.get(field, ()):
        found = base.by_id.get(target) or base.nearest(target)
        if found is None or found.type not in targets:
            return True
    return not entry.links.get(field)


RULE = Rule(
    "PKB901",
    "unreached-record",
    Severity.NOTE,
    check,
    requires=("PKB113",),
    across=("links", "quotes"),
)
