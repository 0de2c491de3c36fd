"""How far people got with a record: read as it stands, read before it changed, or not read."""

from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.evidence import reviewed
from policykb.publish.facts.site import Site
from policykb.values.review import REVIEW

STATES = ("changed", "due", "unread", "dated", "read")
"""What asks most for a reader first."""


class Standing(NamedTuple):
    """A record's state of `STATES`, the day on which a person read it, in words, and their
    initials; ``moved`` are the records it links to or quotes that changed since they were read."""

    state: str
    day: str
    initials: str
    moved: tuple[Entry, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing asks for reading it again, as far as is known."""
        return self.state in ("read", "dated")


def of(site: Site, entry: Entry) -> Standing:
    """How a record stands today."""
    review = entry.value("reviewed", REVIEW)
    moved = tuple(one for one in _around(site, entry) if reviewed.holds(site.base, one) is False)
    day = site.t.date(review) if review else ""
    return Standing(_state(site, entry), day, review.initials if review else "", moved)


def _state(site: Site, entry: Entry) -> str:
    review = entry.value("reviewed", REVIEW)
    if review is None or review.latest is None:
        return "unread"
    holds = reviewed.holds(site.base, entry)
    if holds is False:
        return "changed"
    if (site.base.today - review.latest).days > site.base.settings.review_after_days:
        return "due"
    return "read" if holds else "dated"


def reviewed_today(site: Site) -> int:
    """How many records but sources a person has read, without those known to have changed since."""
    return sum(
        not one.is_source and _state(site, one) in ("read", "dated", "due") for one in site.entries
    )


def _around(site: Site, entry: Entry) -> list[Entry]:
    """The records that a record links to or quotes, each once."""
    ids = [ident for links in entry.links.values() for ident in links]
    ids += [one.source for one in site.quotations(entry)]
    found = (site.entry(ident) for ident in dict.fromkeys(ids) if ident != entry.id)
    return [one for one in found if one is not None]
