"""Compare two bases record by record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import PurePosixPath
from typing import Any

from policykb.base.briefs import briefs, rests_on
from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.base.settings import Settings
from policykb.compare.changes import (
    Difference,
    FieldChange,
    PageChange,
    RecordChange,
    SettingChange,
)
from policykb.markdown.page import RawEvidence
from policykb.model.spec import split_items
from policykb.text.normalize import normalize
from policykb.values.identifier import ID
from policykb.values.names import NAMES
from policykb.values.notes import DISTINCT, NOTES


def compare(before: Base, after: Base) -> Difference:
    """The difference from one base to the other."""
    old, new = _keyed(before), _keyed(after)
    names = _renamed(old, new)
    now = _Now((old[former], new[key]) for key, former in names.items())
    changes: list[RecordChange] = []
    for key, entry in new.items():
        former = old.get(names.get(key, key))
        if former is None:
            changes.append(_added(entry))
        elif change := _changed(former, entry, now):
            changes.append(change)
    gone = old.keys() - new.keys() - set(names.values())
    changes += [_removed(old[key]) for key in gone]
    changes.sort(key=lambda item: (item.id, item.path, item.title))
    _effects(before, after, changes, {old: new for new, old in names.items()})
    pages = _pages(before, after, now)
    _briefs(after, changes, {page.path for page in pages})
    return Difference(changes, pages, _settings(before.settings, after.settings))


class _Now:
    """Texts with the ids and page names as they are now of records that say what they were called:
    who merely names such a record did not change."""

    def __init__(self, renamed: Iterable[tuple[Entry, Entry]]) -> None:
        self._words: dict[str, str] = {}
        for old, new in renamed:
            if not _says_so(old, new):
                continue
            self._words[old.id] = new.id
            self._words[PurePosixPath(old.page.path).name] = PurePosixPath(new.page.path).name

    def __call__(self, text: str) -> str:
        return _NAME.sub(lambda found: self._words.get(found[0], found[0]), text)


_NAME = re.compile(r"\b[A-Z]+_[A-Z0-9_]+\b|[\w.-]+\.md\b")
"""An id, or the name of a page."""


def _keyed(base: Base) -> dict[str, Entry]:
    """Records by id; one without an id, or with another's, by its place and title."""
    found: dict[str, Entry] = {}
    for entry in base.entries:
        is_first = base.by_id.get(entry.id) is entry
        key = entry.id if is_first else f"{entry.page.path}\n{entry.id}\n{entry.title}"
        found[key] = entry
    return found


def _renamed(old: dict[str, Entry], new: dict[str, Entry]) -> dict[str, str]:
    """New key to old key, where a record that says so, or one of the same type and title, or the
    only one of its type on the same page, has another id."""
    gone = [key for key in old if key not in new]
    names: dict[str, str] = {}
    for alike in (_says_so, _same_title, _same_page):
        for key, entry in new.items():
            if key in old or key in names:
                continue
            twins = [other for other in gone if alike(old[other], entry)]
            if len(twins) == 1:
                names[key] = twins[0]
                gone.remove(twins[0])
    return names


def _says_so(one: Entry, other: Entry) -> bool:
    return one.id in other.values("former_ids", ID)


def _same_title(one: Entry, other: Entry) -> bool:
    return one.type == other.type and bool(one.title) and one.title == other.title


def _same_page(one: Entry, other: Entry) -> bool:
    return (
        one.type == other.type
        and one.page.path == other.page.path
        and len(one.page.records) == len(other.page.records) == 1
    )


def _change(entry: Entry, change: str) -> RecordChange:
    return RecordChange(entry.id, entry.type, entry.title, change, entry.page.path, entry.raw.line)


def _added(entry: Entry) -> RecordChange:
    made = _change(entry, "added")
    made.fields = [
        FieldChange(name, (), _items(entry, name), _is_many(entry, name))
        for name in entry.specs
        if name not in ("id", "title") and _items(entry, name)
    ]
    made.quotations_added = list(entry.raw.evidence)
    if prose := _prose(entry):
        made.text = ("", prose)
    return made


def _removed(entry: Entry) -> RecordChange:
    made = _change(entry, "removed")
    made.quotations_removed = list(entry.raw.evidence)
    return made


def _changed(old: Entry, new: Entry, now: _Now) -> RecordChange | None:
    made = _change(new, "changed")
    if old.id != new.id:
        made.change, made.former_id = "renamed", old.id
    if old.page.path != new.page.path:
        made.former_path = old.page.path
    names = sorted(dict.fromkeys((*new.specs, *old.specs)), key=("gap", "inferred").__contains__)
    if old.type != new.type:
        label = (old.model.label.lower(), new.model.label.lower())
        made.fields.append(FieldChange("type", label[:1], label[1:]))
    for name in names:
        before, after = _items(old, name), _items(new, name)
        if name not in ("id", "former_ids"):
            before, after = tuple(map(now, before)), tuple(map(now, after))
        if name != "id" and sorted(before) != sorted(after):
            made.fields.append(FieldChange(name, before, after, _is_many(new, name)))
    _quotations(old, new, made, now)
    prose = now(_prose(old)), now(_prose(new))
    if prose[0] != prose[1]:
        made.text = prose
    return None if made == _change(new, "changed") else made


