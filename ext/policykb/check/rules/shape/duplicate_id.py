"""Two records have the same id."""

from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB113", Severity.ERROR, shakes=True)
def rule(known: Known) -> Findings:
    """An id names one record. The copy with another type's prefix is blamed, else the later."""
    for kept, copy in known.duplicates:
        prefix = copy.model.prefix
        yield rule.on_value(
            copy,
            "id",
            f"{copy.id} is already the id of “{kept.title}”",
            help=f"give “{copy.title}” an id of its own"
            + ("" if copy.id.startswith(prefix) else f"; it must begin with {prefix}"),
            related=(known.where(kept.id, f"“{kept.title}” has it here", "id"),),
        )
