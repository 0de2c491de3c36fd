"""What a rule is and how it words a finding, and what rules name: they import it from here."""

from collections.abc import Callable, Iterator
from dataclasses import InitVar, dataclass, field, replace
from pathlib import Path
from typing import TypedDict, Unpack

from policykb.base.entry import Entry
from policykb.base.meant import Meant
from policykb.check.diagnostics import Diagnostic, Edit, Findings, Fix, Related, Severity
from policykb.check.known import Known, Other
from policykb.check.scope import Scope, scope_of
from policykb.check.views import Links, Quotes
from policykb.check.where import TESTS
from policykb.markdown.inline import Inline
from policykb.markdown.page import Block, Fault, Option, Page, Place, RawEvidence, RawRecord

__all__ = ["Block", "Diagnostic", "Entry", "Findings", "Fix", "Known", "Links", "Other", "Page"]
__all__ += ["Place", "Quotes", "RawRecord", "Related", "Rule", "Severity"]

Check = Callable[..., Findings]
"""The function of a rule; its parameters tell what it looks at (`policykb.check.scope`)."""


class More(TypedDict, total=False):
    """What a finding may say beside its message."""

    help: str | None
    fix: Fix | None
    related: tuple[Related, ...]


class MoreAndField(More, total=False):
    """The same, for findings whose place does not tell the field."""

    field: str | None


class MoreAndRecord(MoreAndField, total=False):
    """The same, for findings whose place does not tell the record."""

    record: RawRecord | None


class Traits(TypedDict, total=False):
    """What sets a rule apart; `Rule` tells what each means."""

    requires: tuple[str, ...]
    error_from: str | None
    shakes: bool
    on_request: bool
    where: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the checker."""

    code: str
    name: str
    severity: Severity
    check: Check
    """Yields findings. The names of its parameters tell what it looks at."""
    requires: tuple[str, ...] = ()
    """Rules whose finding on the same record and field makes this rule's finding a consequence."""
    error_from: str | None = None
    """The ISO date from which a rule introduced as a note has its own severity."""
    shakes: bool = False
    """True if a finding means that some of the record is not read, or not as meant: then nothing is
    said of its evidence and its text."""
    on_request: bool = False
    """True if it runs only where the settings name it, under ``severity`` or ``select``."""
    page: str | None = None
    """The rule's documentation, if it is not beside policykb's own rules."""
    across: InitVar[object] = None
    """Has no effect; accepted so that packages that give it keep working."""
    where: str | None = None
    """What a page or a record has that the rule can find anything on: it is called for no other.
    A key of `policykb.check.where.TESTS`."""
    scope: Scope = field(init=False, repr=False, compare=False)

    def __post_init__(self, across: object) -> None:
        object.__setattr__(self, "scope", scope_of(self.check))
        if self.where not in (None, *TESTS):
            raise TypeError(f"{self.code}: where “{self.where}” is none of {', '.join(TESTS)}")

    @property
    def late(self) -> bool:
        """Whether it looks at what the others found and what was kept quiet."""
        return "kept" in self.scope.beside

    @property
    def grades(self) -> bool:
        """Whether it needs the grades of facts."""
        return self.scope.each == "fact"

    def at(
        self,
        place: Place,
        message: str,
        *,
        record: RawRecord | None = None,
        **more: Unpack[MoreAndField],
    ) -> Diagnostic:
        """A finding at a stretch of a page; what lies wholly at a line's end is shown by the
        character before it."""
        page, start, end = place
        if 0 < start < end and page.text[start:end] == "\n" != page.text[start - 1]:
            start, end = start - 1, start
        line, col = page.position(start)
        end_line, end_col = page.position(max(end, start))
        return Diagnostic(
            self.code,
            self.name,
            self.severity,
            message,
            page.path,
            line,
            col,
            end_line,
            end_col,
            record=(record.values.get("id", "").strip() or None) if record else None,
            subject=record if record is not None else page,
            **more,
        )

    def in_record(
        self, entry: Entry, span: tuple[int, int], message: str, **more: Unpack[MoreAndField]
    ) -> Diagnostic:
        """A finding at a stretch of a record's page."""
        return self.at(Place(entry.page, *span), message, record=entry.raw, **more)

    def misspelt(
        self,
        place: Place,
        record: RawRecord | None,
        message: str,
        near: str | None,
        otherwise: str,
        shown: str = "{}",
    ) -> Diagnostic:
        """A finding on a name that leads nowhere: what is ``near`` it is the help and the fix."""
        help = did_you_mean(near and shown.format(near), otherwise)
        fix = rewrite(place.page, (place.start, place.end), near)
        return self.at(place, message, record=record, help=help, fix=fix)

    def on_record(self, entry: Entry, message: str, **more: Unpack[MoreAndField]) -> Diagnostic:
        """A finding on the record's opening line."""
        return self.on_block(entry.page, entry.raw.block, message, record=entry.raw, **more)

    def on_block(
        self, page: Page, block: Block, message: str, **more: Unpack[MoreAndRecord]
    ) -> Diagnostic:
        """A finding on a block's opening line."""
        return self.at(Place(page, block.start, page.line_end(block.start)), message, **more)

    def on_value(self, entry: Entry, field: str, message: str, **more: Unpack[More]) -> Diagnostic:
        """A finding on a field's value, or on its name where it has none."""
        span = value_span(entry.raw.options[field])
        return self.in_record(entry, span, message, field=field, **more)

    def on_name(
        self, page: Page, option: Option, message: str, **more: Unpack[MoreAndRecord]
    ) -> Diagnostic:
        """A finding on an option's name."""
        return self.at(Place(page, *name_span(option)), message, **more)

    def on_absent(self, entry: Entry, field: str, message: str, **more: Unpack[More]) -> Diagnostic:
        """A finding on a field that has no value: at its name where it stands empty, else on the
        record's opening line."""
        if field in entry.raw.values:
            return self.on_value(entry, field, message, **more)
        return self.on_record(entry, message, field=field, **more)

    def on_item(
        self, entry: Entry, field: str, index: int, message: str, **more: Unpack[More]
    ) -> Diagnostic:
        """A finding on one item of a list field."""
        return self.in_record(entry, entry.item_span(field, index), message, field=field, **more)

    def on_quote(
        self, entry: Entry, evidence: RawEvidence, message: str, **more: Unpack[MoreAndField]
    ) -> Diagnostic:
        """A finding on a quotation's text, or on its opening line where it is empty."""
        start = evidence.at if evidence.quote else evidence.block.start
        return self.in_record(entry, (start, entry.page.line_end(start)), message, **more)

    def in_settings(
        self, root: Path, key: str, message: str, *, help: str | None = None
    ) -> Diagnostic:
        """A finding on the settings that a run was made with."""
        from policykb.base.settings import file_of, position

        found = self.on_file(file_of(root), message, *position(root, key), len(key), help=help)
        return replace(found, field=key)

    def on_file(
        self,
        path: str,
        message: str,
        line: int = 1,
        col: int = 1,
        length: int = 0,
        *,
        help: str | None = None,
    ) -> Diagnostic:
        """A finding on a file or folder that is no page that was read, or on a place in it."""
        place = line, col, line, col + length
        return Diagnostic(
            self.code, self.name, self.severity, message, path, *place, help=help, subject=path
        )

    def on_fault(
        self, page: Page, fault: Fault, message: str, **more: Unpack[MoreAndField]
    ) -> Diagnostic:
        """A finding on a fault of form."""
        return self.at(Place(page, fault.start, fault.end), message, record=fault.record, **more)

    def on_faults(self, page: Page, kind: str, message: str, help: str) -> Findings:
        """The same finding on every fault of form of one kind."""
        return (self.on_fault(page, fault, message, help=help) for fault in faults(page, kind))


