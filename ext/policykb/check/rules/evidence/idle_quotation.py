"""A quotation backs nothing."""

from policykb.check.rules.rule import Entry, Findings, Known, Rule, Severity


def check(entry: Entry, known: Known) -> Findings:
    """Every quotation supports or disputes a field, or backs the text."""
    for one in known.evidence.of(entry):
        if one.supports or one.disputes or one.entry.raw.void:
            continue
        said = f"{one.entry.name}: the quotation is not said to support anything"
        help = "add “:supports:” with the fields it shows, or with text"
        page, record = one.entry.page, one.entry.raw
        yield RULE.on_block(page, one.raw.block, said, record=record, help=help)


RULE = Rule("PKB314", "idle-quotation", Severity.ERROR, check, where="evidence")
