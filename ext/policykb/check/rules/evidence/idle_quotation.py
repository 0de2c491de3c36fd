"""A quotation backs nothing."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds


@finds("PKB314", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """Every quotation supports or disputes a field, or backs the text."""
    for one in known.evidence.of(entry):
        if one.supports or one.disputes or one.entry.raw.void:
            continue
        said = f"{one.entry.name}: the quotation is not said to support anything"
        help = "add “:supports:” with the fields it shows, or with text"
        page, record = one.entry.page, one.entry.raw
        yield rule.on_block(page, one.raw.block, said, record=record, help=help)
