"""A number or date in the text stands in no quotation."""

from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds
from policykb.evidence.claims import Claim, claims_of, may_claim
from policykb.evidence.passage import Passage
from policykb.evidence.prose import Prose


@finds("PKB610", Severity.ERROR)
def rule(entry: Entry, known: Known) -> Findings:
    """Numbers, dates, percentages and money in a record's own words stand in its quotations; but
    for "one", ordinals, counts of one of its own link fields, list markers and digits in names."""
    raw, text = entry.raw, entry.page.text
    if not any(may_claim(text[start:stop]) for start, stop in raw.prose):
        return
    quotes = [one.passage for one in known.evidence.of(entry)]
    inlines = [item for item, owner in entry.page.inlines if owner is raw]
    counts = {len(set(ids)) for ids in entry.links.values()}
    for start, stop in raw.prose:
        prose = Prose(text, start, stop, inlines)
        for claim in claims_of(prose, quotes, lambda: known.evidence.names):
            if not claim.shown and claim.amount not in counts:
                yield _finding(entry, claim, quotes)


def _finding(entry: Entry, claim: Claim, quotes: list[Passage]) -> Diagnostic:
    where = "which none of its quotations has" if quotes else "but the record quotes nothing"
    said = f"{entry.name}: the text says “{claim.text}”, {where}"
    help = "quote the words that say it, with text under “supports”, or leave it out"
    return rule.in_record(entry, (claim.at, claim.end), said, field="text", help=help)
