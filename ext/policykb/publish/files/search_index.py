"""The search: a Pagefind index of words, and beside it what the search page shows and narrows by.

Pagefind is given each record, brief and page as the words that `search_terms` reads in it, so that
it has nothing to decide itself; it tells under which number a word stands. What is found is shown
from files of our own, a few dozen records each, instead of one request for each record.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import blake2b
from html import unescape
from pathlib import Path
from shutil import rmtree
from typing import Any

from policykb.base.entry import Entry
from policykb.publish.facts import figures, status
from policykb.publish.facts.site import Site
from policykb.publish.files.jump_index import others
from policykb.publish.files.pagefind_service import Service
from policykb.publish.files.search_terms import Reader, table
from policykb.values.country import COUNTRY

FOLDER = "pagefind"
ROWS = "rows.json"
BLOCK = 64
"""Results in one file."""

_UNUSED = (
    *("*ui.css", "*ui.js", "pagefind-highlight.js", "pagefind-worker.js"),
    "wasm.unknown.pagefind",
)
"""What Pagefind adds that the search page does not use."""

_NOT_SHOWN = frozenset(
    {"aliases", "name_ja", "file", "sha256", "language", "original", "original_sha256", "extractor"}
)
"""Fields that say nothing as a sentence; names are searched for as names."""

APART = " zzz "
"""Stands between texts that do not follow one another, so that no phrase runs across them."""

RANKS = {"first": 2, "last": 0.5}
"""What a reader most likely came for goes up, what shares words with everything goes down."""


@dataclass
class Found:
    """One result. ``line`` stands below its title; ``parts`` are label and text of what it is
    found by, without a label where they are its own words; ``names`` others than the title;
    ``date`` sorts."""

    url: str
    title: str
    kind: str
    label: str
    summary: str
    parts: list[tuple[str, str]]
    names: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    date: str = ""
    date_words: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    rank: float = 1
    words: dict[str, Any] = field(default_factory=dict, repr=False)
    """The same as Pagefind takes it, once it was."""

    @cached_property
    def checksum(self) -> bytes:
        return blake2b(repr(self).encode("utf-8", "replace")).digest()


class Making:
    """An index that Pagefind makes in a process of its own. Raises `IndexingFailed`."""

    def __init__(self, site: Site) -> None:
        self._found = entries(site)
        self._table = table(site.base.settings.synonyms)
        reader = Reader(self._table)
        for one in self._found:
            one.words = one.words or _words(one, ("", site.t("search.quotation")), reader)
        self._pagefind = Service(
            {"url": str(at), **one.words} for at, one in enumerate(self._found)
        )

    def write(self, outdir: Path) -> None:
        """Write the index into ``outdir/pagefind``, replacing what is there once the new one is
        whole. Raises `IndexingFailed`."""
        folder, made = outdir / FOLDER, outdir / f".{FOLDER}"
        rmtree(made, ignore_errors=True)
        for name, content in self._files():
            file = made / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        rmtree(folder, ignore_errors=True)
        made.rename(folder)

    def _files(self) -> Iterator[tuple[Path, bytes]]:
        found, stems = self._found, dict[int, str]()
        for path, data in self._pagefind.files():
            if path.suffix == ".pf_fragment":
                stems[_number(data)] = path.stem
            elif not any(path.match(pattern) for pattern in _UNUSED):
                yield path, data
        yield Path(ROWS), _json({"table": self._table, "block": BLOCK, **_rows(found, stems)})
        for at in range(0, len(found), BLOCK):
            shown = [_shown(one) for one in found[at:][:BLOCK]]
            yield Path(f"results-{at // BLOCK}.json"), _json(shown)

    def close(self) -> None:
        """Let go of Pagefind."""
        self._pagefind.close()


def begin(site: Site) -> Making:
    """Have the site indexed. Raises `IndexingFailed`."""
    return Making(site)


def content(site: Site) -> str:
    """What tells whether anything that the index is made of has changed."""
    sums = b"".join(one.checksum for one in entries(site))
    return repr((sums.hex(), table(site.base.settings.synonyms)))


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A file that is opened by itself holds no tag, whatever a browser takes it for.
    return text.replace("<", "\\u003c").encode("utf-8", "replace")


def _words(one: Found, labels: tuple[str, ...], reader: Reader) -> dict[str, Any]:
    """A result as Pagefind takes it."""
    said = [text for label, text in one.parts if label in labels]
    values = [f"{label}: {text}" for label, text in one.parts if label not in labels]
    names = [one.title, *one.names]
    joined = [word for text in (*names, *said, *values) for word in reader.joined(text)]

    def words(texts: Iterable[str]) -> str:
        return APART.join(" ".join(reader.terms(text)) for text in texts)

    meta = {
        "title": words([one.title]),
        "names": words(one.names),
        "values": words(values),
        "other": APART.join((*map(reader.name, names), *joined, one.label.lower())),
    }
    return {
        "content": words(said) or APART.strip(),
        "language": "en",
        "meta": {name: text for name, text in meta.items() if text},
    }


def _number(fragment: bytes) -> int:
    """The number of a result, as Pagefind's own file about it has it."""
    data = gzip.decompress(fragment)
    return int(json.loads(data[data.index(b"{") :])["url"])


