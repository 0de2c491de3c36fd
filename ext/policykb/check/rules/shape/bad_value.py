"""A field's text is no value of its type."""

from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.rules.form_fixes import bracketed_ids, full_width_items, separated_ids
from policykb.check.rules.rule import Entry, Known, Place, Rule, edit, safe, unsafe
from policykb.model import Spec
from policykb.values.base import BadValue
from policykb.values.term import Vocabulary

ELSEWHERE = {"impossible", "order", "reason"}
"""Kinds of bad value that have their own rules."""


def check(entry: Entry, known: Known) -> Findings:
    """Every text must be read by its field's value type; each faulty item of a list is named."""
    for field, bad in entry.bad.items():
        if field == "id" or not entry.text(field):
            continue
        spec, text = entry.specs[field], entry.text(field)
        if (
            spec.is_link
            and not spec.many
            and ("," in text or len(separated_ids(text.strip("[]"))) > 1)
        ):
            yield _too_many(entry, field)
        elif spec.is_link and (ids := bracketed_ids(text)):
            yield _bracketed(entry, field, ids)
        elif spec.many:
            yield from _items(known, entry, field, spec)
        elif bad.kind not in ELSEWHERE:
            yield _whole(known, entry, field, spec, bad)


def _too_many(entry: Entry, field: str) -> Diagnostic:
    return RULE.on_value(
        entry,
        field,
        f"{entry.name}: {field} takes one record, not several",
        help="keep the one that is meant",
    )


def _bracketed(entry: Entry, field: str, ids: list[str]) -> Diagnostic:
    option, plain = entry.raw.options[field], ", ".join(ids)
    return RULE.on_value(
        entry,
        field,
        f"{entry.name}: {field} stands in brackets; ids are written without them",
        help=f"write {plain}",
        fix=safe(edit(entry.page, option.at, option.end, plain)),
    )


def _items(known: Known, entry: Entry, field: str, spec: Spec) -> Findings:
    for index, item in enumerate(items(entry, field)):
        try:
            spec.value.parse(item)
        except BadValue as bad:
            span = entry.item_span(field, index)
            ids = separated_ids(item) if spec.is_link else []
            reason = "between ids stand commas only" if ids else bad.reason
            fix = ", ".join(ids) or _fix(known, item, spec, bad)
            mark = safe if ids or _is_sure(known, item, spec, bad) else unsafe
            yield RULE.on_item(
                entry,
                field,
                index,
                f"{entry.name}: {field} cannot be “{shorten(item)}”: {reason}",
                help=f"write {fix}" if ids else _help(known, spec, bad, fix),
                fix=mark(edit(entry.page, *span, fix)) if fix else None,
            )


def items(entry: Entry, field: str) -> list[str]:
    """The items of a comma-separated field."""
    return [item for item in (part.strip() for part in entry.text(field).split(",")) if item]


def _whole(known: Known, entry: Entry, field: str, spec: Spec, bad: BadValue) -> Diagnostic:
    span = bad_span(entry, field, bad)
    fix = _fix(known, entry.text(field), spec, bad)
    option = entry.raw.options[field]
    mark = safe if _is_sure(known, entry.text(field), spec, bad) else unsafe
    return RULE.at(
        Place(entry.page, *span),
        f"{entry.name}: {field} cannot be “{shorten(entry.text(field))}”: {bad.reason}",
        record=entry.raw,
        field=field,
        help=_help(known, spec, bad, fix),
        fix=mark(edit(entry.page, option.at, option.end, fix)) if fix else None,
    )


def bad_span(entry: Entry, field: str, bad: BadValue) -> tuple[int, int]:
    """Where the faulty part stands, or all of the value where that cannot be told."""
    option = entry.raw.options[field]
    start, end = option.at, option.end
    written = entry.page.text[start:end]
    if bad.start is None or bad.end is None or written != entry.text(field):
        return start, end
    return start + bad.start, max(start + bad.end, start + bad.start + 1)


def _fix(known: Known, text: str, spec: Spec, bad: BadValue) -> str | None:
    """The one value that can be meant. A link is fixed only to an id that exists, and a list that
    is separated by other marks to one separated by commas."""
    if spec.many and len(parts := full_width_items(text)) > 1:
        return ", ".join(parts)
    if not spec.is_link:
        return bad.suggestion
    if bad.suggestion in known.by_id:
        return bad.suggestion
    found = known.nearest(text, spec.targets)
    return found.id if found else None


def _is_sure(known: Known, text: str, spec: Spec, bad: BadValue) -> bool:
    """True where only one value can be meant. In a link that is an id written in other letters, or
    a name of exactly one record of the field's types; what merely looks like one is not."""
    return (
        not spec.is_link or bad.suggestion in known.by_id or bool(known.by_name(text, spec.targets))
    )


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


RULE = Rule(
    "PKB105",
    "bad-value",
    Severity.ERROR,
    check,
    requires=("PKB112", "PKB704", "PKB705", "PKB710"),
    where="bad",
)
