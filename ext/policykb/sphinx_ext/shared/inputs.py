"""What a page's articles are made of, as one checksum that is quick to take.

An article shows its own record in full, of the records around it their names and fields, of the
sources it quotes the same (their dates stand beside a status), the briefs that use it, and a source
shows what is quoted from it. Where none of that changed, the article did not, and need not be made
to find that out.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from policykb.evidence.reviewed import holds
from policykb.publish.facts import around, brief_uses, changes
from policykb.publish.frame import paging

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.markdown.page import Page
    from policykb.publish.facts.site import Site


class Inputs:
    """Checksums of one site; each record is looked at once."""

    def __init__(self, site: Site) -> None:
        self.base = site.base
        self.site = site
        self._heads: dict[str, bytes] = {}
        self._pages: dict[str, bytes] = {}
        settings = self.base.settings
        shared = (
            *(self.base.today, settings.title, site.baseurl),
            *(settings.suggest_url, settings.report_url, settings.review_after_days),
            # Articles link the page about the site, and lists that stand on one page.
            site.has_page("about"),
            [kind for kind, found in site.by_type.items() if len(found) > paging.SIZE],
        )
        self._all = repr(shared).encode()

    def of(self, page: Page) -> str:
        """The checksum of what a page's articles are made of."""
        changed = self.site.history.last.get(page.path, "")
        parts = [self._all, self._page(page), changed.encode()]
        for raw in page.records:
            entry = self.base.by_id.get(raw.values.get("id", "").strip())
            if entry is not None and entry.page is page:
                parts += self._around(entry)
        return blake2b(b"\0".join(parts), digest_size=12).hexdigest()

    def _around(self, entry: Entry) -> list[bytes]:
        parts = []
        for field, ids in entry.links.items():
            parts += [field.encode(), *(self._head(ident) for ident in ids)]
        for other, field in self.base.incoming.get(entry.id, ()):
            parts += [field.encode(), self._head(other.id)]
            if self.base.by_id.get(other.id) is not other:  # a twin, named by its own title
                parts.append(self._page(other.page))
        for near in around.of(self.site, entry):
            parts += [" ".join(near.via).encode(), self._head(near.entry.id)]
            parts.append(near.through.text.encode() if near.through else b"")
        for brief in brief_uses.using(self.site, entry):
            parts += [brief.docname.encode(), brief.title.encode("utf-8", "replace")]
        for day, says in changes.of_record(self.site, entry):
            parts += [day.day.encode(), says.encode("utf-8", "replace")]
        for quoted in entry.raw.evidence:
            parts += [self._head(quoted.source.strip()), self._file(quoted.source.strip())]
        if entry.is_source:
            parts.append(self._file(entry.id))
            parts += [self._page(page) for page in self._quoting[entry.id]]
        return parts

    def _page(self, page: Page) -> bytes:
        if page.path not in self._pages:
            text = f"{page.path}\0{page.text}".encode("utf-8", "replace")
            self._pages[page.path] = blake2b(text, digest_size=12).digest()
        return self._pages[page.path]

    def _head(self, ident: str) -> bytes:
        """The name, fields and place of a record, with all that marks tell of it."""
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
        """The grades of a record's facts, and of when they are: both stand wherever it is named."""
        found = (self.site.items(entry, name) for name, _, _ in entry.filled())
        return [f"{one.grade} {one.dated}" for items in found for one in items]

    def _file(self, ident: str) -> bytes:
        """The checksum of a source's document."""
        source = self.base.evidence.sources.get(ident)
        return source.sha256.encode() if source is not None else b""

    @cached_property
    def _quoting(self) -> defaultdict[str, list[Page]]:
        found: defaultdict[str, list[Page]] = defaultdict(list)
        for entry in self.site.entries:  # of twins, the one that is shown
            for ident in dict.fromkeys(one.source.strip() for one in entry.raw.evidence):
                found[ident].append(entry.page)
        return found
