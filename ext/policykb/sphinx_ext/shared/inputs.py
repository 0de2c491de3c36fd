"""What a page's articles are made of, as one checksum that is quick to take.

An article shows its own record in full, of the records around it and of those that its words refer
to the names and fields, of the sources it quotes the same (their dates stand beside a status), the
briefs that use it, and a source shows what is quoted from it. Where none of that changed, the
article did not, and need not be made to find that out. What each record's checksum was taken of is
remembered, so that after an edit only those are taken again that rest on what was edited.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from policykb.base.entry import Entry
from policykb.check.change import Touched
from policykb.evidence.reviewed import holds
from policykb.markdown.page import Page
from policykb.publish.facts import around, brief_uses, changes
from policykb.publish.facts.site import Site
from policykb.publish.frame import paging


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since the last build: pages by their paths; by their ids records that are
    new objects or graded anew, records of which anything may be another, and those of the latter
    that are made of something else."""

    pages: set[str]
    touched: set[str]
    stale: set[str]
    changed: set[str]


class Inputs:
    """Checksums of one site; each record is looked at once."""

    def __init__(self, site: Site) -> None:
        self._heads: dict[str, bytes] = {}
        self._pages: dict[str, bytes] = {}
        self._records: dict[str, bytes] = {}
        self._readers: defaultdict[str, set[str]] = defaultdict(set)
        """By id, and by the path of a brief, the records whose checksums were taken of it."""
        self._reader = ""
        self._see(site)
        self.all = shared(site)

    def _see(self, site: Site) -> None:
        self.base = site.base
        self.site = site
        self.__dict__.pop("_quoting", None)

    def hold(self, site: Site, last: Site) -> bool:
        """Whether a site differs from the last by nothing but a few pages of the same base."""
        return site.base is last.base and site.history == last.history and shared(site) == self.all

    def follow(self, site: Site, last: Site, touched: Touched) -> Since:
        """Take the checksums anew that rest on what was touched, and hand over to a site what the
        last one knew of other records."""
        self._see(site)
        again = touched.records | self._linked_by(touched.pages)
        stale = again.union(*(self._readers.get(one, ()) for one in (*again, *touched.pages)))
        site.take_over(last, again, stale)
        for ident in again:
            self._heads.pop(ident, None)
        for path in touched.pages:
            self._pages.pop(path, None)
        before = {ident: self._records.pop(ident, b"") for ident in stale}
        found = [entry for one in stale if (entry := self.base.by_id.get(one)) is not None]
        changed = {one.id for one in found if self._record(one) != before[one.id]}
        return Since(touched.pages, again, stale, changed)

    def _linked_by(self, paths: set[str]) -> set[str]:
        """The records that some briefs rest on."""
        briefs = [one for one in self.site.briefs if one.path in paths]
        return {entry.id for brief in briefs for entry in brief_uses.rests_on(self.site, brief)}

    def of(self, page: Page) -> str:
        """The checksum of what a page's articles are made of."""
        changed = self.site.history.last.get(page.path, "")
        parts = [self.all, self._page(page), changed.encode()]
        for raw in page.records:
            entry = self.base.by_id.get(raw.values.get("id", "").strip())
            if entry is not None and entry.page is page:
                parts.append(self._record(entry))
        return blake2b(b"\0".join(parts), digest_size=12).hexdigest()

    def _record(self, entry: Entry) -> bytes:
        """The checksum of all that is shown of a record, and around it."""
        if entry.id not in self._records:
            self._reader = entry.id
            parts = [self._page(entry.page), self._head(entry.id), *self._around(entry)]
            self._records[entry.id] = blake2b(b"\0".join(parts), digest_size=12).digest()
        return self._records[entry.id]

    def _around(self, entry: Entry) -> list[bytes]:
        parts = []
        for field, ids in entry.links.items():
            parts += [field.encode(), *(self._head(ident) for ident in ids)]
        for other, field in self.base.incoming.get(entry.id, ()):
            parts += [field.encode(), self._head(other.id)]
            if self.base.by_id.get(other.id) is not other:  # a twin, named by its own title
                parts.append(self._page(other.page))
        for near in around.of(self.site, entry):
            parts += [
                " ".join(words for words, _ in near.links).encode(),
                self._head(near.entry.id),
            ]
            parts.append(near.through.text.encode() if near.through else b"")
        for brief in brief_uses.using(self.site, entry):
            self._readers[brief.path].add(entry.id)
            parts += [brief.docname.encode(), brief.title.encode("utf-8", "replace")]
        for day, says in changes.of_record(self.site, entry):
            parts += [day.day.encode(), says.encode("utf-8", "replace")]
        parts += [self._head(ident) for ident in _named_in_words(entry)]
        for quoted in entry.raw.evidence:
            parts += [self._head(quoted.source.strip()), self._file(quoted.source.strip())]
        if entry.is_source:
            parts.append(self._file(entry.id))
            for one in self._quoting[entry.id]:
                self._readers[one.id].add(entry.id)
                parts.append(self._page(one.page))
        return parts

    def _page(self, page: Page) -> bytes:
        if page.path not in self._pages:
            text = f"{page.path}\0{page.text}".encode("utf-8", "replace")
            self._pages[page.path] = blake2b(text, digest_size=12).digest()
        return self._pages[page.path]

    def _head(self, ident: str) -> bytes:
        """The name, fields and place of a record, with all that marks tell of it."""
        self._readers[ident].add(self._reader)
        if ident not in self._heads:
            entry = self.base.by_id.get(ident)
            words = [ident]
            if entry is not None:
                words += [entry.type, entry.title, entry.page.path, str(len(entry.page.records))]
                words.append(str(holds(self.base, entry)))
                for item in entry.raw.values.items():
                    words += item
                words += self._marks(entry)
            text = "\0".join(words).encode("utf-8", "replace")
            self._heads[ident] = blake2b(text, digest_size=12).digest()
        return self._heads[ident]

    def _marks(self, entry: Entry) -> list[str]:
        """The grades of a record's facts with the reasons, and of when they are: both stand
        wherever it is named."""
        found = (self.site.items(entry, name) for name, _, _ in entry.filled())
        marks = [f"{one.grade} {one.dated}" for items in found for one in items]
        graded = self.site.grades(entry).values()
        return [*marks, *(" ".join(one.why) for facts in graded for one in facts)]

    def _file(self, ident: str) -> bytes:
        """The checksum of a source's document."""
        source = self.base.evidence.sources.get(ident)
        return source.sha256.encode() if source is not None else b""

    @cached_property
    def _quoting(self) -> defaultdict[str, list[Entry]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.site.entries:  # of twins, the one that is shown
            for ident in dict.fromkeys(one.source.strip() for one in entry.raw.evidence):
                found[ident].append(entry)
        return found


def _named_in_words(entry: Entry) -> list[str]:
    """The ids that a record's own words refer to: they read as the titles there."""
    return [ident for ident, record in entry.page.needs if record == entry.raw.values.get("id")]


def shared(site: Site) -> bytes:
    """What the articles of all pages are made of."""
    settings = site.base.settings
    parts = (
        *(site.base.today, settings.title, site.baseurl),
        *(settings.suggest_url, settings.report_url, settings.review_after_days),
        # Articles link the page about the site, and lists that stand on one page.
        site.has_page("about"),
        [kind for kind, found in site.by_type.items() if len(found) > paging.SIZE],
    )
    return repr(parts).encode()
