"""A stated fact has no quotation."""

from policykb.check.rules.quoting import meant_by_supports, shown_by
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds, rewrite
from policykb.evidence.quotation import Quotation


@finds("PKB302", Severity.ERROR, requires=("PKB102", "PKB103", "PKB205"))
def rule(entry: Entry, known: Known) -> Findings:
    """Every fact-bearing field, inferred ones too, is listed under `supports` of a quotation. Where
    a quotation is not said to support anything, that is said first."""
    if entry.raw.void:
        return
    facts = entry.model.facts
    checked = known.evidence.of(entry)
    supported = {name for one in checked for name in one.supports}
    missing = [
        name
        for name in entry.raw.values
        if name in facts and name not in supported and name not in entry.bad and entry.text(name)
    ]
    if missing and all(one.supports or one.disputes for one in checked):
        meant = meant_by_supports(entry, checked)
        for field in missing:
            if field not in meant:
                disputed = any(field in one.disputes for one in checked)
                showing = None if disputed else _showing(known, checked, field)
                yield _finding(entry, field, disputed, showing)


def _showing(known: Known, checked: list[Quotation], field: str) -> Quotation | None:
    """The first quotation in which the field's value stands, though not said to support it."""
    return next(
        (one for one in checked if "supports" in one.raw.values and field in shown_by(known, one)),
        None,
    )


def _finding(entry: Entry, field: str, disputed: bool, showing: Quotation | None) -> Diagnostic:
    fix = None
    message = f"{entry.name}: no quotation supports {field}"
    if field in entry.inferred:
        message = f"{entry.name}: {field} is inferred, but no quotation tells what it rests on"
        help = f"quote what it rests on, with {field} under its “supports”"
    elif disputed:
        message = f"{entry.name}: {field} is disputed by a quotation, and supported by none"
        help = f"quote the words that show it, with {field} under “supports”"
    elif showing is not None:
        end = showing.raw.options["supports"].end
        line = entry.page.line(showing.raw.at)
        help = f"add {field} to the “supports” of the quotation in line {line}, if it shows it"
        fix = rewrite(entry.page, (end, end), f", {field}")
    else:
        help = f"add {field} to the “supports” of a quotation that shows it, or quote the words "
        help += "that do; if no source says it, leave it out"
    return rule.on_value(entry, field, message, help=help, fix=fix)
