"""The data behind the site: everything in each format, each type as CSV, with checksums."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from policykb.export import catalog as exports
from policykb.export import csv as table
from policykb.export import schema
from policykb.export.records import records
from policykb.model import TYPES
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame.fragments import render
from policykb.publish.frame.imprint import imprint

FOLDER = "data"


SCHEMAS = f"{FOLDER}/schemas"

BOM = "\ufeff"
"""At the beginning of a CSV file, without which some spreadsheets garble what is not ASCII."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of data: its path from the site's top, what it is, its bytes."""

    path: str
    what: str
    content: bytes

    @property
    def name(self) -> str:
        """The path within the folder of data."""
        return self.path.removeprefix(f"{FOLDER}/")

    @property
    def sha256(self) -> str:
        """Checksum of the bytes, 64 hexadecimal digits."""
        return sha256(self.content).hexdigest()

    @property
    def size(self) -> str:
        """The size in words."""
        number = len(self.content)
        return f"{number} bytes" if number < 1000 else f"{number / 1000:,.0f} kB"


def downloads(site: Site) -> list[Download]:
    """Every file of data; the last one has the checksums of the others."""
    return site.remember("downloads", lambda: _made(site))


def _made(site: Site) -> list[Download]:
    found = [
        Download(
            f"{FOLDER}/{one.file}",
            _capital(one.what),
            exports.written(one, site.base, _records(site)),
        )
        for one in exports.found().values()
        if one.file
    ]
    everything = _table(site, table.columns(), list(TYPES))
    found.append(Download(f"{FOLDER}/records.csv", _capital(table.EXPORT.what), everything))
    for model in TYPES.values():
        if site.by_type[model.name]:
            names = [name for name in model.specs if name not in ("id", "title")]
            columns = ["id", "title", *names, "text"]
            content = _table(site, columns, [model.name])
            found.append(Download(f"{FOLDER}/{model.folder}.csv", model.plural, content))
    found += [
        Download(f"{SCHEMAS}/{name}.json", f"JSON Schema: {what}", content.encode())
        for name, what, content in _schemas()
    ]
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in found)
    return [*found, Download(f"{FOLDER}/SHA256SUMS", "Checksums of these files", sums.encode())]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _schemas() -> list[tuple[str, str, str]]:
    """Name, subject and text of every schema."""
    made = [
        ("export", "records.json", schema.export()),
        ("evidence", "quotations", schema.evidence()),
    ]
    made += [(name, model.plural, schema.record(model)) for name, model in TYPES.items()]
    return [(name, what, schema.as_text(content)) for name, what, content in made]


def _table(site: Site, columns: list[str], kinds: list[str]) -> bytes:
    """Records of some types as CSV: beside each column of ids one of titles, for people."""
    named = {name for kind in kinds for name, spec in TYPES[kind].specs.items() if spec.is_link}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [part for name in columns for part in (name, *([f"{name}_names"] if name in named else []))]
    )
    for one in _records(site):
        if one["type"] not in kinds:
            continue
        cells = table.row(one)
        line = []
        for name in columns:
            line.append(table.guarded(cells.get(name, "")))
            if name in named:
                line.append(table.guarded(_titles(site, one["links"].get(name, ()))))
        writer.writerow(line)
    return f"{BOM}{out.getvalue()}".encode()


def _records(site: Site) -> list[dict[str, Any]]:
    return site.remember("records", lambda: list(records(site.base)))


def _titles(site: Site, ids: Iterable[str]) -> str:
    found = (site.entry(ident) for ident in ids)
    return "; ".join(one.title for one in found if one is not None)


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The page that offers the files."""
    found = downloads(site)
    html = render(
        "data.html",
        site=site,
        here=PAGE.docname,
        files=[one for one in found if not one.path.startswith(SCHEMAS)],
        schemas=[one for one in found if one.path.startswith(SCHEMAS)],
        dictionary="guide/reference/fields",
        **imprint(site.base.settings),
    )
    yield GeneratedPage(PAGE.docname, PAGE.title, str(html))


PAGE = SitePage(
    "data",
    "Data",
    pages,
    order=170,
    footer=True,
    browse="all records as files",
    description="All records as JSON and CSV, with checksums.",
)
