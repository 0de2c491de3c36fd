"""Nothing in the text refers to a footnote."""

from policykb.check.rules.rule import Findings, Page, Place, Severity, finds


@finds("PKB613", Severity.ERROR, where="brackets")
def rule(page: Page) -> Findings:
    """A footnote belongs to a mark in the text of its page. Where a mark has no footnote, that is
    the mistake, and told by PKB603."""
    if "[^" not in page.text or "]:" not in page.text:
        return
    from policykb.markdown.declared import declared

    found = declared(page)
    marks = {one.name for one in found if one.kind == "mark"}
    notes = {one.name: one for one in found if one.kind == "footnote"}
    for name, one in notes.items():
        if name not in marks and marks <= notes.keys():
            said = f"nothing refers to the footnote [^{name}]"
            help = f"write [^{name}] where it belongs, or remove the footnote"
            yield rule.at(Place(page, one.start, one.end), said, help=help)
