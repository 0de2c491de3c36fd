"""How words of a quotation were read, where they are not the value's own: “latest report” as
Status: Happened; “METI” as another name of the ministry."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from policykb.base.entry import Entry, names_of
from policykb.evidence.links import Names
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site


class Reading(NamedTuple):
    """Words of a quotation, and the field and value that they were read as. ``alias`` where they
    are another name of the record, ``marked`` where they are marked in the quotation."""

    words: str
    field: str
    label: str
    value: str
    alias: bool
    marked: bool


def of(site: Site, quote: Quotation, field: str = "") -> list[Reading]:
    """What is worth saying of a quotation, or of its part in one field: nothing where words and
    value differ in letter case only."""
    entry = quote.entry
    made = chain(_mapped(site, entry, quote), _named(site, entry, quote))
    found = site.keep(entry, (Reading, quote.number), lambda: list(dict.fromkeys(made)))
    return [one for one in found if not field or one.field == field]


def _mapped(site: Site, entry: Entry, quote: Quotation) -> Iterator[Reading]:
    for one in quote.shows:
        value = site.value_words(entry, one)
        bare = one.words.removeprefix("the ").removeprefix("The ")
        if bare.casefold() == value.casefold():
            continue
        target = site.entry(one.value or "")
        names = names_of(target) if target is not None else []
        alias = bare.casefold() in map(str.casefold, names)
        yield Reading(one.words, one.field, site.label(entry, one.field), value, alias, True)


def _named(site: Site, entry: Entry, quote: Quotation) -> Iterator[Reading]:
    """Records that a quotation calls by another name than their title, without saying so."""
    mapped = {(one.field, one.value) for one in quote.shows}
    for name in quote.supports:
        for target in site.targets(entry, name):
            if (name, target.id) in mapped or (name, None) in mapped:
                continue
            title, *others = names_of(target) or [""]
            if not title or _stands(title, quote.text):
                continue
            longest = sorted(others, key=len, reverse=True)
            used = next((one for one in longest if _stands(one, quote.text)), "")
            if used and used.casefold() != title.casefold():
                yield Reading(used, name, site.label(entry, name), title, True, False)


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, in a form that counts as it."""
    return bool(_alone(name).scan(text))


@lru_cache(maxsize=4096)
def _alone(name: str) -> Names:
    return Names([("", name)])
