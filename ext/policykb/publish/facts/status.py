"""How old a status is: it held when the source that shows it was published, and perhaps no longer.
A source of 2021 says nothing of today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site
from policykb.values.date import DATE
from policykb.values.edtf import Edtf

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
    """The status with its date in one line; empty where there is none."""
    found = of(site, entry)
    return found.line if found is not None else ""


def aged(site: Site, entry: Entry) -> str:
    """The day of a record's newest dated source, in words, where that is old; else empty, also
    where no source of it has a date."""
    newest = _newest(site, site.quotations(entry))
    if newest is None or newest.latest is None or newest.latest >= _years_before(site.base.today):
        return ""
    return site.words(newest)


def _newest(site: Site, quotes: list[Quotation]) -> Edtf | None:
    """The latest date on which a source of these quotations was published."""
    found: Edtf | None = None
    for ident in dict.fromkeys(one.source for one in quotes):
        source = site.entry(ident)
        value = source.value("published", DATE) if source is not None else None
        if value is None or value.latest is None:
            continue
        if found is None or found.latest is None or value.latest > found.latest:
            found = value
    return found


def _years_before(day: date) -> date:
    # The 29th of February has no counterpart in most years.
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - OLD_AFTER_YEARS, day.month, last)
