"""An option that YAML cannot read, so that all of the block's options are lost."""

import re

from policykb.check.rules.form_fixes import respelt_options
from policykb.check.rules.rule import Findings, Severity, faults, finds
from policykb.markdown.options import UNCLOSED
from policykb.markdown.page import Fault, Page


@finds("PKB116", Severity.ERROR, shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """Options are read as YAML; one that is not loses them all."""
    for fault in faults(page, "void-options"):
        if fault.data == UNCLOSED:
            said = "the block of options that begins here is not closed, so that all after it is "
            said += "read as options"
            help = "write a line with --- after the last option"
            yield rule.on_fault(page, fault, said, help=help)
            continue
        said, help = cause(page, fault)
        yield rule.on_fault(
            page,
            fault,
            f"this option cannot be read ({said}), and with it all options of the block are lost",
            help=help,
            fix=respelt_options(page, fault.start) if help == PLAIN else None,
        )


def cause(page: Page, fault: Fault) -> tuple[str, str]:
    """What is wrong with an option, in plain words, and what to do."""
    line = page.text[page.text.rfind("\n", 0, fault.start) + 1 : fault.end]
    for sign, words, help in SAYS:
        if sign in fault.data:
            return words, help
    for pattern, words in WRITTEN:
        if pattern.match(line):
            return words, PLAIN
    if fault.data.startswith("expected key"):
        return "there is something after the closing quotation mark", QUOTES
    if fault.data.startswith("expected ':'"):
        return "its name is not followed by a colon and a space", PLAIN
    if fault.data.startswith("expected key to start"):
        return "something stands before its name", PLAIN
    return fault.data.rstrip("."), PLAIN


BLOCK = "a | or > before a value begins a block of lines"
QUOTE_IT = "put the value in quotation marks"
PLAIN = "write “:name: value” with a space after the second colon and no tab"
QUOTES = "put quotation marks round all of the value or none of it"

BACKSLASH = "\\ has a meaning of its own within double quotation marks", "write \\\\ for \\"

SAYS = (
    ("end of stream", "a quotation mark is not closed", QUOTES),
    ("unknown escape", *BACKSLASH),
    ("escape sequence", *BACKSLASH),
    ("chomping", BLOCK, QUOTE_IT),
    ("a comment or a line break", BLOCK, QUOTE_IT),
    ("indentation indicator", BLOCK, QUOTE_IT),
)
"""What YAML says, that in plain words, and what to do."""

WRITTEN = (
    (re.compile(r"[^'\"]*\t"), "there is a tab in it"),
    (re.compile(r"\s*:?\s*[\w-]+\s*\uff1a"), "the colon after its name is full-width"),
    (re.compile(r"\s*:?\s*[\w-]+:\u3000"), "the space after the colon is full-width"),
    (re.compile(r"\s*:?\s*[\w-]+:\S"), "there is no space after the colon"),
    (re.compile(r"\s*:?\s*[\w-]+(?:\s[^:\n]*)?$"), "the colon after its name is missing"),
)
"""How the line of a mistake looks, and what is wrong with it."""
