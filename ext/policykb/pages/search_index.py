"""The Pagefind index: one entry for each record, so that records on a shared page are found
apart, and one for each brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from shutil import rmtree

from policykb.kb import Entry, names_of
from policykb.pages import windows
from policykb.pages.pagefind_service import index
from policykb.pages.prose import prose
from policykb.pages.site import Site

FOLDER = "pagefind"

EVERYTHING = "kbeverything"
"""A word every entry has: searched for where a reader narrows without a query, as an empty query
would make the browser fetch the whole index."""

_UNUSED = ("*ui.css", "*ui.js", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind adds that the search page does not use."""

_COUNTRY_FIELDS = ("country", "jurisdiction", "territory", "geography")


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
        yield Found(
            site.href(brief.docname, "index"),
            f"{brief.title}. {brief.text} {windows.of(brief.text)} {EVERYTHING}",
            {"title": brief.title, "type": "brief", "label": "Brief", "summary": brief.summary},
            {"Type": ["Brief"]},
            {"title": brief.title.casefold()},
        )


def record(entry: Entry, site: Site) -> Found:
    """A record's names, prose, values and quotations, with what it is narrowed and sorted by."""
    text = prose(site.base, entry)
    facts = site.facts(entry)
    values = [item.text for fact in facts for item in fact.items]
    reasons = [fact.why for fact in facts if fact.why]
    quotes = [one.text for one in site.quotations(entry)]
    names = [*names_of(entry), entry.id]
    parts = (entry.title, text, *quotes, *values, *reasons, *names)
    body = ". ".join(part.rstrip(". ") for part in parts if part)
    words, key = site.date(entry)
    meta = {"title": entry.title, "type": entry.type, "label": entry.model.LABEL, "date": words}
    meta["names"] = f"{'; '.join(names)} {windows.of('; '.join(names))}"
    meta["summary"] = site.summary(entry)
    meta["status"] = (entry.value("status") or "").replace("-", " ")
    sort = {"title": entry.title.casefold()}
    if key and key[0].isdigit():
        sort["date"] = key[:10]
    return Found(
        site.href(entry.id, "index"),
        f"{body} {windows.of(body)} {EVERYTHING}",
        {name: value for name, value in meta.items() if value},
        facets(entry, site),
        sort,
    )


def facets(entry: Entry, site: Site) -> dict[str, list[str]]:
    """What a record is narrowed by, each value once, empty ones left out."""
    linked = [
        target
        for name, spec in entry.specs.items()
        if spec.is_link
        for target in site.targets(entry, name)
    ]
    organisations = [one.title for one in (entry, *linked) if one.type == "org"]
    countries = [
        item.text
        for name in _COUNTRY_FIELDS
        if name in entry.specs
        for item in site.items(entry, name)
    ]
    status = [item.text for item in site.items(entry, "status")] if "status" in entry.specs else []
    years = [
        str(value.year)
        for name, spec in entry.specs.items()
        if spec.value.name == "date" and not spec.editorial
        if (value := entry.value(name)) is not None and value.year is not None
    ]
    found = {
        "Type": [entry.model.LABEL],
        "Organisation": organisations,
        "Status": status,
        "Country": countries,
        "Year": years,
    }
    return {name: list(dict.fromkeys(values)) for name, values in found.items() if values}