def _rows(found: list[Found], stems: dict[int, str]) -> dict[str, Any]:
    """Of each result Pagefind's name for it, its rank, what it is sorted by, and for each facet the
    places of its values."""
    values: dict[str, dict[str, int]] = {name: {} for one in found for name in one.facets}
    rows = []
    for at, one in enumerate(found):
        mine = [
            [places.setdefault(text, len(places)) for text in one.facets.get(name, ())]
            for name, places in values.items()
        ]
        rows.append([stems[at], one.rank, one.date, mine])
    return {"facets": {name: list(texts) for name, texts in values.items()}, "rows": rows}


def _shown(one: Found) -> list[Any]:
    return [
        *(one.url, one.title, one.kind, one.label, one.line, one.date_words, one.summary),
        *(one.parts, one.names),
    ]


def entries(site: Site) -> list[Found]:
    """What is searched for, by title."""

    def made() -> list[Found]:
        records = (site.keep(one, (Found,), partial(record, one, site)) for one in site.entries)
        found = [*records, *_briefs(site), *_pages(site)]
        return sorted(found, key=lambda one: (site.t.order(one.title), one.url))

    return site.remember("found", made)


def _briefs(site: Site) -> Iterator[Found]:
    for brief in site.briefs:
        found = _found(site, brief.docname, brief.title, "brief", brief.summary, brief.text)
        found.rank = RANKS["first"]
        yield found


def _pages(site: Site) -> Iterator[Found]:
    """Pages about the site and views of all of it, but not those for contributors."""
    briefs = {brief.docname for brief in site.briefs}
    # A name that is not UTF-8 has no address; the check tells of it.
    named = {name for name in site.written if name.encode("utf-8", "replace").decode() == name}
    for docname in sorted(named - briefs):
        if "/" not in docname and docname != "index" and not site.records_on(docname):
            title, text = site.title_of(docname), f"{site.text_of(docname)} {_live(site, docname)}"
            yield _found(site, docname, title, "page", site.description(docname), text)
    for page in site.pages:
        if page.make and page.listed and page.docname not in site.written:
            text = f"{page.words}. {page.browse}"
            summary = page.description or site.t("search.all_of", kind=page.title.lower())
            yield _found(site, page.docname, page.title, "page", summary, f"{summary} {text}")


def _live(site: Site, docname: str) -> str:
    """The words that follow the written text of a page."""
    page = site.page(docname)
    html = page.after(site, docname) if page is not None and page.after else ""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _found(site: Site, docname: str, title: str, kind: str, summary: str, text: str) -> Found:
    label, parts = site.t(f"search.{kind}"), [("", text)]
    if kind == "page":
        parts += [(site.t("search.section"), heading) for heading in site.headings(docname)]
    facets = {site.t("search.type"): [label]}
    url = site.href(docname, "index")
    return Found(url, title, kind, label, summary, parts, facets=facets)


def record(entry: Entry, site: Site) -> Found:
    """A record with its names; its prose, quotations, values and gaps; and what it is narrowed and
    sorted by."""
    words, key = site.date(entry)
    line = (status.of(site, entry), figures.item(site, entry))
    return Found(
        url=site.href(entry.id, "index"),
        title=site.name(entry),
        kind=entry.type,
        label=site.kind(entry.model),
        summary=site.summary(entry),
        parts=list(_parts(entry, site)),
        names=[*others(site, entry), entry.id],
        line=[site.line(one) for one in line if one is not None],
        date=key[:10] if key[:1].isdigit() else "",
        date_words=words,
        facets=facets(entry, site),
        rank=RANKS.get(entry.model.search, 1),
    )


def _parts(entry: Entry, site: Site) -> Iterator[tuple[str, str]]:
    text = site.prose(entry)
    if text:
        yield "", text
    if site.shares_page(entry):
        yield site.t("search.page"), site.title_of(site.docname(entry))
    for quote in site.quotations(entry):
        yield site.t("search.quotation"), site.t("quotation.quoted", words=quote.text)
    facts = [one for one in site.facts(entry) if one.name not in _NOT_SHOWN]
    yield from (
        (one.label, site.t.listed(map(site.marked, one.items))) for one in facts if one.items
    )
    for fact in facts:
        if fact.why and fact.state == "inferred":
            mark = site.t("mark.inferred")
            yield site.t("mark.within", value=fact.label, mark=mark), fact.why
        elif fact.why:
            yield fact.label, fact.why


def facets(entry: Entry, site: Site) -> dict[str, list[str]]:
    """What a record is narrowed by, each value once, empty ones left out."""
    linked = (one for name, _ in entry.model.links for one in site.targets(entry, name))
    named: dict[str, list[str]] = {}
    for one in (entry, *linked):
        if one.model.facet:
            named.setdefault(site.t.word(one.model.facet), []).append(site.name(one))
    countries = [
        item.text
        for name, spec in entry.specs.items()
        if spec.value is COUNTRY
        for item in site.items(entry, name)
    ]
    years = [
        str(value.year)
        for name, value in entry.dates()
        if not entry.specs[name].editorial and value.year is not None
    ]
    found = {
        site.t("search.type"): [site.kind(entry.model)],
        **named,
        site.t.word("Status"): [item.text for item in site.items(entry, "status")],
        site.t.word("Country"): countries,
        site.t("script.year"): years,
    }
    return {name: list(dict.fromkeys(values)) for name, values in found.items() if values}
