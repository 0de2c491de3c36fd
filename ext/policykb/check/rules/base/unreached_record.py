"""Nothing links to a record."""

from collections.abc import Collection

from policykb.base.unread import ids_in
from policykb.check.rules.rule import Entry, Findings, Known, Links, Quotes, Severity, finds


@finds("PKB901", Severity.NOTE, requires=("PKB113",))
def rule(links: Links, quotes: Quotes, known: Known) -> Findings:
    """A record is reached by a link, by a reference in prose that is not its own, or as the source
    of a quotation."""
    reached = {*links.incoming, *quotes.by_source}
    reached.update([target for target, record in links.references if target and record != target])
    unreached = [
        entry
        for entry in links.entries
        if (
            entry.model.supporting
            and entry.id not in reached
            and links.is_whole(entry)
            and entry.id.startswith(entry.model.prefix)
            and "id" not in entry.bad
        )
    ]
    if unreached:
        meant = links.unread | _meant(links, known, reached)
        unreached = [entry for entry in unreached if entry.id not in meant]
    missed = _missed(links, known, {entry.type for entry in unreached})
    for entry in unreached:
        if entry.type not in missed:
            said = f"no record and no page links to {entry.name}"
            help = "name it in the record that it belongs to, or remove it"
            yield rule.on_record(entry, said, help=help)


def _meant(links: Links, known: Known, reached: set[str]) -> set[str]:
    """What mistaken references most likely mean: their fix reaches it."""
    wrong = [target for target in reached if target not in known.by_id]
    wrong += links.unreadable
    found = [known.nearest(text) for text in wrong]
    ids = {ident for text in wrong for ident in ids_in(text)}
    return ids.union(entry.id for entry in found if entry is not None)


def _missed(links: Links, known: Known, types: set[str]) -> set[str]:
    """The types of which a required link names none: what it should name may be any of them. Of
    other types than those asked for some are left out."""
    found: set[str] = set()
    asking = {
        kind.name: [(field, spec.targets) for field, spec in kind.links if spec.required]
        for kind in {entry.type: entry.model for entry in links.entries if types}.values()
    }
    for entry in links.entries if types else ():
        for field, targets in asking[entry.type]:
            if not types.isdisjoint(targets) and _names_none(known, entry, field, targets):
                found.update(targets)
    return found


def _names_none(known: Known, entry: Entry, field: str, targets: Collection[str]) -> bool:
    if field in entry.gaps:
        return False
    named = entry.links.get(field, ())
    for target in named:
        found = known.by_id.get(target) or known.nearest(target)
        if found is None or found.type not in targets:
            return True
    return not named
