"""What rules on evidence share: places within an evidence block, and which findings follow from
which."""

import re

from policykb.base.entry import Entry, item_spans
from policykb.check.known import Known
from policykb.check.rules.fields import meant_field
from policykb.evidence.document.find import OMISSION
from policykb.evidence.quotation import Quotation

_PARTS = re.compile(r"\s*[;\uff1b\u3001\uff0c]\s*|\s+")
PROSE = "text"
"""What `supports` calls the record's own prose."""


def is_pinned(known: Known, source: str) -> bool:
    """Whether a source's file is readable and is the one its record pins. Where it is not, one
    finding at the source says so."""
    found = known.evidence.sources.get(source)
    if found is None or found.problem is not None:
        return False
    return known.record(source).value("sha256") in (None, found.sha256)


def item_span(checked: Quotation, name: str, index: int) -> tuple[int, int]:
    """Where the ``index``-th item of a comma-separated option of an evidence block stands."""
    option = checked.raw.options[name]
    spans = item_spans(checked.entry.page.text, option)
    return spans[index] if index < len(spans) else (option.at, option.end)


def run_span(checked: Quotation, index: int) -> tuple[int, int]:
    """Where one run of a quotation stands in its page."""
    raw = checked.raw
    text = checked.entry.page.text[raw.at : raw.end]
    start = 0
    for number, match in enumerate([*OMISSION.finditer(text), None]):
        stop = match.start() if match else len(text)
        if number == index:
            inner = text[start:stop]
            bare = inner.strip()
            if not bare:
                return raw.at + max(0, start - 1), raw.at + max(stop, start)
            begin = raw.at + start + inner.index(bare)
            return begin, begin + len(bare)
        start = match.end() if match else stop
    return raw.at, raw.end


def first_line(checked: Quotation, span: tuple[int, int]) -> tuple[int, int]:
    """The span up to the end of its first line, so that carets can mark it."""
    start, end = span
    return start, max(start + 1, min(end, checked.entry.page.line_end(start)))


EVERYTHING = frozenset("all everything any every * all-fields すべて 全て".split())
"""What is written in `supports` for all fields, and names none."""


def shown_by(known: Known, one: Quotation) -> list[str]:
    """The fields of a record all of whose values stand in a quotation, undenied."""
    from policykb.evidence.facts import facts_of
    from policykb.evidence.grade import is_present

    text = known.evidence.text(one)
    if text is None:
        return []
    found: dict[str, bool] = {}
    for fact in facts_of(known.evidence.base, one.entry):
        there = fact.item is not None and is_present(text, fact)
        found[fact.field] = found.get(fact.field, True) and there
    return [field for field, shown in found.items() if shown]


def meant_by_supports(entry: Entry, checked: list[Quotation]) -> set[str]:
    """Fields that a misspelt name in `supports` means, so that they do not count as unsupported; a
    word for everything means all."""
    specs = entry.specs
    if any(name in EVERYTHING for one in checked for name in one.supports):
        return set(specs)
    return {
        meant
        for one in checked
        for given in one.supports
        for name in _PARTS.split(given)
        if given not in specs and name != PROSE
        for meant in [meant_field(entry, name)]
        if meant
    }


def excerpt(text: str, limit: int = 90) -> str:
    """A quotation short enough for a message."""
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
