"""A quotation is said to dispute a value that it does not dispute."""

from policykb.check.rules.quoting import item_span
from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.evidence.facts import Fact, Record
from policykb.evidence.grade import has_other, is_present
from policykb.evidence.quotation import Quotation
from policykb.model import TYPES, Spec


@finds("PKB313", Severity.ERROR, requires=("PKB304",), where="disputes")
def rule(entry: Entry, known: Known) -> Findings:
    """A quotation under `disputes` shows another value for a single-valued field, not the one that
    the record gives."""
    for one in known.evidence.of(entry):
        text = known.evidence.text(one)
        for index, field in enumerate(one.disputes):
            spec = one.entry.specs.get(field)
            if spec is None or not one.entry.needs_support(field) or not one.entry.text(field):
                continue
            if spec.many:
                problem = f"{field} may hold several values, which do not dispute each other"
                help = f"add the value to {field} and move it to “supports”"
            elif field in one.entry.bad or one.failure is not None or text is None:
                continue
            elif is_present(text, fact := _fact(known, one, field)):
                problem = f"the quotation shows {one.entry.text(field)}, as the record does"
                help = f"move {field} to “supports”"
            elif has_other(text, fact) is False:
                problem = f"the quotation shows no other {_kind(spec)}"
                help = f"quote the words that give another {_kind(spec)}, or take {field} out"
            else:
                continue
            yield rule.in_record(
                one.entry,
                item_span(one, "disputes", index),
                f"{one.entry.name}: {field} is not disputed here: {problem}",
                field=field,
                help=help,
            )


def _fact(known: Known, one: Quotation, field: str) -> Fact:
    record = Record(known.evidence.base, one.entry)
    return Fact(record, field, one.entry.text(field), one.entry.value(field))


def _kind(spec: Spec) -> str:
    """What a field holds, in a word."""
    if spec.is_link:
        return " or ".join(TYPES[target].label for target in spec.targets if target in TYPES)
    return spec.value.name if spec.value.is_read else "status"
