"""What a record as a whole rests on, for lists: the day of its newest source, and the worst of the
grades of its facts."""

from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.publish.facts.site import Site
from policykb.values.date import DATE
from policykb.values.edtf import Edtf

_WORDS = {
    "refused": "grade.refused",
    "to-read": "grade.to-read",
    "inferred": "inferred.head",
    "pointed": "grade.pointed",
    "shown": "grade.shown",
}
"""The words for each grade, the worst first."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The day and the grade, each in words and as it sorts; empty where nothing is quoted."""

    day: str = ""
    sort: str = ""
    grade: str = ""
    place: str = ""


def of(site: Site, entry: Entry) -> Rest:
    """What a record rests on."""
    named = dict.fromkeys(one.source for one in site.quotations(entry))
    sources = [source for ident in named if (source := site.entry(ident)) is not None]
    days = [day for source in sources if (day := source.value("published", DATE)) is not None]
    newest = max(days, key=_order, default=None)
    undated = site.t("cite.undated") if sources else ""
    words = site.words(newest) if newest else undated
    return Rest(words, _order(newest) if newest else "", *_worst(site, entry))


def _order(day: Edtf) -> str:
    return day.latest.isoformat() if day.latest is not None else ""


def _worst(site: Site, entry: Entry) -> tuple[str, str]:
    """The worst grade in words, and its place among the grades."""
    grades = {one.grade for found in site.grades(entry).values() for one in found}
    for place, (grade, words) in enumerate(_WORDS.items()):
        if grade in grades:
            return site.t(words), str(place)
    return "", ""
