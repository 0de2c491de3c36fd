"""The Pagefind index: one entry for each record, so that records on a shared page are found
apart, and one for each brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from shutil import rmtree

from policykb.base.entry import Entry, names_of
from policykb.publish.facts import figures, status
from policykb.publish.facts.prose import prose
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import listed
from policykb.publish.files import suffixes as windows
from policykb.publish.files.pagefind_service import index
from policykb.values.country import COUNTRY

FOLDER = "pagefind"

EVERYTHING = "kbeverything"
"""A word every entry has: searched for where a reader narrows without a query, as an empty query
would make the browser fetch the whole index."""

BREAK = " ‖ "
"""Stands between sentences that do not follow one another, so that the search page shows whole
ones."""

UNDATED = {"newest": "0000", "oldest": "9999"}
"""What a record without a date is sorted by, since Pagefind leaves out what has no such key: it
comes last both ways."""

_UNUSED = ("*ui.css", "*ui.js", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds that the search page does not use."""

_NOT_SHOWN = frozenset(
    {"aliases", "name_ja", "file", "sha256", "language", "original", "original_sha256", "extractor"}
)
"""Fields that say nothing as a sentence; names are searched for as names."""


@dataclass(slots=True)
class Found:
    """One entry of the index, as Pagefind takes it."""

    url: str
    content: str
    meta: dict[str, str]
    filters: dict[str, list[str]] = field(default_factory=dict)
    sort: dict[str, str] = field(default_factory=dict)
    language: str = "en"


def write(site: Site, outdir: Path) -> None:
    """Index the site into ``outdir/pagefind``, replacing what is there once the new index is
    whole. Raises `IndexingFailed`."""
    folder, made = outdir / FOLDER, outdir / f".{FOLDER}"
    rmtree(made, ignore_errors=True)
    for name, content in index(asdict(one) for one in entries(site)):
        if not any(name.match(pattern) for pattern in _UNUSED):
            file = made / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    rmtree(folder, ignore_errors=True)
    made.rename(folder)


def entries(site: Site) -> Iterator[Found]:
    """What is searched for."""
    for entry in site.entries:
        yield record(entry, site)
    for brief in site.briefs:
        meta = {"title": brief.title, "type": "brief", "label": "Brief", "summary": brief.summary}
        meta["index"] = f"{windows.of(brief.text)} {EVERYTHING}"
        yield Found(
            site.href(brief.docname, "index"),
            brief.text,
            meta,
            {"Type": ["Brief"], "rank": ["first"]},
            {"title": brief.title.casefold(), **UNDATED},
        )


def record(entry: Entry, site: Site) -> Found:
    """A record's prose, quotations and values, sentence by sentence; its names and id, which belong
    into no excerpt, as data; and what it is narrowed and sorted by."""
    facts = [one for one in site.facts(entry) if one.name not in _NOT_SHOWN]
    values = [f"{fact.label}: {listed(one.text for one in fact.items)}" for fact in facts]
    reasons = [f"{fact.label}: {fact.why}" for fact in facts if fact.why]
    quotes = [f"“{one.text}”" for one in site.quotations(entry)]
    says = [value for value, fact in zip(values, facts, strict=True) if fact.items]
    body = BREAK.join(part for part in (prose(site.base, entry), *quotes, *says, *reasons) if part)
    words, key = site.date(entry)
    names = "; ".join((*names_of(entry), entry.id))
    meta = {
        "title": entry.title,
        "type": entry.type,
        "label": entry.model.label,
        "date": words,
        "names": f"{names} {windows.of(names)}",
        "summary": site.summary(entry),
        "status": status.line(site, entry),
        "figure": figures.phrase(site, entry),
        "index": f"{windows.of(body)} {EVERYTHING}",
    }
    dated = {"newest": key[:10], "oldest": key[:10]} if key[:1].isdigit() else UNDATED
    found = facets(entry, site)
    if entry.model.search:
        found["rank"] = [entry.model.search]
    return Found(
        site.href(entry.id, "index"),
        body or site.summary(entry),
        {name: value for name, value in meta.items() if value},
        found,
        {"title": entry.title.casefold(), **dated},
    )


def facets(entry: Entry, site: Site) -> dict[str, list[str]]:
    """What a record is narrowed by, each value once, empty ones left out."""
    linked = [
        target
        for name, spec in entry.specs.items()
        if spec.is_link
        for target in site.targets(entry, name)
    ]
    named: dict[str, list[str]] = {}
    for one in (entry, *linked):
        if one.model.facet:
            named.setdefault(one.model.facet, []).append(one.title)
    countries = [
        item.text
        for name, spec in entry.specs.items()
        if spec.value is COUNTRY
        for item in site.items(entry, name)
    ]
    status = [item.text for item in site.items(entry, "status")] if "status" in entry.specs else []
    years = [
        str(value.year)
        for name, value in entry.dates()
        if not entry.specs[name].editorial and value.year is not None
    ]
    found = {
        "Type": [entry.model.label],
        **named,
        "Status": status,
        "Country": countries,
        "Year": years,
    }
    return {name: list(dict.fromkeys(values)) for name, values in found.items() if values}
