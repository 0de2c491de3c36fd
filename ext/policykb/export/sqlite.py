"""All tables as one SQLite database, with foreign keys, an index of words and views.

The index finds any three characters or more (``trigram``), since Japanese has no spaces.
"""

import sqlite3
from contextlib import closing
from decimal import Decimal

from policykb.check.context import Context
from policykb.export.format import Export, Records
from policykb.export.table import Cell, Column, Table
from policykb.export.tables import tables

_TYPES = {"string": "TEXT", "number": "NUMERIC", "integer": "INTEGER"}
_LARGEST = 2**63

# Datasette finds an index by its content="…" in double quotes.
_SEARCH = """
CREATE VIRTUAL TABLE records_fts USING fts5(
    title, aliases, name_ja, text, content="records", tokenize='trigram'
);
INSERT INTO records_fts(records_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE quotations_fts USING fts5(
    quotation, content="quotations", tokenize='trigram'
);
INSERT INTO quotations_fts(quotations_fts) VALUES ('rebuild');
"""

_VIEWS = """
CREATE VIEW facts_to_read AS SELECT * FROM facts WHERE grade IN ('to-read', 'refused');
CREATE VIEW facts_with_sources AS
    SELECT facts.*, source.title AS source_title FROM facts
    LEFT JOIN records AS source ON source.id = facts.source;
CREATE VIEW neighbors AS
    SELECT record AS id, field, label, target AS other, target_title AS other_title, 'out' AS way
    FROM links
    UNION ALL SELECT target, field, label, record, title, 'in' FROM links WHERE target IS NOT NULL;
CREATE VIEW sources_used AS
    SELECT source AS id, source.title, count(*) AS quotations, count(DISTINCT record) AS records
    FROM quotations JOIN records AS source ON source.id = quotations.source GROUP BY source;
"""


def render(base: Context, made: Records) -> bytes:
    """The database's bytes. A link to no record of the base has no target: a key is never false."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in tables(made):
            _write(database, table.narrow().sound(made.base.by_id))
        database.executescript(_SEARCH + _VIEWS)
        database.commit()
        database.execute("VACUUM")
        return database.serialize()


def _write(database: sqlite3.Connection, table: Table) -> None:
    name = _quoted(table.name)
    columns = ", ".join(_column(one, table.key and not at) for at, one in enumerate(table.columns))
    database.execute(f"CREATE TABLE {name} ({columns})")
    marks = ", ".join("?" * len(table.columns))
    rows = (tuple(map(_value, row)) for row in table.rows)
    database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    for one in table.columns:
        if one.to and not table.key:
            index = _quoted(f"{table.name}_{one.name}")
            database.execute(f"CREATE INDEX {index} ON {name} ({_quoted(one.name)})")


def _column(one: Column[object], key: bool) -> str:
    parts = [_quoted(one.name), _TYPES[one.kind]]
    if key:
        parts.append("PRIMARY KEY")
    if one.to:
        parts.append(f"REFERENCES {_quoted(one.to)}(id)")
    return " ".join(parts)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _value(cell: Cell) -> str | int | float | None:
    """A number as SQLite has it: whole ones as integers where they fit."""
    if not isinstance(cell, Decimal):
        return cell
    whole = cell == cell.to_integral_value() and abs(cell) < _LARGEST
    return int(cell) if whole else float(cell)


EXPORT = Export("sqlite", "all tables as an SQLite database", render, "records.sqlite")
