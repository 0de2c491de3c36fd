"""A quotation is said to support or dispute what the record does not state."""

from policykb.check.rules.fields import absent, meant_field
from policykb.check.rules.form_fixes import full_width_items
from policykb.check.rules.quoting import EVERYTHING, PROSE, item_span, shown_by
from policykb.check.rules.rule import (
    Diagnostic,
    Entry,
    Findings,
    Known,
    Severity,
    a,
    finds,
    rewrite,
)
from policykb.evidence.quotation import Quotation


@finds("PKB304", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """What `supports` and `disputes` name are fields of the record that have a value and are facts;
    `text` stands for the record's prose."""
    if entry.raw.void:
        return
    stated = {name for name, value in entry.typed.items() if value is not None} & entry.model.facts
    for one in known.evidence.of(entry):
        for option, names in (("supports", one.supports), ("disputes", one.disputes)):
            for index, name in enumerate(names):
                is_sound = name in stated and option == "supports"
                problem = None if is_sound else _problem(known, one, option, name)
                if problem is None and name in names[:index]:
                    problem = f"{name} stands twice", "remove one of them", None
                if problem is not None:
                    yield _finding(one, option, index, *problem)


def _problem(
    known: Known, one: Quotation, option: str, name: str
) -> tuple[str, str, str | None] | None:
    """What is wrong, how to fix it, and the name that is meant; None where nothing is."""
    entry = one.entry
    spec = entry.specs.get(name)
    if spec is not None and not spec.editorial and entry.text(name):
        if option == "disputes" and name in one.supports:
            return f"it supports {name} as well", f"remove {name} from one of the two", None
        return None
    label = entry.model.label.lower()
    if name == PROSE:
        if option == "disputes":
            return "a quotation disputes a field, not the text", "name the field", None
        page = entry.page.text
        if any(page[start:stop].strip() for start, stop in entry.raw.prose):
            return None
        return "the record has no text of its own", f"remove {name}", None
    if name in EVERYTHING:
        shown = ", ".join(shown_by(known, one)) or None
        help = f"write {shown}, as far as it shows them" if shown else "name what it shows"
        return f"“{name}” names no field", help, shown
    if spec is None:
        if len(parts := full_width_items(name)) > 1:
            return "its names are separated by full-width marks", "write a comma", ", ".join(parts)
        near = meant_field(entry, name) or ("text" if name in ("prose", "body") else None)
        facts = [key for key in entry.specs if entry.needs_support(key)]
        help = f"did you mean “{near}”?" if near else f"name text, or one of {', '.join(facts)}"
        return f"{a(label)} has no field “{name}”", help, near
    if spec.editorial:
        return f"{name} is editors' knowledge, not a stated fact", f"remove {name}", None
    if name in entry.gaps:
        return f"{name} is a declared gap", f"remove {name}, or fill it in and remove the gap", None
    # A required field that is absent has its own message.
    if not spec.required and absent(entry, name):
        return f"{name} has no value", f"fill in {name}, or remove it here", None
    return None


def _finding(
    one: Quotation, option: str, index: int, problem: str, help: str, near: str | None
) -> Diagnostic:
    span = item_span(one, option, index)
    names = one.supports if option == "supports" else one.disputes
    return rule.in_record(
        one.entry,
        span,
        f"{one.entry.name}: {option} names what the quotation cannot back: {problem}",
        help=help,
        fix=rewrite(one.entry.page, span, near, sure=names[index] not in EVERYTHING),
    )
