"""What stands around a record: the records linked to it, and those linked to what is its own, such
as the people of an organization."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.model import TYPES, RecordType
from policykb.publish.facts.site import Item, Site


@dataclass(frozen=True, slots=True)
class Near:
    """A record near another: by which relations, inferred or not, and through which record that
    belongs to the other, if it is not linked itself."""

    entry: Entry
    via: tuple[str, ...]
    inferred: bool = False
    through: Entry | None = None


def of(site: Site, entry: Entry) -> list[Near]:
    """The records near a record, each once: those linked to it, then those it has through others.
    Sources are left out: they have quotations in place of links."""
    found = {one.entry.id: one for one in _linked(site, entry)}
    for own in [one.entry for one in found.values() if _belongs(entry, one.entry)]:
        for one in _linked(site, own):
            if one.entry is not entry and one.entry.id not in found:
                found[one.entry.id] = Near(one.entry, one.via, one.inferred, own)
    return list(found.values())


def grouped(site: Site, entry: Entry) -> list[tuple[RecordType, list[Near]]]:
    """The same by type, in the order of the types; in each by title, direct links first."""
    groups: dict[str, list[Near]] = {kind: [] for kind in TYPES}
    for one in sorted(of(site, entry), key=lambda one: one.entry.title.casefold()):
        groups[one.entry.type].append(one)
    found = ((TYPES[kind], sorted(near, key=_distant)) for kind, near in groups.items())
    return [(model, near) for model, near in found if near]


def _distant(one: Near) -> bool:
    return one.through is not None


def _belongs(entry: Entry, other: Entry) -> bool:
    """Whether a record belongs to another, by one of the fields that its type names."""
    return any(entry.id in other.links.get(name, ()) for name in entry.model.through)


def _linked(site: Site, entry: Entry) -> Iterator[Near]:
    """The records that link to a record or that it links to, each once, with all relations."""
    found: dict[str, list[tuple[Entry, str, bool]]] = {}
    for name, spec in entry.specs.items():
        for target in site.targets(entry, name) if spec.is_link else ():
            here = (target, site.label(entry, name), name in entry.inferred)
            found.setdefault(target.id, []).append(here)
    for other, name in site.base.incoming.get(entry.id, ()):
        words = site.back(entry, name, other.specs[name])
        found.setdefault(other.id, []).append((other, words, name in other.inferred))
    for links in found.values():
        via = tuple(dict.fromkeys(words for _, words, _ in links))
        yield Near(links[0][0], via, all(inferred for _, _, inferred in links))


def beside(site: Site, entry: Entry) -> list[tuple[Item, bool]]:
    """What a link to a record says of it as well, such as a person's office; each with whether it
    is inferred."""
    return [
        (item, name in entry.inferred)
        for name in entry.model.beside
        for item in site.items(entry, name)
    ]
