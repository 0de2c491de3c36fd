"""A number or date in a brief stands in no quotation of the records that its sentence links."""

from policykb.base.briefs import is_brief, sentences_of
from policykb.check.rules.rule import Findings, Known, Links, Page, Place, Quotes, Severity, finds
from policykb.evidence.claims import claims_of, may_claim
from policykb.evidence.prose import Prose


@finds("PKB606", Severity.ERROR, requires=("PKB601",), where="brief")
def rule(page: Page, quotes: Quotes, known: Known, links: Links) -> Findings:
    """Numbers, dates, percentages and money, read as in a record's own words."""
    if not is_brief(known.settings, page):
        return
    language = known.conf.language
    for sentence in sentences_of(page):
        text = page.text[sentence.start : sentence.end]
        ids = [ident for ident in sentence.targets if ident in known.by_id]
        if not ids or not may_claim(text, language):
            continue
        shown = [one.passage for ident in ids for one in quotes.in_record(ident)]
        counts = {count for ident in ids for count in links.counts(ident)}
        prose = Prose(page.text, sentence.start, sentence.end, sentence.inlines)
        for claim in claims_of(prose, shown, lambda: known.evidence.names, language):
            if claim.shown or claim.amount in counts:
                continue
            records = " or ".join(dict.fromkeys(ids))
            place = Place(page, claim.at, claim.end)
            said = f"the brief says “{claim.text}”, which no quotation of {records} has"
            help = "correct it, or link in this sentence the record whose quotation has it"
            yield rule.at(place, said, help=help)
