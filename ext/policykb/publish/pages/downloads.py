"""The data behind the site: everything in each format, each type as CSV, with checksums."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from policykb.base.entry import Entry
from policykb.evidence.grade import Graded
from policykb.export import catalog as exports
from policykb.export import csv, json, schema
from policykb.export.format import Export
from policykb.export.records import Records
from policykb.export.tables import tables
from policykb.model import TYPES
from policykb.publish.facts.interface import Interface
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.facts.words import capital
from policykb.publish.frame.fragments import render
from policykb.publish.frame.imprint import imprint
from policykb.publish.frame.permalinks import addressed

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

    def size(self, t: Interface) -> str:
        """The size in words."""
        number = len(self.content)
        if number < 1000:
            return t("data.bytes", n=number)
        return t("data.kilobytes", n=f"{number / 1000:,.0f}")


def downloads(site: Site) -> list[Download]:
    """Every file of data; the last one has the checksums of the others."""
    return site.remember("downloads", lambda: _made(site))


def _made(site: Site) -> list[Download]:
    records = _records(site)
    types = {model.plural: site.kind(model, many=True) for model in TYPES.values()}
    found = [
        Download(
            f"{FOLDER}/{one.name}.csv",
            types.get(one.title) or site.t.word(one.title),
            f"{BOM}{csv.text(one)}".encode("utf-8", "replace"),
        )
        for one in tables(records)
    ]
    found += [
        Download(
            f"{FOLDER}/{one.file}",
            site.t.word(capital(one.what)),
            exports.written(one, site.base, records),
        )
        for one in _offered(records)
    ]
    found += [
        Download(f"{SCHEMAS}/{name}.json", what, content.encode("utf-8", "replace"))
        for name, what, content in _schemas(site)
    ]
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in found)
    return [
        *found,
        Download(f"{FOLDER}/SHA256SUMS", site.t("data.sums"), sums.encode("utf-8", "replace")),
    ]


def _offered(records: Records) -> list[Export]:
    """The formats whose files the site has."""
    number = sum(map(len, records.graded.values()))
    found = [one for one in exports.found().values() if one.file and one.is_there]
    found.sort(key=lambda one: one.file)
    return [one for one in found if not one.most or number <= one.most]


def _records(site: Site) -> Records:
    def graded(entry: Entry) -> Iterator[Graded]:
        return chain.from_iterable(site.grades(entry).values())

    return site.remember(
        "records", lambda: Records(site.base, site.baseurl, graded, published=True)
    )


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """All that is there to be downloaded: path from the site's top, and content."""
    yield from ((one.path, one.content) for one in downloads(site))
    yield from of_records(site)


def of_records(site: Site) -> Iterator[tuple[str, bytes]]:
    """A file for each record beside its lasting address: path from the site's top, and content."""
    records = _records(site)
    by_id = {one["id"]: one for one in records}
    for entry, ident in addressed(site):
        yield f"id/{ident}.json", json.single(records, by_id[entry.id]).encode("utf-8", "replace")


def _schemas(site: Site) -> list[tuple[str, str, str]]:
    """Name, subject and text of every schema."""
    made = [
        ("export", "records.json", schema.export()),
        ("evidence", site.t.word("quotations"), schema.evidence()),
        ("fact", site.t.word("facts"), schema.fact()),
    ]
    made += [
        (name, site.kind(model, many=True), schema.record(model)) for name, model in TYPES.items()
    ]
    return [(name, what, schema.as_text(content)) for name, what, content in made]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """The page that offers the files."""
    found, offered = downloads(site), _offered(_records(site))
    files = [one for one in found if not one.path.startswith(SCHEMAS)]
    html = render(
        "data.html",
        site=site,
        here=PAGE.docname,
        groups=[
            (site.t("data.one_file"), [one for one in files if not one.name.endswith(".csv")]),
            (site.t("data.tables"), [one for one in files if one.name.endswith(".csv")]),
        ],
        schemas=[one for one in found if one.path.startswith(SCHEMAS)],
        missing=[one for one in exports.found().values() if one.file and one not in offered],
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
    description="Download all records as JSON and CSV, with checksums.",
)
