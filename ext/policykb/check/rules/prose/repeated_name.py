"""A label, a term, a footnote or the address after a name is given twice."""

from policykb.check.places import MADE, Labels, given_labels
from policykb.check.rules.rule import Diagnostic, Findings, Page, Place, Related, Severity, finds
from policykb.markdown.anchors import term_lines, written_labels


@finds("PKB612", Severity.ERROR, where="names")
def rule(page: Page, labels: Labels) -> Findings:
    """A name leads to one place: labels and terms in the whole base, footnotes and definitions of
    links on their page."""
    if labels.doubted and not labels.doubted.isdisjoint(written_labels(page)):
        yield from _labels(page, labels)
    for term, start, end in term_lines(page):
        place, first = Place(page, start, end), labels.first_term[term]
        if first != place:
            said = f"the term {term} is explained twice"
            yield _finding(place, said, labels.where(first, FIRST))
    if page.text.count("]:") > 1:
        yield from _of_page(page)


def _labels(page: Page, labels: Labels) -> Findings:
    for one in given_labels(page):
        place, first = Place(page, one.start, one.end), labels.first[one.name]
        if one.name in MADE:
            said = f"the label {one.name} is one of Sphinx itself"
            yield _finding(place, said, None)
        elif first != place:
            said = f"the label {one.name} is given twice"
            yield _finding(place, said, labels.where(first, FIRST))


def _of_page(page: Page) -> Findings:
    from policykb.markdown.declared import declared

    first: dict[str, Place] = {}
    for one in declared(page):
        place = Place(page, one.start, one.end)
        if one.kind == "footnote" and first.setdefault(one.name, place) is not place:
            line, col = page.position(first[one.name].start)
            related = Related(FIRST, page.path, line, col)
            yield _finding(place, f"the footnote [^{one.name}] is written twice", related)
        elif one.kind == "definition":
            yield _finding(place, f"the address for [{one.name}] is given twice", None)


FIRST = "here for the first time"


def _finding(place: Place, said: str, first: Related | None) -> Diagnostic:
    related = () if first is None else (first,)
    return rule.at(place, said, help="give it another name, or remove it", related=related)
