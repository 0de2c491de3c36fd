"""Who has to look again after a change of a page or a document.

Each rule does so at what its parameters say that it looks at, where that has changed: at the page;
at the pages whose rules have asked for a status, a place or a path that is another one now; at
those that may hold a name or an id that has changed, or that quote a source that has. Facts are
graded again where they rest on links, or their quotations have names, that have changed.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from itertools import chain

from policykb.base.entry import Entry
from policykb.check.change import Change, Found
from policykb.check.known import GUESSED
from policykb.check.name_words import Words
from policykb.check.renamed import Renamed
from policykb.check.rules.catalog import PAGES
from policykb.check.rules.rule import Rule
from policykb.check.views import Views
from policykb.evidence.facts import resting_on


@dataclass(frozen=True)
class Again:
    """What rules are to look at again: ``kinds`` of things that they look at are others now; the
    facts of the records ``resting`` are to be graded again; ``readers`` are the pages and the rules
    that look at what is another now."""

    path: str
    kinds: set[str]
    resting: set[Entry]
    readers: set[str]
    ids_differ: bool = True

    def is_wide(self, rule: Rule, told: Set[str]) -> bool:
        """Whether a rule has to look at everything again; ``told`` are the pages with a finding of
        it that names the page. Rules of other packages may go through all ids, not only those on
        their pages."""
        if rule.code not in PAGES and "known" in rule.scope.beside and self.ids_differ:
            return True
        if not rule.scope.each and (told or rule.code in self.readers):
            return True
        return not rule.grades and rule.scope.looks_at(self.kinds)


def after_page(views: Views, change: Change, lost: set[str] | None, found_on: Set[str]) -> Again:
    """After a page was put in the place of another. ``lost`` are the ids that were lost before, if
    others may be now; ``found_on`` the pages with a finding."""
    known, base = views.known, views.base
    readers, resting = {change.path}, set[Entry]()
    if "known" in change.kinds:
        resting, pages = _renamed(views, *change.touched(), found_on)
        readers |= pages
    for ident in change.relinked():
        resting |= resting_on(base.incoming, ident)
    if "paths" in change.kinds:
        readers |= known.renew_paths()
    elif "places" in change.kinds:
        readers |= known.renew_places()
    for ident in chain(change.restated(), () if lost is None else lost ^ base.lost):
        readers |= known.asked.get(ident, set())
    return Again(change.path, change.kinds, resting, readers, change.ids_differ)


def after_document(views: Views, path: str, found_on: Set[str]) -> Again:
    """After the text of a document has become another."""
    base = views.base
    sources = base.evidence.sources.items()
    mine = {ident for ident, source in sources if source.path == base.root / path}
    resting, pages = _quoting(views, mine, found_on)
    pages |= {base.by_id[ident].page.path for ident in mine}
    return Again(path, {"known", "quotes"}, resting, pages)


def _renamed(
    views: Views, was: Found, now: Found, found_on: Set[str]
) -> tuple[set[Entry], set[str]]:
    """Make anew what is made of ids and names, of which some records have others. Returns the
    records whose facts rest on them: they link to one of those, or a quotation has its old or new
    name, or is of such a source; and the pages to look at again: theirs, those that may hold an id
    or a name, those that guessed at one, those with a text that is no value, which may mean one."""
    base, known = views.base, views.known
    base.names_changed()
    known.rename(_there(was), _there(now))
    renamed = Renamed(known.from_names(Words), was, now)
    resting = {one.entry for one in base.evidence.rename(renamed.old, renamed.new)}
    resting |= {entry for ident in was for entry, _ in base.incoming.get(ident, ())}
    pages = known.asked.pop(GUESSED, set())
    pages |= {entry.page.path for entry in base.entries if entry.bad}
    if sources := {one.id for one in (*was.values(), *now.values()) if one and one.is_source}:
        quoting, looking = _quoting(views, sources, found_on)
        resting |= quoting
        pages |= looking
    pages |= {page.path for page in base.pages if renamed.may_be_on(page)}
    return resting, pages | {entry.page.path for entry in resting}


def _quoting(views: Views, sources: set[str], found_on: Set[str]) -> tuple[set[Entry], set[str]]:
    """Read some sources anew. Returns the records that quote other documents now, and the pages to
    look at again: those that quote these sources, those with a finding, of which the help may be
    in any source, and those that asked which sources there are."""
    quoting, resting = views.base.evidence.resource(sources)
    views.renew("quotes")
    pages = {*found_on, *views.known.asked.pop(GUESSED, ())}
    return resting, pages | {entry.page.path for entry in quoting}


def _there(found: Found) -> list[Entry]:
    """The records that there are."""
    return [entry for entry in found.values() if entry is not None]
