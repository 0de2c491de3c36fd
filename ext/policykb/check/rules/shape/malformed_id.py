"""An id is not written as ids are."""

from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds, rewrite
from policykb.check.rules.shape.bad_value import all_of, shorten
from policykb.values.identifier import LONGEST


@finds("PKB111", Severity.ERROR, where="bad")
def rule(entry: Entry, known: Known) -> Findings:
    """Ids are capital letters, digits and underscores after a prefix."""
    bad = entry.bad.get("id")
    if bad is None:
        return
    prefix = entry.model.prefix
    fix = bad.suggestion
    if fix is not None and (not fix.startswith(prefix) or fix in known.by_id):
        fix = None
    form = f"{prefix} followed by capital letters, digits and _"
    help = f"write {fix}; {form}" if fix else f"write {form}"
    if len(entry.id) > LONGEST:
        help = f"write no more than {LONGEST} characters"
    yield rule.on_value(
        entry,
        "id",
        f"“{shorten(entry.id)}” is not an id",
        help=help,
        fix=rewrite(entry.page, all_of(entry, "id"), fix, sure=True),
    )
