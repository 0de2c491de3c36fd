"""A status in one line, and the age of what stands behind a record."""

from datetime import date

from policykb.base.entry import Entry
from policykb.publish.facts.items import Item
from policykb.publish.facts.site import Site
from policykb.values.date import DATE

OLD_AFTER_YEARS = 2
"""Years before the base's today from which dated evidence counts as old."""


def of(site: Site, entry: Entry) -> Item | None:
    """A record's status; None where it has none."""
    return next(iter(site.items(entry, "status")), None)


def line(site: Site, entry: Entry) -> str:
    """The status with its date and its mark in one line; empty where there is none."""
    found = of(site, entry)
    return site.line(found) if found is not None else ""


def lasts(site: Site, entry: Entry) -> bool:
    """Whether what a record tells of took place and stays so, whatever its age."""
    status = of(site, entry)
    return bool(entry.model.newest_first and status and not status.dated)


def aged(site: Site, entry: Entry) -> str:
    """The day of a record's newest dated source, in words, where that is old; else empty, also
    where no source of it has a date."""
    newest = site.newest(site.quotations(entry))
    if newest is None or newest.latest is None or newest.latest >= _years_before(site.base.today):
        return ""
    return site.t.date(newest)


def undated(site: Site, entry: Entry) -> str:
    """What to say where a record has sources and none of them a date, with the day before which
    the newest cannot be; else empty."""
    quotes = site.quotations(entry)
    found, newest = list(site.sources(quotes)), site.newest(quotes)
    if not found or (newest is not None and newest.latest is not None):
        return ""
    known = (one.value("not_before", DATE) for one in found)
    days = [(day.latest, day) for day in known if day is not None and day.latest is not None]
    if not days:
        return site.t("record.undated")
    return site.t("record.undated_since", day=site.t.date(max(days, key=lambda one: one[0])[1]))


def _years_before(day: date) -> date:
    # The 29th of February has no counterpart in most years.
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - OLD_AFTER_YEARS, day.month, last)
