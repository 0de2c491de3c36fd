"""Which records a brief rests on, and which briefs use a record."""

from collections.abc import Iterable

from policykb.base.entry import Entry
from policykb.base.git import texts
from policykb.check.reading import page_of
from policykb.evidence.reviewed import key
from policykb.publish.facts.site import Site
from policykb.publish.facts.written import Brief


def rests_on(site: Site, brief: Brief) -> list[Entry]:
    """The records a brief links, each once, in its order."""
    idents = dict.fromkeys(ident for ident, _ in site.base.page_at[brief.path].needs)
    found = map(site.entry, idents)
    return [one for one in found if one is not None]


def changed(site: Site, brief: Brief, records: Iterable[Entry]) -> list[Entry]:
    """Those of some records whose values or quotations, as git has them, are others than when the
    brief was last edited; other words of their text do not count."""
    commit, since = site.history.since(brief.path)
    late = [one for one in records if one.page.path in since]
    if not late:
        return []
    then, now = (_keys(site, late, revision) for revision in (commit, "HEAD"))
    return [one for one in late if then.get(one.id) != now.get(one.id)]


def _keys(site: Site, records: Iterable[Entry], revision: str) -> dict[str, str]:
    """What records stated at a revision, by their ids of today."""
    base = site.base
    found = texts(base.root, revision, {one.page.path for one in records})
    pages = [page_of(path, data, base.conf.grammar) for path, data in found.items()]
    ids = {base.first_id(one.id): one.id for one in records}
    old = {base.first_id(entry.id): key(base, entry) for entry in base.with_pages(pages).entries}
    return {ids[first]: said for first, said in old.items() if first in ids}


def using(site: Site, entry: Entry) -> list[Brief]:
    """The briefs that link a record, in their order."""
    return site.remember("briefs by record", lambda: _by_record(site)).get(entry.id, [])


def _by_record(site: Site) -> dict[str, list[Brief]]:
    found: dict[str, list[Brief]] = {}
    for brief in site.briefs:
        for one in rests_on(site, brief):
            found.setdefault(one.id, []).append(brief)
    return found
