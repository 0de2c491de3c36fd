"""Put a page in the place of another in a base that is kept."""

from itertools import chain
from operator import itemgetter
from typing import TypeVar

from policykb.base.entry import Entry
from policykb.check.change import Change
from policykb.check.context import Context
from policykb.check.views import Views
from policykb.markdown.anchors import term_lines, written_labels

T = TypeVar("T")

_COLLECTED = ("by_name", "inlines", "links")
"""What a base collects from its pages when asked for."""


def replace(views: Views, change: Change) -> None:
    """Put a page and its records in the place of the old ones."""
    base, new, before, after = views.base, change.new, change.before, change.after
    _put(base.page_at, new.path, new if change.stays else None)
    _put(base.entries_at, new.path, after if change.stays else None)
    base.pages[:] = base.page_at.values()
    base.entries = [*chain.from_iterable(base.entries_at.values())]
    base.take_ids()
    for name in _COLLECTED:
        base.__dict__.pop(name, None)
    if "incoming" in base.__dict__:
        _relink(base, before, after)
    for old in before:
        base.own_words.pop(id(old), None)
        if "evidence" in base.__dict__:
            base.evidence.by_entry.pop(id(old), None)
    if "evidence" in base.__dict__:
        base.evidence.quote(after)
    views.renew("links")
    if any(entry.raw.evidence for entry in chain(before, after)):
        views.renew("quotes")
    if written_labels(new) or any(term_lines(new)):
        views.renew("labels")
    views.forget(before)


def _put(by_path: dict[str, T], path: str, value: T | None) -> None:
    """Put a value in the place of that of a path, in the order of paths; None: in no place."""
    if value is None:
        by_path.pop(path, None)
    elif path in by_path:
        by_path[path] = value
    else:
        more = sorted([*by_path.items(), (path, value)], key=itemgetter(0))
        by_path.clear()
        by_path.update(more)


def _relink(base: Context, before: list[Entry], after: list[Entry]) -> None:
    """Put the links of a page's records in the place of those of the old ones."""
    gone = set(map(id, before))
    for target in {target for old in before for ids in old.links.values() for target in ids}:
        base.incoming[target] = [one for one in base.incoming[target] if id(one[0]) not in gone]
        if not base.incoming[target]:
            del base.incoming[target]
    for entry in after:
        for field, ids in entry.links.items():
            for target in ids:
                base.incoming[target].append((entry, field))
    # In the order of pages, as in a base that is read anew: of twins the first is shown.
    for target in {target for new in after for ids in new.links.values() for target in ids}:
        base.incoming[target].sort(key=lambda one: (one[0].page.path, one[0].raw.block.start))
