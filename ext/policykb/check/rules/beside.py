"""What a value says that belongs in other fields: the currency of "$5m", the bound of "over 5"."""

from policykb.check.diagnostics import Fix
from policykb.check.rules.fields import absent
from policykb.check.rules.rule import Entry, edit, safe, unsafe
from policykb.evidence.surface import currency
from policykb.model import Spec
from policykb.values.base import BadValue


def contradicted(entry: Entry, spec: Spec, bad: BadValue) -> str | None:
    """What is wrong where a value is a sum and its unit is no money, or other money."""
    said, unit = bad.beside.get("unit", ""), entry.text(spec.unit) if spec.unit else ""
    if not unit or not currency(said) or currency(unit) == currency(said):
        return None
    return f"it is a sum in {said}, but {spec.unit} says “{unit}”"


def missing(entry: Entry, spec: Spec, bad: BadValue) -> dict[str, str] | None:
    """The options to write so that nothing is lost; None where there is no place for one."""
    found = {}
    for role, said in bad.beside.items():
        field = getattr(spec, role)
        if field and entry.text(field):
            continue
        choices = entry.specs[field].value.choices if field else ()
        if not field or field in entry.raw.values or not absent(entry, field):
            return None
        if choices and said not in choices:
            return None
        found[field] = said
    return found


def moved(entry: Entry, field: str, bad: BadValue, fix: str) -> Fix | None:
    """The fix that writes the value, and what it left out under the fields beside it; unsafe where
    those say something else, or would say which currency a sign is."""
    spec, page = entry.specs[field], entry.page
    new = missing(entry, spec, bad)
    as_yaml = page.text.startswith("---", entry.raw.block.inner)
    if new is None or (new and as_yaml) or contradicted(entry, spec, bad):
        return None
    option = entry.raw.options[field]
    end = page.line_end(option.end)
    lines = "".join(f"\n:{name}: {said}" for name, said in new.items())
    edits = [edit(page, option.at, option.end, fix)]
    edits += [edit(page, end, end, lines)] if lines else []
    sure = spec.unit not in new and all(
        _says(entry, spec, role, said) for role, said in bad.beside.items()
    )
    return (safe if sure else unsafe)(*edits)


def _says(entry: Entry, spec: Spec, role: str, said: str) -> bool:
    """Whether the field for it says the same, or is yet to be written."""
    field = getattr(spec, role)
    text = entry.text(field)
    if not text or text == said:
        return True
    if role == "unit":
        return currency(said) is not None and currency(text) == currency(said)
    return said in entry.specs[field].said.get(text, ())
