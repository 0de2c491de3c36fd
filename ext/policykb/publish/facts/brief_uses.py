"""Which records a brief rests on, and which briefs use a record."""

import re

from policykb.base.entry import Entry
from policykb.publish.facts.site import Site
from policykb.publish.facts.written import Brief

_LINK = re.compile(r"\{need\}`(?:[^`<]*<)?\s*([A-Z0-9_]+)\s*>?`")


def rests_on(site: Site, brief: Brief) -> list[Entry]:
    """The records a brief links, each once, in its order."""
    page = next(one for one in site.base.pages if one.path == brief.path)
    found = (site.entry(ident) for ident in dict.fromkeys(_LINK.findall(page.text)))
    return [one for one in found if one is not None]


def using(site: Site, entry: Entry) -> list[Brief]:
    """The briefs that link a record, in their order."""
    return site.remember("briefs by record", lambda: _by_record(site)).get(entry.id, [])


def _by_record(site: Site) -> dict[str, list[Brief]]:
    found: dict[str, list[Brief]] = {}
    for brief in site.briefs:
        for one in rests_on(site, brief):
            found.setdefault(one.id, []).append(brief)
    return found
