"""The record that an unknown id means, and whether that is certain enough to write it."""

import re
from dataclasses import dataclass

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.base.nearest import entry_by_words, nearest_entry
from policykb.model import TYPES
from policykb.values.identifier import ID


@dataclass(frozen=True, slots=True)
class Meant:
    """``entry`` is the record meant, if any. ``sure`` allows a safe fix; ``offered`` allows one
    that a person looks at; ``help`` tells the way out, empty where the caller knows it better."""

    entry: Entry | None = None
    sure: bool = False
    offered: bool = False
    help: str = ""


def meant(base: Base, ident: str, types: tuple[str, ...] = ()) -> Meant:
    """The record that an unknown id can mean. ``types`` are those that the place takes; if there
    are none, the id's prefix tells. A former id leads to its record. An id that the last commit had
    was deleted or renamed, so that no similar id is offered."""
    former = base.from_names(_by_former_id).get(ident)
    if former is not None:
        fits = not types or "any" in types or former.type in types
        return Meant(former, fits, fits, f"{ident} is now {former.id} (“{former.title}”)")
    committed = base.committed
    if committed is not None and ident in committed:
        return _gone(base, ident, committed)
    types = _types(ident, types)
    near = nearest_entry(base, ident, types)
    if near is None:
        near = entry_by_words(base, ident, types)
    if near is None:
        return Meant()
    return Meant(
        near,
        committed is not None
        and near.type in (_own_types(ident) or types)
        and _is_one_edit_away(ident, near.id),
        bool(types),
        f'did you mean {near.id} ("{near.title}")?',
    )


def _types(ident: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The types an id can be of: those its place takes, narrowed by its prefix."""
    own = _own_types(ident)
    if not allowed or "any" in allowed:
        return own
    return tuple(name for name in own if name in allowed) or allowed


def _own_types(ident: str) -> tuple[str, ...]:
    """The type that an id's prefix tells; none if it is no type's."""
    return tuple(name for name, kind in TYPES.items() if ident.upper().startswith(kind.prefix))


def _is_one_edit_away(ident: str, known: str) -> bool:
    """True if one letter was left out, added, changed or swapped with the next; letter case and
    the mark between words do not count."""
    from rapidfuzz.distance import OSA

    return OSA.distance(_plain(ident), _plain(known), score_cutoff=1) <= 1


def _plain(ident: str) -> str:
    return re.sub(r"[-\s]", "_", ident.upper())


def by_name(base: Base, name: str, types: tuple[str, ...]) -> Entry | None:
    """The one record of those types with exactly this title, alias or Japanese name."""
    found = [
        entry
        for entry in base.by_name.get(name.strip(), ())
        if "any" in types or entry.type in types
    ]
    return found[0] if len(found) == 1 else None


def _gone(base: Base, ident: str, committed: dict[str, str]) -> Meant:
    """A record that the last commit had: renamed if a new one of its type is in its place."""
    path = committed[ident]
    prefix = ident.split("_")[0] + "_"
    fresh = [
        entry
        for entry in base.by_id.values()
        if entry.id not in committed and entry.id.startswith(prefix) and entry.page.path == path
    ]
    was = f"the last commit had {ident}"
    if len(fresh) == 1:
        return Meant(fresh[0], False, True, f"{was}: was it renamed to {fresh[0].id}?")
    return Meant(help=f"{was}: was it deleted? then remove this too, or name another record")


def _by_former_id(base: Base) -> dict[str, Entry]:
    return {
        ident: entry
        for entry in base.by_id.values()
        if "former_ids" in entry.raw.values
        for ident in entry.values("former_ids", ID)
        if ident not in base.by_id
    }
