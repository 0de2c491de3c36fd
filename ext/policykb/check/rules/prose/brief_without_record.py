"""A sentence of a brief rests on no record."""

from policykb.base.briefs import is_brief, sentences_of
from policykb.check.rules.rule import Findings, Known, Page, Place, Severity, finds


@finds("PKB605", Severity.ERROR, where="brief")
def rule(page: Page, known: Known) -> Findings:
    """Every sentence of a brief links a record; one whose link leads nowhere is PKB601's."""
    if not is_brief(known.settings, page):
        return
    for sentence in sentences_of(page):
        if not sentence.targets:
            place = Place(page, sentence.start, sentence.end)
            said = "this sentence of a brief links no record that it rests on"
            help = "name the record in it as {need}`ID`; what no record says has no place here"
            yield rule.at(place, said, help=help)
