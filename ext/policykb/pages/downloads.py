"""The data behind the site: everything as JSON and CSV, each type as CSV, with checksums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from policykb.export import csv as table
from policykb.export import json as document
from policykb.export.records import records
from policykb.model import TYPES
from policykb.pages.fragments import render
from policykb.pages.page import GeneratedPage
from policykb.pages.site import Site

FOLDER = "data"


@dataclass(frozen=True, slots=True)
class Download:
    """A file of data: its path from the site's top, what it is, its bytes."""

    path: str
    what: str
    content: bytes

    @property
    def name(self) -> str:
        """The name alone."""
        return self.path.rpartition("/")[2]

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
            f"{FOLDER}/records.json",
            "Everything, with quotations",
            _bytes(document.render(site.base)),
        ),
        Download(
            f"{FOLDER}/records.csv", "Everything, one row a record", _bytes(table.render(site.base))
        ),
    ]
    for model in TYPES.values():
        if site.by_type[model.TYPE]:
            found.append(
                Download(f"{FOLDER}/{model.FOLDER}.csv", model.PLURAL, _type(site, model.TYPE))
            )
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in found)
    return [*found, Download(f"{FOLDER}/SHA256SUMS", "Checksums of these files", sums.encode())]


def _type(site: Site, kind: str) -> bytes:
    """The records of one type as CSV: only the columns that type has, links by id."""
    import csv
    import io

    names = ["id", "title", *(name for name in TYPES[kind].specs() if name not in ("id", "title"))]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*names, "text"])
    for one in site.remember("records", lambda: list(records(site.base))):
        if one["type"] == kind:
            cells = table.row(one)
            writer.writerow([table.guarded(cells.get(name, "")) for name in (*names, "text")])
    return _bytes(out.getvalue())


def _bytes(text: str) -> bytes:
    return text.encode()


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The page that offers the files."""
    html = render("data.html", site=site, here="data", files=downloads(site))
    yield GeneratedPage("data", "Data", str(html))
