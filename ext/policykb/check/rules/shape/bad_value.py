"""A field's text is no value of its type."""

from policykb.check.rules.beside import contradicted, missing, moved
from policykb.check.rules.form_fixes import bracketed_ids, full_width_items, separated_ids
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds, rewrite
from policykb.model import Spec
from policykb.values.base import BadValue
from policykb.values.term import Vocabulary

ELSEWHERE = {"impossible", "order", "reason"}
"""Kinds of bad value that have their own rules."""


@finds("PKB105", Severity.ERROR, requires=("PKB112", "PKB704", "PKB705", "PKB710"), where="bad")
def rule(entry: Entry, known: Known) -> Findings:
    """Every text must be read by its field's value type; each faulty item of a list is named."""
    for field, bad in entry.bad.items():
        if field == "id" or not entry.text(field):
            continue
        spec, text = entry.specs[field], entry.text(field)
        said = f"{entry.name}: {field}"
        several = "," in text or len(separated_ids(text.strip("[]"))) > 1
        if spec.is_link and not spec.many and several:
            help = "keep the one that is meant"
            yield rule.on_value(entry, field, f"{said} takes one record, not several", help=help)
        elif spec.is_link and (ids := bracketed_ids(text)):
            plain = ", ".join(ids)
            yield rule.on_value(
                entry,
                field,
                f"{said} stands in brackets; ids are written without them",
                help=f"write {plain}",
                fix=rewrite(entry.page, all_of(entry, field), plain, sure=True),
            )
        elif spec.many:
            yield from _items(known, entry, field, spec)
        elif bad.beside:
            yield _beside(entry, field, bad)
        elif bad.kind not in ELSEWHERE:
            fix, sure = _fix(known, text, spec, bad)
            yield rule.in_record(
                entry,
                bad_span(entry, field, bad),
                f"{said} cannot be “{shorten(text)}”: {bad.reason}",
                field=field,
                help=_help(known, spec, bad, fix),
                fix=rewrite(entry.page, all_of(entry, field), fix, sure=sure),
            )


def _beside(entry: Entry, field: str, bad: BadValue) -> Diagnostic:
    """A finding on a value that says what belongs in other fields: its fix loses nothing of it."""
    spec = entry.specs[field]
    fix = moved(entry, field, bad, bad.suggestion) if bad.suggestion else None
    new = missing(entry, spec, bad) if fix else None
    options = "".join(f" and “:{name}: {said}”" for name, said in (new or {}).items())
    return rule.in_record(
        entry,
        all_of(entry, field),
        f"{entry.name}: {field} cannot be “{shorten(entry.text(field))}”: "
        f"{contradicted(entry, spec, bad) or bad.reason}",
        field=field,
        help=f"write {bad.suggestion}{options}; accepted: {bad.accepted}"
        if fix
        else f"write {bad.accepted}",
        fix=fix,
    )


def _items(known: Known, entry: Entry, field: str, spec: Spec) -> Findings:
    for index, item in enumerate(items(entry, field)):
        try:
            spec.value.parse(item)
        except BadValue as bad:
            ids = separated_ids(item) if spec.is_link else []
            fix, sure = (", ".join(ids), True) if ids else _fix(known, item, spec, bad)
            reason = "between ids stand commas only" if ids else bad.reason
            yield rule.on_item(
                entry,
                field,
                index,
                f"{entry.name}: {field} cannot be “{shorten(item)}”: {reason}",
                help=f"write {fix}" if ids else _help(known, spec, bad, fix),
                fix=rewrite(entry.page, entry.item_span(field, index), fix, sure=sure),
            )


def items(entry: Entry, field: str) -> list[str]:
    """The items of a comma-separated field."""
    return [item for item in (part.strip() for part in entry.text(field).split(",")) if item]


def all_of(entry: Entry, field: str) -> tuple[int, int]:
    """Where all of a field's value stands."""
    option = entry.raw.options[field]
    return option.at, option.end


def bad_span(entry: Entry, field: str, bad: BadValue) -> tuple[int, int]:
    """Where the faulty part stands, or all of the value where that cannot be told."""
    start, end = all_of(entry, field)
    written = entry.page.text[start:end]
    if bad.start is None or bad.end is None or written != entry.text(field):
        return start, end
    return start + bad.start, max(start + bad.end, start + bad.start + 1)


def _fix(known: Known, text: str, spec: Spec, bad: BadValue) -> tuple[str | None, bool]:
    """The one value that can be meant, and whether no other can. A link is fixed only to an id that
    exists, surely where it is written in other letters or is a name of one record alone; a word of
    a vocabulary surely where it is at most one edit away or translated; a list that is separated by
    other marks is fixed to one separated by commas."""
    is_plain = not spec.is_link or bad.suggestion in known.by_id
    sure = is_plain or known.by_name(text, spec.targets) is not None
    if isinstance(spec.value, Vocabulary) and bad.suggestion:
        sure = spec.value.is_surely(text, bad.suggestion)
    if spec.many and len(parts := full_width_items(text)) > 1:
        return ", ".join(parts), sure
    if is_plain:
        return bad.suggestion, sure
    found = known.nearest(text, spec.targets)
    return (found.id if found else None), sure


def _help(known: Known, spec: Spec, bad: BadValue, fix: str | None) -> str:
    if fix is not None and fix in known.by_id:
        return f'did you mean {fix} ("{known.by_id[fix].title}")?'
    if fix:
        return f"write {fix}; accepted: {bad.accepted}"
    adds = "; the setting types adds others" if isinstance(spec.value, Vocabulary) else ""
    return f"write {bad.accepted}{adds}"


def shorten(text: str, most: int = 60) -> str:
    """A text as a message shows it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
