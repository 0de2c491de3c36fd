"""The tables that are offered: facts, links and quotations of the whole base, and one a type."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any

from policykb.export.fact_table import Amount, Row
from policykb.export.records import Records
from policykb.export.table import Cell, Column, Table, table
from policykb.model import TYPES, RecordType, Spec
from policykb.model.load import common
from policykb.values.date import DATE
from policykb.values.money import MONEY
from policykb.values.number import NUMBER
from policykb.values.url import URL

RECORDS = "records"
"""The table that ids are looked up in."""
_APART = ("id", "title", "aliases")
_OPEN = ("to-read", "refused")


def tables(records: Records) -> list[Table]:
    """Every table: the whole base's, then one for each type, also of those without a record: who
    reads them finds the same tables in every state of a base."""
    return records.keep("tables", lambda: _tables(records))


def _tables(records: Records) -> list[Table]:
    found = [everything(records), facts(records), links(records), quotations(records)]
    names = {one.name for one in found}
    for model in TYPES.values():
        mine = [one for one in records if one["type"] == model.name]
        name = model.folder if model.folder not in names else f"{model.folder}-{model.name}"
        names.add(name)
        found.append(of_type(records, model, mine, name))
    return found


def everything(records: Records) -> Table:
    """All records, one row each, with the fields of all types."""
    specs = {name: spec for model in TYPES.values() for name, spec in model.specs.items()}
    own = {name: spec for name, spec in specs.items() if name not in common()}
    columns = [
        Column("id", "The record's id", itemgetter("id")),
        Column("type", "Its type", itemgetter("type")),
        *_shared(),
        *_fields(records, common()),
        *(replace(one, elsewhere=True) for one in _fields(records, own)),
        Column("path", "Its page in the repository", itemgetter("path")),
        Column("line", "The line it begins on", itemgetter("line"), "integer"),
        *_last(records),
    ]
    return table(RECORDS, "All records", columns, records, key=True)


def of_type(records: Records, model: RecordType, mine: Sequence[Any], name: str) -> Table:
    """The records of one type, each of its fields a column; beside ids the titles, beside figures
    and sums their numbers."""
    columns = [
        Column("id", "The record's id", itemgetter("id"), to=RECORDS),
        *_shared(),
        *_fields(records, model.specs),
        *_last(records),
    ]
    return table(name, model.plural, columns, mine, key=True)


def _fields(records: Records, specs: Mapping[str, Spec]) -> Iterator[Column[Any]]:
    for field, spec in specs.items():
        if field not in _APART:
            yield from (_link if spec.is_link else _text)(records, field, spec)


def _shared() -> Iterator[Column[Any]]:
    yield Column("title", "Its title", itemgetter("title"))
    yield Column("aliases", "Its other names", lambda one: "; ".join(one["aliases"]))
    said = "Its fields that a person still has to judge"
    yield Column("to_read", said, lambda one: ", ".join(open_fields(one)))


def _last(records: Records) -> Iterator[Column[Any]]:
    yield Column("text", "Its own words", itemgetter("text"))
    yield _permalink(lambda one: records.permalink(one["id"]))


def _permalink(cell: Callable[[Any], str]) -> Column[Any]:
    return Column("permalink", "The address that stays", cell, address=True)


def open_fields(record: Any) -> list[str]:
    """The fields of a record that a person still has to judge."""
    return list(dict.fromkeys(one["field"] for one in record["facts"] if one["grade"] in _OPEN))


def _link(records: Records, name: str, spec: Spec) -> Iterator[Column[Any]]:
    def titles(one: Any) -> str:
        found = (records.base.by_id.get(ident) for ident in one["links"].get(name, ()))
        return "; ".join(entry.title for entry in found if entry is not None)

    def ids(one: Any) -> str:
        return ", ".join(one["links"].get(name, ())) or one["fields"].get(name, "")

    said = spec.description.rstrip(".")
    yield Column(name, f"{said} (ids)", ids)
    yield Column(f"{name}_names", f"{said} (titles)", titles)


def _text(records: Records, name: str, spec: Spec) -> Iterator[Column[Any]]:
    said = spec.description.rstrip(".")
    is_address = spec.value is URL
    yield Column(name, said, lambda one: one["fields"].get(name, ""), address=is_address)
    parts = _PARTS if spec.value is NUMBER else _PARTS_OF_SUM if spec.value is MONEY else {}
    for part, (kind, what) in parts.items():
        cell = partial(_part, records.amounts, name, part)
        yield Column(f"{name}_{part}", f"{said} ({what})", cell, kind)


_PARTS = {
    "number": ("number", "as a number; of a range the lower end"),
    "upper": ("number", "the upper end of a range"),
    "unit": ("string", "what is counted; % for a share"),
    "currency": ("string", "ISO 4217 code"),
}
_PARTS_OF_SUM = {name: _PARTS[name] for name in ("number", "currency")}


def _part(amounts: dict[tuple[str, str], Amount], field: str, part: str, record: Any) -> Cell:
    found: Cell = getattr(amounts.get((record["id"], field), Amount()), part)
    return found


def facts(records: Records) -> Table:
    """Every fact: a value that a quotation must show, with its grade."""

    def published(row: Row) -> str:
        source = records.base.by_id.get(row.source)
        date = source.value("published", DATE) if source else None
        return DATE.print(date) if date else ""

    columns: list[Column[Row]] = [
        Column("record", "The id of its record", lambda row: row.record, to=RECORDS),
        Column("field", "The name of its field", lambda row: row.field),
        Column("value", "The value as written; one item of a list", lambda row: row.value),
        *(
            Column(name, f"The value {what}", attrgetter(f"amount.{name}"), kind)
            for name, (kind, what) in _PARTS.items()
        ),
        Column("source", "The id of the source", lambda row: row.source, to=RECORDS),
        Column("date", "When the source was published, in EDTF; empty: undated", published),
        Column("quotation", "The words that do most for it", lambda row: row.quotation),
        _page(lambda row: row.quote.pages if row.quote else ()),
        Column("grade", "How far it got", lambda row: row.grade),
        _permalink(attrgetter("permalink")),
        Column("why", "Why it got no further, or is inferred", lambda row: row.why),
        Column("reviewed", "Its record's review", lambda row: row.entry.text("reviewed")),
        Column("type", "The type of its record", lambda row: row.entry.type),
        Column("title", "The title of its record", lambda row: row.entry.title),
        Column("label", "The field's name in words", lambda row: row.label),
        Column("words", "The value in words; of a link the title", lambda row: row.words),
    ]
    return table("facts", "All facts", columns, [row for row in records.table if row.grade])


def _page(ends: Callable[[Any], Iterable[int | None]]) -> Column[Any]:
    """The page of a quotation, or ``3–4`` where it runs over several."""

    def cell(row: Any) -> str:
        return "–".join(dict.fromkeys(str(page) for page in ends(row) if page is not None))

    return Column("page", "The page of the source's original, where it has pages", cell)


def links(records: Records) -> Table:
    """Every link from one record to another."""
    columns: list[Column[Row]] = [
        Column("record", "The id of the record that links", lambda row: row.record, to=RECORDS),
        Column("field", "The name of its field", lambda row: row.field),
        Column("target", "The id of the record linked to", lambda row: row.value, to=RECORDS),
        Column("grade", "How far the fact got; empty: editorial", lambda row: row.grade),
        _permalink(attrgetter("permalink")),
        Column("title", "The title of the record that links", lambda row: row.entry.title),
        Column("label", "The field's name in words", lambda row: row.label),
        Column("target_title", "The title of the record linked to", lambda row: row.words),
    ]
    rows = (row for row in records.table if row.spec.is_link)
    return table("links", "All links", columns, rows)


def quotations(records: Records) -> Table:
    """Every quotation."""
    rows = [
        {**quote, "record": one["id"], "number": number}
        for one in records
        for number, quote in enumerate(one["evidence"], 1)
    ]

    columns: list[Column[Any]] = [
        Column("record", "The id of the record that quotes", itemgetter("record"), to=RECORDS),
        Column("number", "Its number within the record", itemgetter("number"), "integer"),
        Column("source", "The id of the source", itemgetter("source"), to=RECORDS),
        Column("quotation", "The words; […] marks what is left out", itemgetter("quote")),
        Column("supports", "The fields it shows", lambda row: ", ".join(row["supports"])),
        Column("disputes", "The fields it disputes", lambda row: ", ".join(row["disputes"])),
        Column("said_by", "The id of who says it", lambda row: row.get("said_by", ""), to=RECORDS),
        _page(lambda row: (row.get("page"), row.get("page_end"))),
        Column("start", "First code point in the source", itemgetter("start"), "integer"),
        Column("end", "Code point after the last", itemgetter("end"), "integer"),
        _permalink(lambda row: records.permalink(row["record"], f"q{row['number']}")),
    ]
    return table("quotations", "All quotations", columns, rows)
