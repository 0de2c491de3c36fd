"""What changed in a record, in words for readers: labels and titles rather than fields and ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from policykb.compare import words as said
from policykb.compare.changes import FieldChange, RecordChange
from policykb.model import TYPES
from policykb.model.spec import Spec
from policykb.publish.facts import words
from policykb.publish.facts.site import Site
from policykb.text import sentences

LONG = 160
"""Characters of a value that are shown."""

MOST_SENTENCES = 2
"""Sentences of a text that are shown, of those that went and of those that came."""

_REFERENCE = re.compile(r"\{need\}`(?:(?P<words>[^`<]*?)\s*<(?P<target>\w+)>|(?P<id>\w+))`")

_NOTES = {
    "gap": ("not known any more", "known now"),
    "inferred": ("now an inferred value", "no longer an inferred value"),
}


def says(site: Site, change: RecordChange) -> list[str]:
    """What happened to a record that was there before and still is."""
    return list(_parts(site, change))


def _parts(site: Site, change: RecordChange) -> Iterator[str]:
    if change.former_id:
        yield f"new id, formerly {change.former_id}"
    if change.former_path:
        yield "moved to another page"
    specs = TYPES[change.type].specs if change.type in TYPES else {}
    for one in change.fields:
        yield from _field(site, one, specs)
    if change.text is not None:
        yield _text(site, *change.text)
    yield from said.quotations(change, "facts")


def _text(site: Site, before: str, after: str) -> str:
    """The sentences that went and that came; of many, only that the text is another."""
    old, new = _sentences(before), _sentences(after)
    gone = [one for one in old if one not in new]
    fresh = [one for one in new if one not in old]
    if max(len(gone), len(fresh)) > MOST_SENTENCES or not (gone or fresh):
        return f"text {said.verb(before, after)}"
    return _turned("text", *(_quoted(site, some) for some in (gone, fresh)))


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


def _quoted(site: Site, some: list[str]) -> str:
    """Sentences as readers see them: a reference to a record is its title."""

    def words_of(found: re.Match[str]) -> str:
        target = site.entry(found["target"] or found["id"])
        return found["words"] or (target.title if target is not None else found["id"])

    text = _REFERENCE.sub(words_of, " ".join(some))
    return f"“{words.shorten(text, LONG)}”" if text else ""


def _field(site: Site, change: FieldChange, specs: Mapping[str, Spec]) -> Iterator[str]:
    name, spec = change.field, specs.get(change.field)
    if name == "sha256":
        yield "its document was replaced"
    elif name in _NOTES:
        fresh, gone = said.noted(change)
        now = {item.split()[0] for item in change.before}
        yield from _noted(_NOTES[name][0], (one for one in fresh if one not in now), specs)
        yield from _noted(_NOTES[name][1], gone, specs)
    elif change.many:
        for verb, items in (("added", change.added), ("removed", change.removed)):
            if items:
                shown = ", ".join(_value(site, spec, item) for item in items)
                yield f"{words.label(name, spec)}: {verb} {shown}"
    else:
        before, after = (
            _value(site, spec, items[0]) if items else "" for items in (change.before, change.after)
        )
        short = (words.shorten(text, LONG) for text in (before, after))
        yield _turned(words.label(name, spec), *short)


def _noted(what: str, names: Iterable[str], specs: Mapping[str, Spec]) -> Iterator[str]:
    for name in names:
        yield f"{words.label(name, specs.get(name))}: {what}"


def _turned(label: str, before: str, after: str) -> str:
    if before and after:
        return f"{label}: {before} → {after}"
    return f"{label}: {after} added" if after else f"{label}: {before} removed"


def _value(site: Site, spec: Spec | None, text: str) -> str:
    """A value as readers see it; as written where it is none any more."""
    if spec is None:
        return text
    if spec.is_link:
        target = site.entry(text)
        return target.title if target is not None else text
    return spec.value.written_words(text)