def finds(code: str, severity: Severity, **traits: Unpack[Traits]) -> Callable[[Check], Rule]:
    """Make a rule of the function below, with the name of its file."""

    def made(check: Check) -> Rule:
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        return Rule(code, name, severity, check, **traits)

    return made


def value_span(option: Option) -> tuple[int, int]:
    """Where an option's value stands; its name where the value is empty."""
    if option.end > option.at:
        return option.at, option.end
    return name_span(option)


def name_span(option: Option) -> tuple[int, int]:
    """Where an option's name stands."""
    return option.name_at, option.name_at + len(option.name)


def edit(page: Page, start: int, end: int, text: str) -> Edit:
    """Replace ``[start, end)`` of a page."""
    return Edit(page.path, *page.position(start), *page.position(end), text)


def safe(*edits: Edit) -> Fix:
    """A fix that only one reading allows."""
    return Fix("safe", edits)


def unsafe(*edits: Edit) -> Fix:
    """A fix that a person should look at."""
    return Fix("unsafe", edits)


def rewrite(
    page: Page, span: tuple[int, int], text: str | None, *, sure: bool = False
) -> Fix | None:
    """The fix that writes a text in the place of a stretch; None where there is none to write."""
    return (safe if sure else unsafe)(edit(page, *span, text)) if text else None


def did_you_mean(near: str | None, otherwise: str) -> str:
    """The help that names what is most likely meant; another where nothing is."""
    return f"did you mean {near}?" if near else otherwise


def fix_for(found: Meant, page: Page, span: tuple[int, int]) -> Fix | None:
    """The fix that writes the id of the record meant; None where none is offered."""
    ident = found.entry.id if found.entry is not None and found.offered else None
    return rewrite(page, span, ident, sure=found.sure)


def faults(page: Page, kind: str) -> Iterator[Fault]:
    """A page's faults of form of one kind."""
    for fault in page.faults:
        if fault.kind == kind:
            yield fault


def inlines(page: Page, *kinds: str) -> Iterator[tuple[Inline, RawRecord | None]]:
    """What of some kinds stands within lines of a page's prose, with the record it is in."""
    for item in page.inlines:
        if item[0].kind in kinds:
            yield item


def a(word: str) -> str:
    """The word with its indefinite article."""
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"
