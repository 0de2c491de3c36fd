"""Two records have the same id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.rule import Rule, value_span

if TYPE_CHECKING:
    from policykb.check.known import Known


def check(known: Known) -> Iterator[Diagnostic]:
    """An id names one record. The copy with another type's prefix is blamed, else the later."""
    for kept, copy in known.duplicates:
        prefix = copy.model.prefix
        place = kept.page.position(value_span(kept.raw.options["id"])[0])
        yield RULE.on_value(
            copy,
            "id",
            f"{copy.id} is already the id of “{kept.title}”",
            help=f"give “{copy.title}” an id of its own"
            + ("" if copy.id.startswith(prefix) else f"; it must begin with {prefix}"),
            related=(Related(f"“{kept.title}” has it here", kept.page.path, *place),),
        )


RULE = Rule("PKB113", "duplicate-id", Severity.ERROR, check, shakes=True)
