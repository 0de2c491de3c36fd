"""What stands around a record: the records linked to it, and those linked to what is its own, such
as the people of an organization."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policykb.base.entry import Entry
from policykb.model import TYPES, RecordType
from policykb.publish.facts.items import Item, worst
from policykb.publish.facts.site import Site


class Near(NamedTuple):
    """A record near another: by which links, each with the words of its relation, and through which
    record that belongs to the other, if it is not linked itself."""

    entry: Entry
    links: tuple[tuple[str, Item], ...]
    through: Item | None = None


@lru_cache(maxsize=16)
def of(site: Site, entry: Entry) -> tuple[Near, ...]:
    """The records near a record, each once: those linked to it, then those it has through others.
    Sources are left out: they have quotations in place of links."""
    found = {one.entry.id: one for one in _linked(site, entry)}
    for own in list(found.values()):
        through = next((link for _, link in own.links if _owning(entry, link)), None)
        for one in _linked(site, own.entry) if through is not None else ():
            if one.entry is not entry and one.entry.id not in found:
                found[one.entry.id] = Near(one.entry, one.links, through)
    return tuple(found.values())


def grouped(site: Site, entry: Entry) -> list[tuple[RecordType, list[Near]]]:
    """The same by type, in the order of the types; in each direct links first, by title."""
    groups: defaultdict[str, list[Near]] = defaultdict(list)
    near = sorted(of(site, entry), key=lambda one: (one.through is not None, site.order(one.entry)))
    for one in near:
        groups[one.entry.type].append(one)
    return [(model, groups[kind]) for kind, model in TYPES.items() if kind in groups]


def _owning(entry: Entry, link: Item) -> bool:
    """Whether a link to a record makes the other belong to it, as the type of the record says."""
    return (
        link.fact is not None and link.fact[0] is link.entry and link.fact[1] in entry.model.through
    )


def _linked(site: Site, entry: Entry) -> Iterator[Near]:
    """The records that link to a record or that it links to, each once, with all relations."""
    found: dict[str, dict[str, Item]] = {}
    for words, link in _links(site, entry):
        if link.entry is not None:
            same = found.setdefault(link.entry.id, {})
            same[words] = worst(same.get(words, link), link)
    for ident, links in found.items():
        yield Near(site.base.by_id[ident], tuple(links.items()))


def _links(site: Site, entry: Entry) -> Iterator[tuple[str, Item]]:
    """Every link of a record and to it, with the words of its relation."""
    for name, spec in entry.specs.items():
        for link in site.items(entry, name) if spec.is_link else ():
            yield site.label(entry, name), link
    for other, name in site.base.incoming.get(entry.id, ()):
        yield site.back(entry, name, other.specs[name]), site.link_from(other, name, entry)


def beside(site: Site, entry: Entry) -> list[Item]:
    """What a link to a record says of it as well, such as a person's office."""
    return [item for name in entry.model.beside for item in site.items(entry, name)]
