"""The first sentence of a record leaves out what its readers came for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from policykb.base.opening import Sentence, opening
from policykb.check.rules.rule import Entry, Findings, Known, Other, Severity, finds
from policykb.evidence.prose import Prose
from policykb.text.lexicon import lexicon
from policykb.text.search import find_whole
from policykb.values.amount import Number
from policykb.values.base import ValueType
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.number import NUMBER


@finds("PKB620", Severity.NOTE, requires=("PKB303", "PKB601"), on_request=True)
def rule(entry: Entry, known: Known) -> Findings:
    """The first sentence of a record's text has the values of the fields that its type lists under
    ``opening``. A text is not asked for; what is concluded need not stand in it as a date."""
    said = opening(entry) if entry.model.opening else None
    if said is None:
        return
    sentence = _Sentence(entry, said, known)
    for field in entry.model.opening:
        if missing := sentence.lacks(field):
            yield rule.in_record(
                entry,
                (said.start, said.end),
                f"{entry.name}: the first sentence of its text {missing}",
                field=field,
                help="lists, search results and previews show this sentence alone: say it there",
            )


class _Sentence:
    """A first sentence as plain words, and what it can be asked. It is read as English, and in the
    languages of the sources that its record quotes."""

    def __init__(self, entry: Entry, said: Sentence, known: Known) -> None:
        self._entry, self._known, self._linked = entry, known, {*said.targets}
        self._text = Prose(entry.page.text, said.start, said.end, said.inlines).text
        sources = known.evidence.sources
        quoted = (sources.get(one.raw.source) for one in known.evidence.of(entry))
        self._languages = list(dict.fromkeys(["en", *(one.language for one in quoted if one)]))

    def lacks(self, field: str) -> str:
        """What of a field it leaves out, as the end of a message; empty where nothing."""
        entry, spec = self._entry, self._entry.specs[field]
        if field in entry.bad:
            return ""
        if spec.is_link:
            return self._lacks_names(entry.links.get(field, ()))
        if spec.value is DATE:
            day = entry.value(field, DATE) if field not in entry.inferred else None
            return "" if self._says_when(day) else _UNDATED
        value = entry.value(field)
        if value is None or self._gives(spec.value, value):
            return ""
        return f"does not give {entry.text(field)} ({field})"

    def _lacks_names(self, ids: Iterable[str]) -> str:
        """The records that it neither links nor names; none where it says how many they are."""
        asked = [self._known.by_id[one] for one in ids if one in self._known.by_id]
        left = [one.title for one in asked if one.id not in self._linked and not self._names(one)]
        if not left or self._gives(NUMBER, Number("", Decimal(len(asked)), percent=False)):
            return ""
        return f"does not name {' and '.join(left)}"

    def _names(self, other: Other) -> bool:
        return any(True for name in other.names for _ in find_whole(self._text, name))

    def _says_when(self, value: Edtf | None) -> bool:
        """Whether it has a date, or, where there is none that is known, any date, or words for
        that."""
        if value is not None:
            return self._gives(DATE, value)
        return any(
            DATE.read(self._text, one) or lexicon(one).pattern("undated").search(self._text)
            for one in self._languages
        )

    def _gives(self, kind: ValueType[Any], value: Any) -> bool:
        """Whether it has a value: a number or date in any form, all else as it is written."""
        if kind.is_read:
            return any(
                kind.shows(found, value)
                for one in self._languages
                for found in kind.read(self._text, one)
            )
        return any(True for _ in find_whole(self._text, str(value)))


_UNDATED = "says neither when it was nor that no date is known"
