"""A status in one line, and the age of what stands behind a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site
from policykb.values.date import DATE

OLD_AFTER_YEARS = 2
"""Years before the base's today from which dated evidence counts as old."""

PAST = ("held", "cancelled", "ended", "closed", "rejected", "withdrawn")
"""Statuses that stay true, whatever the age of what shows them."""


@dataclass(frozen=True, slots=True)
class Status:
    """A status in words, and of when it is: ``as of 18 February 2021``, ``undated source``, or
    empty where no quotation shows it; ``comma`` stands between them."""

    text: str
    dated: str
    comma: str

    @property
    def line(self) -> str:
        """Both, for where there is one line."""
        return self.comma.join(part for part in (self.text, self.dated) if part)


def of(site: Site, entry: Entry) -> Status | None:
    """A record's status; None where it has none."""
    items = site.items(entry, "status") if "status" in entry.specs else []
    if not items:
        return None
    comma = site.t("list.comma")
    if entry.value("status") in PAST:
        return Status(items[0].text, "", comma)
    support = [one for one in site.quotations(entry) if "status" in one.supports]
    newest = _newest(site, support)
    if newest is not None:
        return Status(items[0].text, site.t("status.as_of", day=site.words(newest)), comma)
    return Status(items[0].text, site.t("status.undated") if support else "", comma)


def line(site: Site, entry: Entry) -> str:
    """The status with its date and its mark in one line; empty where there is none."""
    found = of(site, entry)
    return found.line if found is not None else ""


def lasts(site: Site, entry: Entry) -> bool:
    """Whether what a record tells of took place and stays so, whatever its age."""
    status = of(site, entry)
    return bool(entry.model.newest_first and status and not status.dated)


def aged(site: Site, entry: Entry) -> str:
    """The day of a record's newest dated source, in words, where that is old; else empty, also
    where no source of it has a date."""
    newest = dated.newest(_sources(site, entry))
    if newest is None or newest.latest is None or newest.latest >= _years_before(site.base.today):
        return ""
    return site.words(newest)


def undated(site: Site, entry: Entry) -> bool:
    """Whether a record has sources and none of them a date."""
    found = list(_sources(site, entry))
    return bool(found) and dated.newest(found) is None


def earliest(site: Site, entry: Entry) -> str:
    """The day, in words, before which the newest of a record's sources cannot be; empty where none
    tells."""
    known = (one.value("not_before", DATE) for one in _sources(site, entry))
    days = [(day.latest, day) for day in known if day is not None and day.latest is not None]
    return site.words(max(days, key=lambda pair: pair[0])[1]) if days else ""


def _sources(site: Site, entry: Entry) -> Iterator[Entry]:
    return site.sources(site.quotations(entry))


def _years_before(day: date) -> date:
    # The 29th of February has no counterpart in most years.
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - OLD_AFTER_YEARS, day.month, last)
