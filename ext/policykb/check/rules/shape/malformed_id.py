"""An id is not written as ids are."""

from policykb.check.rules.rule import Entry, Findings, Known, Rule, Severity, edit, safe
from policykb.check.rules.shape.bad_value import shorten
from policykb.values.identifier import LONGEST


def check(entry: Entry, known: Known) -> Findings:
    """Ids are capital letters, digits and underscores after a prefix."""
    bad = entry.bad.get("id")
    if bad is None:
        return
    option = entry.raw.options["id"]
    prefix = entry.model.prefix
    fix = bad.suggestion
    if fix is not None and (not fix.startswith(prefix) or fix in known.by_id):
        fix = None
    help = (f"write {fix}; " if fix else "") + (
        f"{'' if fix else 'write '}{prefix} followed by capital letters, digits and _"
    )
    if len(entry.id) > LONGEST:
        help = f"write no more than {LONGEST} characters"
    yield RULE.on_value(
        entry,
        "id",
        f"“{shorten(entry.id)}” is not an id",
        help=help,
        fix=safe(edit(entry.page, option.at, option.end, fix)) if fix else None,
    )


RULE = Rule("PKB111", "malformed-id", Severity.ERROR, check, where="bad")
