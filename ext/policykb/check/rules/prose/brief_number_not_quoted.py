"""A number or date in a brief stands in no quotation of the records that its sentence links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.briefs import briefs, sentences_of
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.evidence.claims import claims_of, may_claim
from policykb.evidence.prose import Prose

if TYPE_CHECKING:
    from policykb.check.context import Context


def check(base: Context) -> Iterator[Diagnostic]:
    """Numbers, dates, percentages and money, read as in a record's own words."""
    for page in briefs(base):
        for sentence in sentences_of(base, page):
            text = page.text[sentence.start : sentence.end]
            if not sentence.records or not may_claim(text, ()):
                continue
            quotes = [
                one.quotation for entry in sentence.records for one in base.evidence.of(entry)
            ]
            if not may_claim(text, quotes):
                continue
            counts = {len(ids) for entry in sentence.records for ids in entry.links.values()}
            prose = Prose(page.text, sentence.start, sentence.end, sentence.inlines)
            for claim in claims_of(prose, quotes, base.evidence.names_with_digits):
                if claim.shown or claim.amount in counts:
                    continue
                ids = " or ".join(dict.fromkeys(entry.id for entry in sentence.records))
                yield RULE.at(
                    page,
                    claim.at,
                    claim.end,
                    f"the brief says “{claim.text}”, which no quotation of {ids} has",
                    help="correct it, or link in this sentence the record whose quotation has it",
                )


RULE = Rule(
    "PKB606",
    "brief-number-not-quoted",
    Severity.ERROR,
    check,
    requires=("PKB601",),
    across=("quotes", "links", "page"),
)
