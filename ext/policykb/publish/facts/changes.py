"""What changed in the records, day by day and record by record, in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.publish.facts import change_words, daily_changes
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import capital


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that is still there, and what changed in it."""

    entry: Entry
    says: str


@dataclass(frozen=True, slots=True)
class Day:
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
    for one in daily_changes.days(site.base.root, site.base.settings):
        added: list[Entry] = []
        changed: list[Changed] = []
        removed: list[str] = []
        for change in one.records:
            entry = site.entry(change.id)
            says = site.t("list.semicolon").join(change_words.says(site, change))
            if change.change == "removed":
                model = TYPES.get(change.type)
                kind = site.kind(model).lower() if model else change.type
                removed.append(site.t("record.named", title=change.title, id=kind))
            elif entry is not None and change.change == "added":
                added.append(entry)
            elif entry is not None and says:
                changed.append(Changed(entry, capital(says)))
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
