"""What rules on fields share: which name was meant, what stands in the wrong place."""

import re
import unicodedata

from policykb.check.rules.rule import Entry, RawRecord, a, did_you_mean
from policykb.model import TYPES, RecordType
from policykb.model.load import common

MISPLACING = ("late-option", "full-width", "bare-option", "truncated-option")
"""Kinds of fault that keep an option from being read."""

_NAME = re.compile(r"[A-Za-z_]+")
_BELOW = re.compile(r"\s*([^\s:`~][^\n]*?)[ \t]*\n\s*(?=:[A-Za-z_]+:(?:\s|\Z))")


def own_fields(model: RecordType) -> list[str]:
    """The options a record of this type takes: its own first, then those of every record."""
    shared = common()
    own = [name for name in model.specs if name not in shared]
    return own + [name for name in shared if name != "title"]


def owners(name: str) -> list[RecordType]:
    """The types that have a field of this name."""
    return [model for model in TYPES.values() if name in model.specs]


def meant_field(entry: Entry, name: str) -> str | None:
    """The field of the record's type that an unknown option most likely misspells."""
    from policykb.text.similar import nearest_word

    plain = _plain(name)
    fields = own_fields(entry.model)
    return plain if plain in fields else nearest_word(plain, fields)


def meant_help(entry: Entry, name: str, near: str | None, more: str = "") -> str:
    """The help on a name that is no field of a record: the one meant, those that say it in another
    word, or all that there are."""
    meant = [near] if near else _in_other_words(entry, name)
    listed = " or ".join(f"“{one}”" for one in meant)
    own = f"{a(entry.model.label.lower())} has the fields {', '.join(own_fields(entry.model))}"
    return did_you_mean(listed, own + more)


def _in_other_words(entry: Entry, name: str) -> list[str]:
    """The fields with a name for their label or among their other names; where none has, those
    that link to the type of record it names."""
    word = _plain(name)
    specs = {field: spec for field, spec in entry.specs.items() if field not in common()}
    called = [
        field
        for field, spec in specs.items()
        if word in (_plain(spec.words_for(field)), *spec.also_called)
    ]
    types = {model.name for model in TYPES.values() if word in _names(model)}
    return called or [field for field, spec in specs.items() if types.intersection(spec.targets)]


def _names(model: RecordType) -> tuple[str, ...]:
    return (model.name, _plain(model.label), _plain(model.plural), *model.also_called)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace("-", "_").replace(" ", "_").lower()


def _misplaced(raw: RawRecord) -> set[str]:
    """Fields that stand in a record, but where or how they are not read."""
    found: set[str] = set()
    for fault in raw.page.faults:
        if fault.record is raw and fault.kind in MISPLACING:
            written = unicodedata.normalize("NFKC", fault.data.partition("#")[0])
            found.update(name.lower() for name in _NAME.findall(written))
    return found


def title_below(raw: RawRecord) -> re.Match[str] | None:
    """The title (group 1) of a record that has it in the line under its opening line, which turns
    its options into text."""
    block = raw.block
    if raw.title or raw.values:
        return None
    return _BELOW.match(raw.page.text, block.body, block.stop)


def absent(entry: Entry, field: str) -> bool:
    """Whether a field is missing by the writer's doing: neither filled, nor declared a gap, nor
    lost through a fault that another rule reports."""
    raw = entry.raw
    if raw.void or entry.text(field) or field in entry.gaps or field in _misplaced(raw):
        return False
    if "gap" in entry.bad and field in entry.text("gap").lower():
        return False
    if any(meant_field(entry, name) == field for name in entry.gaps if name not in entry.specs):
        return False
    specs = entry.specs
    return not any(meant_field(entry, name) == field for name in raw.values if name not in specs)
