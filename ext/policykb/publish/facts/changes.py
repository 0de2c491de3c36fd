"""What changed in the records, day by day and record by record, in words for readers: labels and
titles rather than fields and ids."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.compare.change_words import ChangeWords, verb
from policykb.compare.changes import FieldChange, RecordChange
from policykb.model import TYPES
from policykb.model.spec import Spec
from policykb.publish.facts import history, value_words
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import capital, shorten
from policykb.text import sentences

LONG = 160
"""Characters of a value that are shown."""

MOST_SENTENCES = 2
"""Sentences of a text that are shown, of those that went and of those that came."""

_REFERENCE = re.compile(r"\{need\}`(?:(?P<words>[^`<]*?)\s*<(?P<target>\w+)>|(?P<id>\w+))`")


class Changed(NamedTuple):
    """A record that is still there, and what changed in it."""

    entry: Entry
    says: str


class Day(NamedTuple):
    """A day (ISO 8601, and in words): how many records changed in what way, those that came, that
    changed, titles of those that went."""

    day: str
    words: str
    summary: str
    added: list[Entry]
    changed: list[Changed]
    removed: list[str]


def days(site: Site) -> list[Day]:
    """The days on which a record changed, newest first."""
    return site.remember("days", lambda: list(_days(site)))


def _days(site: Site) -> Iterator[Day]:
    for one in history.days(site.base.root, site.base.settings):
        added: list[Entry] = []
        changed: list[Changed] = []
        removed: list[str] = []
        for change in one.records:
            entry = site.entry(change.id)
            told = site.t("list.semicolon").join(says(site, change))
            if change.change == "removed":
                model = TYPES.get(change.type)
                kind = site.kind(model).lower() if model else change.type
                removed.append(site.t("record.named", title=change.title, id=kind))
            elif entry is not None and change.change == "added":
                added.append(entry)
            elif entry is not None and told:
                changed.append(Changed(entry, capital(told)))
        numbers = {
            "new_record": len(added),
            "changed_record": len(changed),
            "removed_record": len(removed),
        }
        counts = [site.t.count(number, what) for what, number in numbers.items() if number]
        if counts or one.pages:
            said = site.t("list.comma").join(counts) or site.t.plural("changes.pages", one.pages)
            yield Day(one.day, site.day_words(one.day), said, added, changed, removed)


def of_record(site: Site, entry: Entry) -> list[tuple[Day, str]]:
    """The days on which a record came or changed, newest first, each with what changed."""
    return site.remember("changes by record", lambda: _by_record(site)).get(entry.id, [])


def _by_record(site: Site) -> Mapping[str, list[tuple[Day, str]]]:
    found: defaultdict[str, list[tuple[Day, str]]] = defaultdict(list)
    for day in days(site):
        for one in day.changed:
            found[one.entry.id].append((day, one.says))
        for entry in day.added:
            found[entry.id].append((day, site.t("changes.added")))
    return found


def feed_of(kind: str) -> str:
    """The path of the feed of a type's records."""
    return f"feeds/{kind}.xml"


def says(site: Site, change: RecordChange) -> list[str]:
    """What happened to a record that was there before and still is."""
    return list(_Words(site).told(change))


class _Words(ChangeWords):
    """Names labels and titles, in the language of the site."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site
        self._t = site.t

    def new_id(self, change: RecordChange) -> str:
        return self._t("change.id", id=change.former_id) if change.former_id else ""

    def moved(self, change: RecordChange) -> str:
        return self._t("change.moved")

    def document(self) -> str:
        return self._t("change.document")

    def noted(self, kind: str, change: FieldChange, fresh: dict[str, str], gone: list[str]) -> str:
        """Of a field that was named before and has another note nothing is told."""
        now = {item.split()[0] for item in change.before}
        named = [("now", one) for one in fresh if one not in now]
        named += [("gone", one) for one in gone]
        return self._listed(
            self._of(kind, one, self._t(f"change.{change.field}_{what}")) for what, one in named
        )

    def items(self, kind: str, change: FieldChange) -> str:
        return self._listed(
            self._of(kind, change.field, self._t(f"change.items_{verb}", items=shown))
            for verb, items in (("added", change.added), ("removed", change.removed))
            if (shown := self._t("list.comma").join(self._values(kind, change.field, items)))
        )

    def value(self, kind: str, change: FieldChange) -> str:
        """A field of one value has at most one before and one after."""
        before, after = (
            shorten("".join(self._values(kind, change.field, items)), LONG)
            for items in (change.before, change.after)
        )
        return self._of(kind, change.field, self._turned(before, after))

    def text(self, before: str, after: str) -> str:
        """The sentences that went and that came; of many, only that the text is another."""
        old, new = _sentences(before), _sentences(after)
        gone = [one for one in old if one not in new]
        fresh = [one for one in new if one not in old]
        if max(len(gone), len(fresh)) > MOST_SENTENCES or not (gone or fresh):
            return self._t(f"change.text_{verb(before, after)}")
        turned = self._turned(*(_quoted(self._site, some) for some in (gone, fresh)))
        return f"{self._t('change.text')}{self._t('list.colon')}{turned}"

    def quotations(self, what: str, number: int) -> str:
        key = what if what == "reassigned" else f"quotations_{what}"
        return self._t.plural(f"change.{key}", number)

    def _listed(self, said: Iterable[str]) -> str:
        return self._t("list.semicolon").join(said)

    def _of(self, kind: str, name: str, said: str) -> str:
        return f"{self._site.field(kind, name, _spec(kind, name))}{self._t('list.colon')}{said}"

    def _turned(self, before: str, after: str) -> str:
        if before and after:
            return f"{before} → {after}"
        key = "change.value_added" if after else "change.value_removed"
        return self._t(key, value=after or before)

    def _values(self, kind: str, name: str, texts: Iterable[str]) -> Iterator[str]:
        """Values as readers see them; as written where they are none any more."""
        spec = _spec(kind, name)
        for text in texts:
            if spec is not None and spec.is_link:
                target = self._site.entry(text)
                yield self._site.name(target) if target is not None else text
            else:
                yield value_words.written(self._t, kind, spec, text) if spec else text


def _spec(kind: str, name: str) -> Spec | None:
    return TYPES[kind].specs.get(name) if kind in TYPES else None


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


def _quoted(site: Site, some: list[str]) -> str:
    """Sentences as readers see them: a reference to a record is its title."""

    def words_of(found: re.Match[str]) -> str:
        target = site.entry(found["target"] or found["id"])
        return found["words"] or (site.name(target) if target is not None else found["id"])

    text = _REFERENCE.sub(words_of, " ".join(some))
    return site.t("quotation.quoted", words=shorten(text, LONG)) if text else ""
