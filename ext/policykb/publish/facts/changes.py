"""What changed in the records, day by day and record by record, in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.compare.changes import RecordChange
from policykb.model import TYPES
from policykb.publish.facts import change_words, daily_changes
from policykb.publish.facts.interface import Interface
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import capital


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that is still there, and what changed in it."""

    entry: Entry
    says: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO 8601, and in words): records that came, that changed, titles of those that went;
    ``pages`` where they are too many to be compared."""

    day: str
    words: str
    added: list[Entry]
    changed: list[Changed]
    removed: list[str]
    pages: int
    t: Interface

    @property
    def summary(self) -> str:
        """How many records changed in what way."""
        kinds = (
            (len(self.added), "new_record"),
            (len(self.changed), "changed_record"),
            (len(self.removed), "removed_record"),
        )
        said = [self.t.count(number, what) for number, what in kinds if number]
        return self.t("list.comma").join(said) or self.t.plural("changes.pages", self.pages)


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
            if change.change == "removed" or entry is None:
                if change.change == "removed":
                    removed.append(
                        site.t("record.named", title=change.title, id=_kind(site, change))
                    )
            elif change.change == "added":
                added.append(entry)
            elif says:
                changed.append(Changed(entry, capital(says)))
        if added or changed or removed or one.pages:
            yield Day(one.day, site.day_words(one.day), added, changed, removed, one.pages, site.t)


def _kind(site: Site, change: RecordChange) -> str:
    model = TYPES.get(change.type)
    return site.kind(model).lower() if model else change.type


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
