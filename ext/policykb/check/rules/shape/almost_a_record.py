"""A line looks like the opening of a record, but Markdown sees text."""

from policykb.check.rules.rule import Findings, Page, Severity, faults, finds, rewrite


@finds("PKB128", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Too few or wide marks, spaces within the braces, wide braces, four spaces or more before it,
    a backtick in a title after backticks: the record is lost without a word."""
    for fault in faults(page, "almost"):
        written = page.text[fault.start : fault.end]
        wanted = f":::{{{fault.data}}}"
        indented = fault.start > 0 and page.text[fault.start - 1] in " \t"
        sound = written == wanted or written == f"```{{{fault.data}}}"
        if indented and sound:
            said, help = "has spaces before it", "move it to the beginning of the line"
        elif sound:
            said, help = "has a backtick in its title", f"open it with {wanted}"
        else:
            said, help = "is not written as a directive is", f"write {wanted}"
        yield rule.on_fault(
            page,
            fault,
            f"“{written}” {said}, so this is plain text and no record",
            help=help,
            fix=None if indented else rewrite(page, (fault.start, fault.end), wanted),
        )
