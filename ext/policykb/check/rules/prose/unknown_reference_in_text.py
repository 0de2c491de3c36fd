"""Prose refers to a record that does not exist."""

from policykb.base.meant import Meant
from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.rules.rule import Known, Page, Place, RawRecord, finds, fix_for, rewrite
from policykb.markdown.inline import Inline, need_target


@finds("PKB601", Severity.ERROR)
def rule(page: Page, known: Known) -> Findings:
    """Every id in a ``{need}`` role must be a record's, and nothing but its id."""
    for item, record in page.inlines:
        if item.name == "need" and item.kind == "role":
            target, start, end = need_target(item)
            if target in known.by_id:
                if page.text.startswith(".", end):
                    yield _with_part(page, item, record, target, end)
                continue
            if known.is_lost(target):
                continue
            found = known.meant(target) if target else Meant()
            said = f"the text refers to {target}, which does not exist"
            help = "write {need}`ID` with the id of a record, or remove the reference"
            yield rule.at(
                Place(page, start if target else item.start, end if target else item.end),
                said if target else "the reference names no record",
                record=record,
                help=found.help or help,
                fix=fix_for(found, page, (start, end)),
            )


def _with_part(
    page: Page, item: Inline, record: RawRecord | None, target: str, end: int
) -> Diagnostic:
    """The finding on an id with a dot and more after it: records have no parts."""
    stop = item.stop - 1 if page.text[: item.stop].endswith(">") else item.stop
    part = page.text[end:stop]
    whole, rest = page.text[item.start : end], page.text[stop : item.end]
    dot = part.strip() == "."
    whole += rest + ("." if dot else "")
    return rule.at(
        Place(page, end, stop),
        f"the text refers to “{part.strip()}” of {target}; a record has no parts",
        record=record,
        help="end the sentence behind the last backtick" if dot else f"refer to {target}",
        fix=rewrite(page, (item.start, item.end), whole, sure=dot),
    )
