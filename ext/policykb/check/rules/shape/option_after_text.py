"""Options stand after the text of a record has begun, where they are read as text."""

from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.rules.fields import title_below
from policykb.check.rules.form_fixes import block_of, moved_options
from policykb.check.rules.rule import Fix, edit, faults, finds, safe, unsafe
from policykb.markdown.page import Block, Fault, Page, Place
from policykb.model import EVIDENCE_OPTIONS, TYPES

CAUSES = ("glued-name", "almost")
"""Faults after which whatever stands in the same record is text."""


@finds("PKB115", Severity.ERROR, requires=("PKB118",), shakes=True, where="faults")
def rule(page: Page) -> Findings:
    """One finding a block: at an option without its first colon, which ends the options, else at
    the first that stands too late; a full-width line before it is the cause."""
    seen: set[int] = set()
    for fault in faults(page, "bare-option"):
        if fault.record is not None and _is_option(fault):
            seen.add(id(block_of(fault)))
            yield _bare(page, fault)
    for fault in faults(page, "late-option"):
        if fault.record is None or id(block := block_of(fault)) in seen:
            continue
        seen.add(id(block))
        if block is not fault.record.block or not _explained(page, fault):
            yield _goes_on(page, fault, block) or _late(page, fault, block)


def _is_option(fault: Fault) -> bool:
    """Whether the word before the colon is an option of the block it stands in."""
    record = fault.record
    assert record is not None
    in_record = fault.start == record.block.body
    names = TYPES[record.type].specs.keys() - {"title"} if in_record else EVIDENCE_OPTIONS
    return fault.data in names


def _explained(page: Page, fault: Fault) -> bool:
    assert fault.record is not None
    return title_below(fault.record) is not None or any(
        other.kind in CAUSES and other.record is fault.record and other.start < fault.start
        for other in page.faults
    )


def _bare(page: Page, fault: Fault) -> Diagnostic:
    return rule.on_fault(
        page,
        fault,
        f"“{fault.data}” has no colon before it, so that it is read as text, and all after it",
        help=f"write :{fault.data}: at the beginning of the line",
        fix=safe(edit(page, fault.start, fault.start, ":")),
    )


def _goes_on(page: Page, fault: Fault, block: Block) -> Diagnostic | None:
    """The finding on a line between options, which ends them as the text of the block."""
    between = page.text[block.body : fault.start].rstrip("\n")
    if not between.strip() or "\n\n" in page.text[block.body - 1 : fault.start]:
        return None
    line = between.partition("\n")[0]
    said, help = f"“{line.strip()}” stands", "write all of a value on one line"
    fix: Fix | None = unsafe(edit(page, block.body - 1, block.body, " "))
    if line.lstrip().startswith("%"):
        said, help = "a comment stands", "move the comment above the record, or into its text"
        fix = None
    return rule.at(
        Place(page, block.body, block.body + len(line)),
        f"{said} between the options, which end there: all after it is read as text",
        record=fault.record,
        help=help,
        fix=fix,
    )


def _late(page: Page, fault: Fault, block: Block) -> Diagnostic:
    record = fault.record
    assert record is not None
    late = [
        other
        for other in page.faults
        if other.kind == "late-option" and other.record is record and block_of(other) is block
    ]
    names = [other.data for other in late]
    said = f"“{names[0]}” stands" if len(names) == 1 else f"{', '.join(names)} stand"
    known = TYPES[record.type].specs.keys() if block is record.block else EVIDENCE_OPTIONS
    return rule.on_fault(
        page,
        fault,
        f"{said} after the text has begun and would be read as text",
        help="move the options up, directly under the opening line, with no line between them",
        fix=moved_options(page, block, [(other.start, other.end) for other in late])
        if set(names) <= set(known) and not record.void
        else None,
    )
