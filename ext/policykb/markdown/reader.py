"""A page's text to its records: blocks, options, evidence and prose, with every offset kept."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from policykb.markdown import depth, limits, lines, scan
from policykb.markdown.forms import PAGES, VERBATIM
from policykb.markdown.grammar import PLAIN, Grammar
from policykb.markdown.limits import MAX_DEPTH
from policykb.markdown.options import is_odd, read_options
from policykb.markdown.page import Block, Fault, Page, RawEvidence, RawRecord
from policykb.model import EVIDENCE_OPTIONS

_UNUSUAL = re.compile(
    r"\n[ \t>*+\-0-9.)]*(?:[ \t>]|\[\^[^\]\n]+\]:[ \t>*+\-0-9.)]*)(?::::|```|~~~)"
)
"""The beginning of a block in a list, a quote or a footnote, or after spaces."""
_UNUSUAL_START = frozenset(" \t>*+-0123456789[")
_ALMOST = re.compile(
    r"^[ \t]*(?::{2,}|\uff1a{2,}|`{3,}|~{3,})[ \t]*[{\uff5b][ \t]*([a-z]+)[ \t]*[}\uff5d]", re.M
)
_BARE = re.compile(r"([a-z_]+)[ \t]*:[ \t]")
_INNER = re.compile(r"^[ \t]*(?::{3,}|`{3,}|~{3,})[ \t]*\{", re.M)
_LINE_OF = re.compile(r"\bline ([0-9]+)")
_GLUED = re.compile(r"\{([a-z]+)\}\S")
_LATE = re.compile(r"\n:([A-Za-z_]+):(?:[ \t]|(?=\n)|\Z)")
_LETTERS = r"[A-Za-z_\uff21-\uff3a\uff3f\uff41-\uff5a]+"
_FULL_WIDTH = re.compile(rf"^[ \t]*[:\uff1a]\s*{_LETTERS}\s*[:\uff1a]", re.MULTILINE)
_IN_QUOTE = re.compile(
    rf"^[ \t]*[:\uff1a][ \t\u3000]*({_LETTERS})[ \t\u3000]*(?:\uff1a|:(?=\s|\Z))", re.MULTILINE
)
_UNREAD = {"void-options": "", "truncated-option": "a space and # begin a comment"}
"""The faults of options that a build reports of any directive, with their messages."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
"""A line that git writes where two changes meet, in a block of code as well; as an example it is
indented. A line of = may underline a heading."""

Scan = Callable[[str, int, int], Iterator[Block]]


