"""Evidence names no source of the base."""

from policykb.check.rules.rule import (
    Diagnostic,
    Entry,
    Findings,
    Known,
    Severity,
    a,
    finds,
    fix_for,
)
from policykb.evidence.quotation import Quotation
from policykb.model import SOURCE


@finds("PKB306", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """The argument of every evidence block is the id of a source record."""
    for one in known.evidence.of(entry):
        found = known.by_id.get(one.raw.source)
        if found is not None and found.is_source:
            continue
        if found is None and known.is_lost(one.raw.source):
            continue
        yield _finding(known, one)


def _finding(known: Known, one: Quotation) -> Diagnostic:
    from policykb.base.meant import Meant

    block, name = one.raw.block, one.raw.source
    found = known.by_id.get(name)
    near = known.meant(name, (SOURCE,)) if name else Meant()
    if found is not None:
        message = f"{name} (“{found.title}”) is {a(found.model.label.lower())}, not a source"
    elif name:
        message = f"the quotation is from {name}, which does not exist"
    else:
        message = "the evidence does not say which source it is from"
    span = block.argument_at, block.argument_at + len(block.argument)
    if not name:
        span = block.start, one.entry.page.line_end(block.start)
    return rule.in_record(
        one.entry,
        span,
        f"{one.entry.name}: {message}",
        help=near.help or _help(known),
        fix=fix_for(near, one.entry.page, span),
    )


def _help(known: Known) -> str:
    """The way out where no source is near: their ids, where they are few."""
    help = "write the id of a source record after {evidence}"
    ids = [source.id for source in known.sources if source.id]
    few = 0 < len(ids) <= FEW
    return f"{help}: {', '.join(ids)}" if few else f"{help}; policykb find WORDS looks for it"


FEW = 6
"""Sources up to which all are named."""
