"""A required field is missing, and no gap says why."""

from dataclasses import replace

from policykb.check.known import Known
from policykb.check.rules.fields import absent, title_below
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Severity, edit, finds, unsafe
from policykb.values.digest import SHA256


@finds("PKB104", Severity.ERROR, requires=("PKB112",))
def rule(entry: Entry, known: Known) -> Findings:
    """Every required field has a value or a gap; ids and some fields have rules of their own."""
    values = entry.raw.values
    for field in entry.model.required:
        if field in values and entry.text(field):
            continue
        if field == "title":
            if not entry.title:
                yield _untitled(entry)
            continue
        if absent(entry, field):
            yield _finding(entry, field, known)


def _finding(entry: Entry, field: str, known: Known) -> Diagnostic:
    spec = entry.specs[field]
    accepted = spec.value.accepted
    digest = _digest(entry, known) if spec.value is SHA256 else ""
    if spec.is_link:
        from policykb.markdown.new_page import linked

        accepted = linked(spec) + (", separated by commas" if spec.many else "")
    help = f"add “:{field}: {digest}”" if digest else f"add “:{field}:” with {accepted}"
    if spec.gap and not digest:
        help += f"; if no source tells, “:gap: {field} — why it is not known”"
    return rule.on_absent(entry, field, f"{entry.name} has no {field}", help=help)


def _digest(entry: Entry, known: Known) -> str:
    """The checksum of a source's text as it is now; empty where it cannot be read."""
    source = known.evidence.sources.get(entry.id)
    return source.sha256 if source is not None and source.problem is None else ""


def _untitled(entry: Entry) -> Diagnostic:
    help, fix = f"write its name on this line, after {{{entry.type}}}", None
    below = title_below(entry.raw)
    if below:
        page = entry.page
        end = page.line_end(entry.raw.block.start)
        help += ", and not below it, where it turns the options into text"
        fix = unsafe(edit(page, end, end, f" {below[1]}"), edit(page, *below.span(), ""))
    found = rule.on_record(entry, f"{entry.name} has no title", field="title", help=help, fix=fix)
    # Its options are then not read.
    return replace(found, shakes=True) if below else found
