"""A link carries a condition to be evaluated."""

from policykb.check.rules.form_fixes import bracketed_ids
from policykb.check.rules.rule import Entry, Findings, Severity, edit, finds, unsafe


@finds("PKB705", Severity.ERROR, requires=("PKB704",), where="bad")
def rule(entry: Entry) -> Findings:
    """``ID[condition]`` is refused; a link is an id. A list in brackets is PKB105's."""
    for field in entry.bad:
        option = entry.raw.options[field]
        is_list = bracketed_ids(entry.text(field))
        if entry.specs[field].is_link and "[" in option.value and not is_list:
            text = entry.page.text
            at = text.find("[", option.at, option.end)
            close = text.find("]", at, option.end)
            end = close + 1 if close >= 0 else option.end
            yield rule.in_record(
                entry,
                (at, end),
                f"{entry.name}: a link in {field} carries a condition",
                field=field,
                help="write the id alone",
                fix=unsafe(edit(entry.page, at, end, "")),
            )