def read_page(path: str, text: str, types: frozenset[str], grammar: Grammar = PLAIN) -> Page:
    """Read one page; ``types`` are the names of the directives that make records."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    page = Page(path, text, grammar, lines.read)
    if len(text) > limits.PAGE:
        return _too_long(page, limits.excess(page) or "")
    if "<<<<<<<" in text or ">>>>>>>" in text:
        conflict = _CONFLICT.search(text)
        if conflict:
            page.faults.append(Fault("conflict", *conflict.span(), None, ""))
            return page
    find_blocks: Scan = scan.blocks
    if not grammar.is_plain or text[:1] in _UNUSUAL_START or _UNUSUAL.search(text):
        from policykb.markdown import myst

        find_blocks = partial(myst.blocks, grammar=grammar)
        page.has_odd_blocks = True
    reader = _Reader(page, types, find_blocks)
    reader.region(0, len(text), None, 0, page.prose)
    if not page.records and text.lstrip()[:3] in ("```", "~~~"):
        reader.fenced()
    reader.almost()
    excess = limits.excess(page) or depth.excess(page)
    return _too_long(page, excess) if excess else page


def _too_long(page: Page, excess: str) -> Page:
    """The page as one that cannot be read; of its text only the places of its lines are kept, to
    tell where it is too long."""
    empty = Page(page.path, "", page.grammar)
    line = _LINE_OF.search(excess)
    at = page.line_start(int(line[1]) - 1) if line else 0
    empty.starts = page.starts
    empty.faults.append(Fault("too-long", at, at, None, excess))
    return empty


class _Reader:
    def __init__(self, page: Page, types: frozenset[str], find_blocks: Scan) -> None:
        self.page = page
        self.types = types
        self.names = types | {"evidence"}
        self.find_blocks = find_blocks
        self.odd = is_odd(page)

    def fenced(self) -> None:
        """Tell a page that is one block of code with a record in it, as a program gave it out."""
        text = self.page.text
        first = next(scan.blocks(text, 0, len(text)), None)
        if first is None or first.name or text[: first.start].strip() or text[first.end :].strip():
            return
        inner = scan.blocks(text, first.inner, first.stop)
        if any(block.name in self.types for block in inner):
            self.fault("fenced", first, None)

    def region(
        self,
        start: int,
        stop: int,
        record: RawRecord | None,
        depth: int,
        prose: list[tuple[int, int]],
        outer: Block | None = None,
    ) -> None:
        """Read the blocks directly in ``[start, stop)``; ``prose`` takes the rest."""
        page = self.page
        at = start
        for block in self.blocks(start, stop, outer):
            if block.start > at and not page.text[at : block.start].isspace():
                prose.append((at, block.start))
            at = block.end
            self.block(block, record, depth, prose, outer)
        if stop > at and not page.text[at:stop].isspace():
            prose.append((at, stop))

    def blocks(self, start: int, stop: int, outer: Block | None) -> Iterator[Block]:
        """The blocks directly in ``[start, stop)``, the text of a block or of the page."""
        if outer is None or not outer.where:
            return self.find_blocks(self.page.text, start, stop)
        from policykb.markdown import myst

        return myst.blocks(self.page.text, start, stop, outer, self.page.grammar)

    def block(
        self,
        block: Block,
        record: RawRecord | None,
        depth: int,
        prose: list[tuple[int, int]],
        outer: Block | None,
    ) -> None:
        page, name = self.page, block.name
        if not block.closed and (name or block.marker[0] != ":"):
            self.unclosed(block, record, outer)
        if not name:
            self.glued(block, record)
        if depth > MAX_DEPTH:
            self.fault("too-deep", block, record)
            return
        if block.where and name in self.names:
            start = page.text.index(block.marker, block.start)
            self.line("misplaced", start, record, block.where)
        if name in self.types:
            self.record(block, record, depth)
        elif name == "evidence":
            self.evidence(block, record)
        elif not name and block.marker[0] == ":":
            self.region(block.inner, block.stop, record, depth + 1, prose, block)
        elif name:
            page.blocks.append(block)
            self.directive_options(block)
            if name not in VERBATIM and name != PAGES:
                self.region(block.body, block.stop, record, depth + 1, prose, block)

    def record(self, block: Block, parent: RawRecord | None, depth: int) -> None:
        page = self.page
        made = RawRecord(page, block, parent)
        page.records.append(made)
        if block.where:
            read_options(page.text, block, [], self.odd)
            made.void = True
        else:
            made.void = not self.options(block, made) or not block.closed
        if parent is not None and not parent.void:
            self.fault("nested-record", block, made)
        self.bare(block, made)
        self.region(block.body, block.stop, made, depth + 1, made.prose, block)
        for begin, end in made.prose:
            self.prose_faults(begin, end, made)

    def directive_options(self, block: Block) -> None:
        """Read the options of a directive other than a record."""
        faults: list[Fault] = []
        read_options(self.page.text, block, faults, self.odd)
        for fault in faults:
            if fault.kind in _UNREAD:
                data = _UNREAD[fault.kind] or fault.data
                self.note("directive-options", fault.start, fault.end, None, data)

    def options(self, block: Block, record: RawRecord | None) -> bool:
        faults = self.page.faults
        before = len(faults)
        read = read_options(self.page.text, block, faults, self.odd)
        for fault in faults[before:]:
            fault.record = record
        return read

    def prose_faults(self, begin: int, end: int, record: RawRecord) -> None:
        text = self.page.text
        for match in _LATE.finditer(text, begin - 1, end):
            self.line("late-option", match.start() + 1, record, match[1])
        if "\uff1a" in self.page.unusual:
            for match in _FULL_WIDTH.finditer(text, begin, end):
                if "\uff1a" in match[0]:
                    self.note("full-width", *match.span(), record, match[0])

    def bare(self, block: Block, record: RawRecord) -> None:
        """Notice an option that lacks its first colon, which ends the options."""
        found = _BARE.match(self.page.text, block.body, block.stop)
        if found:
            self.line("bare-option", block.body, record, found[1])

    def evidence(self, block: Block, record: RawRecord | None) -> None:
        page = self.page
        if record is None:
            if not block.where:
                self.fault("stray-evidence", block, None)
            return
        if not self.options(block, record):
            record.void = True
        self.bare(block, record)
        quote = page.text[block.body : block.stop]
        if "{" in quote and _INNER.search(quote):
            # The closing fence was the next block's.
            self.fault("unclosed", block, record)
            record.void = True
        elif block.closed and ("s:" in quote or "\uff1a" in quote):
            self.quote_faults(block, record)
        at = block.body + len(quote) - len(quote.lstrip())
        quote = quote.strip()
        record.evidence.append(RawEvidence(block, quote, at, at + len(quote)))

    def quote_faults(self, block: Block, record: RawRecord) -> None:
        """Notice options of evidence that are read as its quotation."""
        for match in _IN_QUOTE.finditer(self.page.text, block.body, block.stop):
            name = unicodedata.normalize("NFKC", match[1])
            if name in EVIDENCE_OPTIONS and "\uff1a" in match[0]:
                self.note("full-width", *match.span(), record, match[0])
            elif name in EVIDENCE_OPTIONS:
                self.line("late-option", match.start(), record, name)

    def glued(self, block: Block, record: RawRecord | None) -> None:
        """Notice ``{org}Title`` and ``{ org } Title``, which are no directives."""
        match = _GLUED.match(block.argument)
        if match is None:
            spaced = _ALMOST.match(self.page.text, block.start)
            if spaced and spaced[1] in self.names:
                self.note("almost", block.start, spaced.end(), record, spaced[1])
        elif match[1] in self.names:
            start = self.page.text.index("{", block.argument_at)
            self.note("glued-name", start, start + match.end(1) + 1, record, match[1])

    def almost(self) -> None:
        """Notice lines of text that look like the opening of a record, but are none to Markdown."""
        for begin, end, record in self.page.stretches():
            part = self.page.text[begin:end]
            if "::" in part or "```" in part or "~~~" in part or "\uff1a\uff1a" in part:
                for found in _ALMOST.finditer(self.page.text, begin, end):
                    if found[1] in self.names:
                        start = found.end() - len(found[0].lstrip())
                        self.note("almost", start, found.end(), record, found[1])

    def unclosed(self, block: Block, record: RawRecord | None, outer: Block | None) -> None:
        """Blame the outer fence where the inner one's closing line has closed it: it is too short,
        or, where it holds a record and no closing line is left over, is not closed itself."""
        if record is not None:
            record.void = True
        if (
            outer is None
            or not outer.closed
            or outer.marker[0] != block.marker[0]
            or len(outer.marker) > len(block.marker)
        ):
            self.fault("unclosed", block, record)
        elif outer.name and (block.name not in self.types or self.is_left_over(outer)):
            self.fault("short-fence", outer, record, block.name)
        elif outer.name:
            line = self.page.line(block.start)
            self.fault("unclosed", outer, record, f"{{{block.name}}} in line {line}")
        elif not any(fault.kind in ("unclosed", "short-fence") for fault in self.page.faults):
            self.fault("stray-fence", outer, record)

    def is_left_over(self, outer: Block) -> bool:
        """True if the next fence after a block is a closing line that closes nothing."""
        following = next(self.find_blocks(self.page.text, outer.end, len(self.page.text)), None)
        return following is not None and not following.name and not following.argument

    def fault(self, kind: str, block: Block, record: RawRecord | None, data: str = "") -> None:
        """Note a fault of a block's opening line."""
        self.line(kind, block.start, record, data)

    def line(self, kind: str, start: int, record: RawRecord | None, data: str) -> None:
        """Note a fault that goes from an offset to the end of the line."""
        self.note(kind, start, self.page.line_end(start), record, data)

    def note(self, kind: str, start: int, end: int, record: RawRecord | None, data: str) -> None:
        self.page.faults.append(Fault(kind, start, end, record, data))
