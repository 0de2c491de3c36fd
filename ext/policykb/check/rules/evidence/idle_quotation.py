"""A quotation backs nothing."""

from policykb.check.rules.rule import Entry, Findings, Known, Place, Rule, Severity


def check(entry: Entry, known: Known) -> Findings:
    """Every quotation supports or disputes a field, or backs the text."""
    for one in known.evidence.of(entry):
        if one.supports or one.disputes or one.entry.raw.void:
            continue
        block = one.raw.block
        yield RULE.at(
            Place(one.entry.page, block.start, one.entry.page.line_end(block.start)),
            f"{one.entry.name}: the quotation is not said to support anything",
            record=one.entry.raw,
            help="add “:supports:” with the fields it shows, or with text",
        )


RULE = Rule("PKB314", "idle-quotation", Severity.ERROR, check, where="evidence")
