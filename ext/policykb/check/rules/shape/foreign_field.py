"""A field belongs to another type of record."""

from policykb.check.rules.fields import meant_field, own_fields, owners
from policykb.check.rules.rule import Entry, Findings, Place, Rule, Severity, a, edit, unsafe


def check(entry: Entry) -> Findings:
    """A field that only other types have is refused where it stands."""
    for name in entry.unknown:
        others = owners(name)
        if not others or name == "title":
            continue
        option = entry.raw.options[name]
        label = entry.model.label.lower()
        near = meant_field(entry, name)
        end = option.name_at + len(name)
        yield RULE.at(
            Place(entry.page, option.name_at, end),
            f"{entry.name}: {a(label)} has no field “{name}”; it belongs to "
            + " and ".join(a(model.label.lower()) for model in others),
            record=entry.raw,
            field=name,
            help=f"did you mean “{near}”?"
            if near
            else f"{a(label)} has the fields {', '.join(own_fields(entry.model))}",
            fix=unsafe(edit(entry.page, option.name_at, end, near))
            if near and near not in entry.raw.values
            else None,
        )


RULE = Rule("PKB103", "foreign-field", Severity.ERROR, check, requires=("PKB112",), where="unknown")
