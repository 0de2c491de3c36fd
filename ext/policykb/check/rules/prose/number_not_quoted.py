"""A number or date in the text stands in no quotation."""

from functools import cache, partial

from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds
from policykb.evidence.claims import Claim, claims_of, may_claim
from policykb.evidence.links import Names
from policykb.evidence.passage import Passage
from policykb.evidence.prose import Prose
from policykb.text.language import members


@finds("PKB610", Severity.ERROR)
def rule(entry: Entry, known: Known) -> Findings:
    """Numbers, dates, percentages and money in a record's own words stand in its quotations; but
    for "one", ordinals, counts of one of its own link fields, list markers and digits in names."""
    raw, text, language = entry.raw, entry.page.text, known.conf.language
    if not any(may_claim(text[start:stop], language) for start, stop in raw.prose):
        return
    quotes = [one.passage for one in known.evidence.of(entry)]
    inlines = [item for item, owner in entry.page.inlines if owner is raw]
    counts = {len(set(ids)) for ids in entry.links.values()}
    for start, stop in raw.prose:
        prose = Prose(text, start, stop, inlines)
        elsewhere = cache(partial(_shown_elsewhere, prose, quotes, language))
        for claim in claims_of(prose, quotes, lambda: known.evidence.names, language):
            if not claim.shown and claim.amount not in counts:
                yield _finding(entry, claim, quotes, elsewhere().get(claim.at, ""))


def _shown_elsewhere(prose: Prose, quotes: list[Passage], own: str) -> dict[int, str]:
    """What quotations in other languages would show, were the text in theirs: the language by the
    place of each claim."""
    found: dict[int, str] = {}
    others = dict.fromkeys(one.known.language for one in quotes)
    for language in (one for one in others if one not in members(own)):
        for one in claims_of(prose, quotes, lambda: Names(()), language):
            if one.shown:
                found.update(dict.fromkeys(range(one.at, one.end), language))
    return found


def _finding(entry: Entry, claim: Claim, quotes: list[Passage], written_in: str) -> Diagnostic:
    where = "which none of its quotations has" if quotes else "but the record quotes nothing"
    said = f"{entry.name}: the text says “{claim.text}”, {where}"
    help = "quote the words that say it, with text under “supports”, or leave it out"
    if written_in:
        setting = f'language = "{written_in}" in conf.py'
        help = (
            f"write it as pages in the base's language do; if they are in this one, set {setting}"
        )
    return rule.in_record(entry, (claim.at, claim.end), said, field="text", help=help)
