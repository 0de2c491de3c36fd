"""A field belongs to another type of record."""

from policykb.check.rules.fields import meant_field, meant_help, owners
from policykb.check.rules.rule import Entry, Findings, Severity, a, finds, name_span, rewrite


@finds("PKB103", Severity.ERROR, requires=("PKB112",), where="unknown")
def rule(entry: Entry) -> Findings:
    """A field that only other types have is refused where it stands."""
    for name in entry.unknown:
        others = owners(name)
        if not others or name == "title":
            continue
        option, label = entry.raw.options[name], entry.model.label.lower()
        near = meant_field(entry, name)
        is_free = near not in entry.raw.values
        yield rule.on_name(
            entry.page,
            option,
            f"{entry.name}: {a(label)} has no field “{name}”; it belongs to "
            + " and ".join(a(model.label.lower()) for model in others),
            record=entry.raw,
            field=name,
            help=meant_help(entry, name, near),
            fix=rewrite(entry.page, name_span(option), near) if is_free else None,
        )
