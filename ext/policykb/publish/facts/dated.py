"""Of when a value is that holds for a time only: of when a source that shows it was published, and
perhaps no longer. A source of 2021 says nothing of today."""

from collections.abc import Iterable

from policykb.base.entry import Entry
from policykb.model.spec import SOURCE_DAY
from policykb.publish.facts.interface import Interface
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.term import Vocabulary


def of(t: Interface, entry: Entry, name: str, sources: Iterable[Entry]) -> str:
    """``as of 18 February 2021``, or ``undated source``; empty where no source shows the value, and
    where it stays true. ``sources`` are those that show it."""
    spec, sources = entry.specs[name], list(sources)
    if not spec.dated or _is_lasting(entry, name):
        return ""
    own = None if spec.dated == SOURCE_DAY else entry.value(spec.dated, DATE)
    day = own or newest(sources)
    if day is not None:
        return t("status.as_of", day=t.date(day))
    return t("status.undated") if sources else ""


def _is_lasting(entry: Entry, name: str) -> bool:
    vocabulary = entry.specs[name].value
    return isinstance(vocabulary, Vocabulary) and entry.value(name) in vocabulary.lasting


def newest(sources: Iterable[Entry]) -> Edtf | None:
    """The latest date on which one of these sources was published."""
    found: Edtf | None = None
    for source in sources:
        value = source.value("published", DATE)
        if value is None or value.latest is None:
            continue
        if found is None or found.latest is None or value.latest > found.latest:
            found = value
    return found
