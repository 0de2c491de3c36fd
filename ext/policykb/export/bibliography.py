"""Entries of bibliographies, as BibTeX and CSL-JSON, for exports and for citations on pages."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.values.date import DATE
from policykb.values.edtf import Day, Edtf

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_NO_KEY = re.compile(r"[^A-Za-z0-9_]")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    # BibTeX counts \{ and \} as braces.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def sources(base: Base) -> Iterator[Entry]:
    """The documents that quotations come from, by id."""
    return (base.by_id[ident] for ident in sorted(base.by_id) if base.by_id[ident].is_source)


def bibtex(key: str, fields: Mapping[str, str]) -> str:
    """One entry; empty fields are left out. An author is one name, however it is written."""
    lines = [f"  {name} = {{{_field(name, value)}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{key},", *lines, "}"))


def _field(name: str, value: str) -> str:
    if name == "url":
        return value.replace("{", "%7B").replace("}", "%7D")
    text = _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], "\\" + match[0]), value)
    return f"{{{text}}}" if name == "author" else text


def csl_date(value: Edtf | None) -> dict[str, Any] | None:
    """A date in CSL-JSON; None where it has no year. Of a part of a year the year is given."""
    if value is None or value.start.year is None:
        return None
    ends = [value.start, *([value.end] if value.end else [])]
    return {"date-parts": [_parts(one) for one in ends]}


def _parts(day: Day) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part]


def source_bibtex(entry: Entry) -> str:
    """A source as BibTeX."""
    return bibtex(_NO_KEY.sub("_", entry.id), bibtex_fields(entry))


def bibtex_fields(entry: Entry) -> dict[str, str]:
    """The fields of a source in BibTeX; empty where they are not known."""
    published, accessed = entry.value("published", DATE), entry.value("accessed", DATE)
    day = published.start if published else None
    return {
        "title": entry.text("headline") or entry.title,
        "author": entry.text("author"),
        "publisher": entry.text("publisher"),
        "year": f"{day.year:04}" if day and day.year else "",
        "month": str(day.month) if day and day.year and day.month else "",
        "day": str(day.day) if day and day.year and day.day else "",
        "language": entry.text("language"),
        "url": entry.text("url"),
        "urldate": str(accessed) if accessed else "",
    }


def source_csl(entry: Entry) -> dict[str, Any]:
    """A source as an item of CSL-JSON."""
    author = entry.text("author")
    item = {
        "id": entry.id,
        "type": "document",
        "title": entry.text("headline") or entry.title,
        "author": [{"literal": author}] if author else None,
        "publisher": entry.text("publisher"),
        "issued": csl_date(entry.value("published", DATE)),
        "language": entry.text("language"),
        "URL": entry.text("url"),
        "accessed": csl_date(entry.value("accessed", DATE)),
        "archive_location": entry.text("archived"),
    }
    return {name: value for name, value in item.items() if value}
