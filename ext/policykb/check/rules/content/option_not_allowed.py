"""An option steers the build instead of describing the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.allowed import CONTROL_OPTIONS, DIRECTIVES

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Options that hide, delete, fill in or evaluate are refused on records; other directives have
    the options that are listed for them and no more."""
    for entry in base.entries:
        for name in entry.unknown:
            if name in CONTROL_OPTIONS:
                option = entry.raw.options[name]
                yield RULE.at(
                    entry.page,
                    option.name_at,
                    option.name_at + len(name),
                    f"{entry.name}: “{name}” steers the build, which a page may not do",
                    record=entry.raw,
                    field=name,
                    help="name the relation by its own field, as part_of"
                    if name == "links"
                    else "remove it",
                )
    for page in base.pages:
        for block in page.blocks:
            known = DIRECTIVES.get(block.name)
            if known is None:
                continue
            for name in block.values:
                if name not in known:
                    option = block.options[name]
                    may = ", ".join(sorted(known)) or "none"
                    yield RULE.at(
                        page,
                        option.name_at,
                        option.name_at + len(name),
                        f"{{{block.name}}} may not have the option “{name}” here",
                        help=f"its options here: {may}",
                    )


RULE = Rule("PKB706", "option-not-allowed", Severity.ERROR, check)
