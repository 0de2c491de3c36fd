"""An indicator's figure as one phrase, and the facts that go into it."""

from dataclasses import replace

from policykb.base.entry import Entry
from policykb.publish.facts import words
from policykb.publish.facts.items import Fact, Item, worst
from policykb.publish.facts.site import Site

_SHARES = ("share", "part", "proportion", "percentage", "portion")
"""Title prefixes of indicators that state a share."""


def item(site: Site, entry: Entry) -> Item | None:
    """The figure with the worse of the grades of its number and of what it counts; None where the
    value or what it counts is not known."""
    values = site.items(entry, "value")
    units = site.items(entry, "unit") if values else []
    if not units:
        return None
    worse = worst(values[0], units[0])
    text = _phrase(site, entry, values[0].text)
    return values[0]._replace(text=text, grade=worse.grade, mark=worse.mark)


def _phrase(site: Site, entry: Entry, value: str) -> str:
    """``About 90% of biopharmaceuticals sold in Japan``, ``8% per year, projected``."""
    unit = entry.text("unit")
    if value.endswith("%") and entry.title.casefold().startswith(_SHARES):
        unit = site.t("figure.share", unit=_within(site, entry, unit).removeprefix("of "))
    said, bound = site.t("figure.of", value=value, unit=unit), entry.text("bound") or "exact"
    return words.capital(said if bound == "exact" else site.t(f"figure.{bound}", figure=said))


def _within(site: Site, entry: Entry, unit: str) -> str:
    """A unit as it stands within a sentence: its first word in small letters where the record
    writes it so too, and is no name."""
    first, space, rest = unit.partition(" ")
    small = first[:1].lower() + first[1:]
    own = f"{entry.title} {site.prose(entry)}".split()
    return f"{small}{space}{rest}" if small in own else unit


def folded(entry: Entry, facts: list[Fact]) -> frozenset[str]:
    """The facts that the figure says as well: how exact it is, and what it counts where the same
    quotations show both and nobody disputes it."""
    by_name = {fact.name: fact for fact in facts}
    value, unit, bound = (by_name.get(name) for name in ("value", "unit", "bound"))
    if value is None or unit is None or value.state == "gap":
        return frozenset()
    if unit.state != value.state or unit.why or unit.disputes:
        return frozenset()
    if not {one.number for one in unit.support} <= {one.number for one in value.support}:
        return frozenset()
    return frozenset({"unit", *(("bound",) if bound is not None and not bound.disputes else ())})


def composed(site: Site, entry: Entry, facts: list[Fact]) -> list[Fact]:
    """The facts of a record without those that its figure says too, and the figure in place of the
    bare value."""
    gone = folded(entry, facts)
    if not gone:
        return facts
    figure = item(site, entry)
    more = [line for one in facts if one.name in gone for line in one.questions]

    def shown(fact: Fact) -> Fact:
        if fact.name != "value" or figure is None:
            return fact
        label, questions = site.t("record.figure"), [*fact.questions, *more]
        return replace(fact, label=label, items=[figure], questions=questions)

    return [shown(fact) for fact in facts if fact.name not in gone]
