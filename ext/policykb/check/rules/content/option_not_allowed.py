"""An option steers the build instead of describing the record."""

from policykb.base.entry import name_of
from policykb.check.rules.rule import Findings, Page, Severity, finds
from policykb.markdown.allowed import CONTROL_OPTIONS, DIRECTIVES
from policykb.model import TYPES


@finds("PKB706", Severity.ERROR)
def rule(page: Page) -> Findings:
    """Options that hide, delete, fill in or evaluate are refused on records; other directives have
    the options that are listed for them and no more."""
    for record in page.records:
        if CONTROL_OPTIONS.isdisjoint(record.values):
            continue
        for name in record.values.keys() & CONTROL_OPTIONS:
            if name not in TYPES[record.type].specs:
                yield rule.on_name(
                    page,
                    record.options[name],
                    f"{name_of(record)}: “{name}” steers the build, which a page may not do",
                    record=record,
                    field=name,
                    help="name the relation by its own field, as part_of"
                    if name == "links"
                    else "remove it",
                )
    for block in page.blocks:
        allowed = DIRECTIVES.get(block.name)
        if allowed is None:
            continue
        for name in block.values.keys() - allowed:
            said = f"{{{block.name}}} may not have the option “{name}” here"
            help = f"its options here: {', '.join(sorted(allowed)) or 'none'}"
            yield rule.on_name(page, block.options[name], said, help=help)
