"""A record quotes the same words twice."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.evidence.quotation import Quotation
from policykb.text.normalize import normalize


@finds("PKB307", Severity.ERROR, where="two quotations")
def rule(entry: Entry, known: Known) -> Findings:
    """A quotation stands once in a record; what it supports stands under it."""
    seen: dict[tuple[str, str], Quotation] = {}
    for one in known.evidence.of(entry):
        key = one.raw.source, normalize(one.raw.quote)
        first = seen.setdefault(key, one)
        if first is not one and key[1]:
            line = one.entry.page.line(first.raw.at)
            said = f"{one.entry.name} quotes these words in line {line} as well"
            help = "keep one quotation and list under its “supports” what both support"
            yield rule.on_quote(one.entry, one.raw, said, help=help)
