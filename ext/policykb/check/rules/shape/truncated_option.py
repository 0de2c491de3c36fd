"""A space and # in an option, which cut its value short."""

import re

from policykb.check.rules.rule import Findings, Severity, faults, finds
from policykb.markdown.page import Fault, Page

_OPTION = re.compile(r"\s*:?([\w-]+): +(\S.*?)\s*$")


@finds("PKB117", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Options are read as YAML, where a # after a space begins a comment."""
    for fault in faults(page, "truncated-option"):
        said = "what follows # is not read: in an option it begins a comment"
        yield rule.on_fault(page, fault, said, help=_help(page, fault))


def _help(page: Page, fault: Fault) -> str:
    """How to keep what is cut off: in quotation marks other than those within the value."""
    line = page.text[page.text.rfind("\n", 0, fault.start) + 1 : page.line_end(fault.start)]
    written = _OPTION.match(line)
    if written is None or written[2][0] in "'\"":
        return "remove it"
    name, value = written.groups()
    if '"' not in value:
        return "put the whole value in double quotes to keep it, or remove it"
    value = value.replace("'", "''")
    return f"put the whole value in single quotes to keep it, as :{name}: '{value}', or remove it"
