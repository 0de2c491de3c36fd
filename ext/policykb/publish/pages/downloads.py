"""The data behind the site: everything in each format, each type as CSV, with checksums."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

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
from policykb.publish.facts.words import capital
from policykb.publish.frame import made
from policykb.publish.frame.imprint import imprint
from policykb.publish.frame.permalinks import addressed

FOLDER = "data"
SCHEMAS = f"{FOLDER}/schemas"
OFFER = "downloads"
"""The name under which a site remembers what was made."""
BOM = "\ufeff"
"""At the beginning of a CSV file, without which some spreadsheets garble what is not ASCII."""


class Download(NamedTuple):
    """What is told of a file of data: its path from the site's top, what it is, and of its bytes
    their number and their checksum, 64 hexadecimal digits."""

    path: str
    what: str
    number: int
    sha256: str

    @property
    def name(self) -> str:
        """The path within the folder of data."""
        return self.path.removeprefix(f"{FOLDER}/")

    def size(self, t: Interface) -> str:
        """The size in words."""
        if self.number < 1000:
            return t("data.bytes", n=self.number)
        return t("data.kilobytes", n=f"{self.number / 1000:,.0f}")


@dataclass(slots=True)
class Offer:
    """The files of data as they were made, and the formats that no file was made of."""

    found: list[Download] = field(default_factory=list)
    missing: list[Export] = field(default_factory=list)

    def told(self, path: str, what: str, content: str | bytes) -> tuple[str, bytes]:
        """Note a file; its path and its bytes."""
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        self.found.append(Download(path, what, len(data), sha256(data).hexdigest()))
        return path, data


def offer(site: Site) -> Offer:
    """What there is to be downloaded, without the bytes; all is made where it was not yet."""

    def all_made() -> Offer:
        found = Offer()
        deque(_data(site, _records(site), found), maxlen=0)
        return found

    return site.remember(OFFER, all_made)


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """All that is there to be downloaded, last a file for each record beside its lasting address:
    path from the site's top, and content. Each is made when it is asked for, so that whoever writes
    one before the next needs no memory for all of them."""
    records, found = _records(site), Offer()
    yield from _data(site, records, found)
    site.remember(OFFER, lambda: found)
    by_id = {one["id"]: one for one in records}
    for entry, ident in addressed(site):
        yield f"id/{ident}.json", json.single(records, by_id[entry.id]).encode("utf-8", "replace")
    records.forget()


def _data(site: Site, records: Records, found: Offer) -> Iterator[tuple[str, bytes]]:
    """Every file of data; the last one has the checksums of the others."""
    types = {model.plural: site.kind(model, many=True) for model in TYPES.values()}
    for table in tables(records):
        what = types.get(table.title) or site.t.word(table.title)
        yield found.told(f"{FOLDER}/{table.name}.csv", what, f"{BOM}{csv.text(table)}")
    for one in _offered(records, found):
        what = site.t.word(capital(one.what))
        yield found.told(f"{FOLDER}/{one.file}", what, exports.written(one, site.base, records))
    for name, what, content in _schemas(site):
        yield found.told(f"{SCHEMAS}/{name}.json", what, content)
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in found.found)
    yield found.told(f"{FOLDER}/SHA256SUMS", site.t("data.sums"), sums)


def _offered(records: Records, found: Offer) -> list[Export]:
    """The formats whose files the site has; the others are noted."""
    number = sum(map(len, records.graded.values()))
    known = [one for one in exports.found().values() if one.file]
    offered = [one for one in known if one.is_there and (not one.most or number <= one.most)]
    found.missing = [one for one in known if one not in offered]
    return sorted(offered, key=lambda one: one.file)


def _records(site: Site) -> Records:
    def graded(entry: Entry) -> Iterator[Graded]:
        return chain.from_iterable(site.grades(entry).values())

    return Records(site.base, site.baseurl, graded, published=True)


def _schemas(site: Site) -> list[tuple[str, str, str]]:
    """Name, subject and text of every schema."""
    found = [
        ("export", "records.json", schema.export()),
        ("evidence", site.t.word("quotations"), schema.evidence()),
        ("fact", site.t.word("facts"), schema.fact()),
    ]
    for name, model in TYPES.items():
        found.append((name, site.kind(model, many=True), schema.record(model)))
    return [(name, what, schema.as_text(content)) for name, what, content in found]


def values(site: Site) -> dict[str, Any]:
    """The files, those of data by what is in them."""
    found = offer(site)
    files = [one for one in found.found if not one.path.startswith(SCHEMAS)]
    return {
        "groups": [
            (site.t("data.one_file"), [one for one in files if not one.name.endswith(".csv")]),
            (site.t("data.tables"), [one for one in files if one.name.endswith(".csv")]),
        ],
        "schemas": [one for one in found.found if one.path.startswith(SCHEMAS)],
        "missing": found.missing,
        "workbook": any(one.name.endswith(".xlsx") for one in found.found),
        "dictionary": "guide/reference/fields",
        **imprint(site.base.settings),
    }


PAGE = made.alone(
    "data",
    "Data",
    values,
    order=170,
    footer=True,
    browse="all records as files",
    description="Download all records as JSON and CSV, with checksums.",
)
