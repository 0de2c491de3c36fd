"""Faults of a page's form and their fixes: options that are written oddly or in the wrong place,
short fences."""

import re
import unicodedata

from policykb.check.diagnostics import Edit, Fix
from policykb.check.rules.rule import edit, safe
from policykb.markdown.page import Block, Fault, Page
from policykb.values.identifier import is_id
from policykb.values.tags import FULL_WIDTH

_OPTION = re.compile(
    r"""[ \t]*[:\uff1a][ \t\u3000]*                        # a colon of either width
    ([A-Za-z_\uff21-\uff3a\uff3f\uff41-\uff5a]\w*)         # the name, full-width letters too
    [ \t\u3000]*[:\uff1a][ \t\u3000]*((?:.*[^ \t])?)[ \t]*  # a colon and the value
    """,
    re.VERBOSE,
)
_FENCE = re.compile(r"^(:{3,}|`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_BETWEEN = re.compile(r"(?:\s|[,;/|&+\uff0c\uff1b\u3001\u30fb]|\b(?:and|or)\b|と|及び|および)+")


def full_width_items(text: str) -> list[str]:
    """The items of a list whose separators are full-width commas or semicolons."""
    return [part.strip() for part in FULL_WIDTH.split(text)]


def separated_ids(text: str) -> list[str]:
    """The ids in a text that is nothing but ids, with other marks than commas between them; none
    where it is anything else."""
    parts = [part for part in _BETWEEN.split(text) if part]
    return parts if all(map(is_id, parts)) else []


def bracketed_ids(text: str) -> list[str]:
    """The ids in a list that is written in brackets, as YAML has it; none where it is none."""
    if not (text.startswith("[") and text.endswith("]")):
        return []
    parts = [part.strip().strip("\"'") for part in text[1:-1].split(",")]
    return parts if all(map(is_id, parts)) else []


def respelt_options(page: Page, at: int) -> Fix | None:
    """``:name: value`` for every line of the option block around ``at`` that has no space after
    its second colon, a tab, or full-width colons."""
    edits: list[Edit] = []
    start = page.text.rfind("\n", 0, at) + 1
    while start > 0:
        before = page.text.rfind("\n", 0, start - 1) + 1
        if not _OPTION.fullmatch(page.text, before, start - 1):
            break
        start = before
    while start < len(page.text) and _OPTION.fullmatch(page.text, start, page.line_end(start)):
        edits += respelt_line(page, start)
        start = page.line_end(start) + 1
    return safe(*edits) if edits else None


def respelt_line(page: Page, start: int) -> list[Edit]:
    """The edit that makes the line at ``start`` an option as it is to be written; none for a line
    that is one already or cannot be one."""
    end = page.line_end(start)
    line = _OPTION.fullmatch(page.text, start, end)
    plain = f":{unicodedata.normalize('NFKC', line[1])}: {line[2]}".rstrip() if line else ""
    if line is None or line[0].rstrip() == plain:
        return []
    return [edit(page, start, end, plain)]


def moved_options(page: Page, block: Block, lines: list[tuple[int, int]]) -> Fix | None:
    """The lines ``[start, end)`` moved to the end of the block's options; None where it has such an
    option already or keeps its options in a block of YAML."""
    text = page.text
    if text.startswith("---", block.inner):
        return None
    names = []
    for start, end in lines:
        option = _OPTION.fullmatch(text, start, end)
        if option is None or option[1] in names or option[1] in block.options:
            return None
        names.append(option[1])
    ends = [option.end for option in block.options.values()]
    goal = page.line_end(max(ends)) + 1 if ends else block.inner
    moved = "".join(text[start:end] + "\n" for start, end in lines)
    edits = [edit(page, goal, goal, moved)]
    edits += [edit(page, start, min(end + 1, len(text)), "") for start, end in lines]
    return safe(*edits)


def longer_fence(page: Page, at: int) -> Fix | None:
    """The fence that opens at ``at`` and the one that was to close it, made longer than those
    between them; None where none is left to close it."""
    depth, longest = 0, 0
    opener = _FENCE.match(page.text, at)
    if opener is None:
        return None
    mark = opener[1][0]
    for fence in _FENCE.finditer(page.text, at):
        if fence[1][0] != mark:
            continue
        if fence[2].strip():
            depth += 1
            longest = max(longest, len(fence[1])) if depth > 1 else 0
        else:
            depth -= 1
        if depth == 0:
            edits = (edit(page, *each.span(1), mark * (longest + 1)) for each in (opener, fence))
            return safe(*edits)
    return None


def block_of(fault: Fault) -> Block:
    """The block of a record, or of its evidence, in which a fault stands."""
    record = fault.record
    assert record is not None
    for evidence in record.evidence:
        if evidence.block.start <= fault.start < evidence.block.end:
            return evidence.block
    return record.block


def opening_fence(page: Page, fault: Fault) -> str:
    """The marks with which the line of a fault begins: ``:::``."""
    line = page.text[fault.start : fault.end].lstrip()
    return line[: len(line) - len(line.lstrip(line[:1]))]