_SEPARATED = (NAMES, NOTES, DISTINCT)
"""Values whose items are separated by ``;``."""


def _items(entry: Entry, name: str) -> tuple[str, ...]:
    """A field's items as text, in one spelling of white space."""
    if name == "title":
        return (" ".join(entry.title.split()),) if entry.title.strip() else ()
    text = " ".join(entry.text(name).split())
    spec = entry.specs.get(name)
    if not text or spec is None:
        return ()
    if spec.many:
        return tuple(split_items(text))
    if spec.value in _SEPARATED:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return tuple(split_items(text)) if name == "tags" else (text,)


def _is_many(entry: Entry, name: str) -> bool:
    spec = entry.specs.get(name)
    return spec is not None and (spec.many or spec.value in _SEPARATED or name == "tags")


def _prose(entry: Entry) -> str:
    text = entry.page.text
    lines = "\n".join(text[start:stop] for start, stop in entry.raw.prose).split("\n")
    return " ".join(" ".join(line for line in lines if not line.startswith("%")).split())


def _quotations(old: Entry, new: Entry, made: RecordChange, now: _Now) -> None:
    """Tell apart quotations that came, that went, and that now support other fields."""
    former: dict[tuple[str, str], list[RawEvidence]] = defaultdict(list)
    for item in old.raw.evidence:
        former[now(item.source), normalize(item.quote)].append(item)
    for item in new.raw.evidence:
        twins = former[now(item.source), normalize(item.quote)]
        if not twins:
            made.quotations_added.append(item)
            continue
        twin = next((one for one in twins if _uses(one) == _uses(item)), twins[0])
        twins.remove(twin)
        if _uses(twin) != _uses(item):
            made.reassigned.append(item)
    made.quotations_removed += [item for items in former.values() for item in items]


def _uses(item: RawEvidence) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(item.supports), frozenset(item.disputes)


def _effects(
    before: Base, after: Base, changes: list[RecordChange], renamed: dict[str, str]
) -> None:
    """Say with each change which records lost the last record of a type that links to them."""
    by_id = {item.former_id or item.id: item for item in changes}
    for target in sorted(before.incoming):
        entry = after.by_id.get(renamed.get(target, target))
        if entry is None:
            continue
        old, new = _linkers(before, target), _linkers(after, entry.id)
        for kind, former in old.items():
            if kind in new:
                continue
            change = next((by_id[ident] for ident in former if ident in by_id), None)
            if change is not None:
                model = before.by_id[former[0]].model
                lost = (
                    f"only {model.label.lower()}"
                    if len(former) == 1
                    else f"{len(former)} {model.plural.lower()}"
                )
                change.effects.append(f"{entry.id} lost its {lost}")


def _briefs(after: Base, changes: list[RecordChange], edited: set[str]) -> None:
    """Say with each changed record which briefs rest on it and were left as they were."""
    by_id = {item.id: item for item in changes}
    for page in briefs(after):
        if page.path in edited:
            continue
        for entry in rests_on(after, page):
            if entry.id in by_id:
                by_id[entry.id].effects.append(f"{page.path} rests on it: read it again")


def _linkers(base: Base, target: str) -> dict[str, list[str]]:
    """Ids of the records that link to a target, by type."""
    found: dict[str, list[str]] = {}
    for entry, _ in base.incoming.get(target, ()):
        ids = found.setdefault(entry.type, [])
        if entry.id not in ids:
            ids.append(entry.id)
    return found


def _pages(before: Base, after: Base, now: _Now) -> list[PageChange]:
    """Pages whose words outside records changed. A page that moved with its records did not
    change."""
    old, new = _words(before, now), _words(after, now)
    found = []
    for path in sorted(old.keys() | new.keys()):
        one, other = old.get(path), new.get(path)
        if one == other or not (one or other):
            continue
        change = "changed" if one and other else "added" if other else "removed"
        found.append(PageChange(path, change))
    return found


def _words(base: Base, now: _Now) -> dict[str, str]:
    """The text of a page outside its records; without its heading if it has records."""
    found = {}
    for page in base.pages:
        text = " ".join(page.text[start:stop] for start, stop in page.prose)
        if page.records:
            text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
        else:
            text = page.text
        found[page.path] = now(" ".join(text.split()))
    return found


def _settings(before: Settings, after: Settings) -> list[SettingChange]:
    return [
        change
        for item in fields(Settings)
        if item.init
        for change in _setting(item.name, getattr(before, item.name), getattr(after, item.name))
    ]


def _setting(name: str, before: Any, after: Any) -> Iterator[SettingChange]:
    """What changed in a setting; of a table of tables each value by itself."""
    if before == after:
        return
    tables = [one for one in (before, after) if isinstance(one, dict)]
    if not any(isinstance(inner, dict) for one in tables for inner in one.values()):
        yield SettingChange(name, before, after)
        return
    for key in dict.fromkeys([*(before or {}), *(after or {})]):
        yield from _setting(f"{name}.{key}", (before or {}).get(key), (after or {}).get(key))
