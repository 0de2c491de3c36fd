"""Every format is read back by a reader of its own: as many records, links, quotations and facts as
the base has, and names as they were."""

import csv
import importlib.util
import io
import json
import os
import shutil
import sqlite3
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from pybtex.database import parse_string
from tests.attacks import corpus
from tests.contract.conftest import HERE as CONTRACT
from tests.export.conftest import HOSTILE, written
from tests.export.readers import READERS, held
from tests.publish.test_cite import read_back

from policykb.check import engine
from policykb.check.context import Context
from policykb.cli import main
from policykb.export import catalog
from policykb.export.bibliography import source_bibtex
from policykb.export.records import Records
from policykb.model import TYPES


@pytest.mark.parametrize("name", ["sqlite", "json", "csv", "needs"])
def test_a_reader_finds_as_many_of_each(base: Context, made: Records, name: str) -> None:
    found = READERS[name][1](written(name, made))
    assert found == {kind: number for kind, number in held(base).items() if kind in found}
    assert min(found.values()) > 2


@pytest.mark.parametrize("name", [name for name, one in catalog.found().items() if one.is_there])
def test_a_page_whose_name_is_no_text_is_written(tmp_path: Path, name: str) -> None:
    shutil.copytree(CONTRACT / "quay", tmp_path / "base")
    page = tmp_path / "base/docs" / os.fsdecode(b"caf\xe9.md")
    page.write_text("# Café\n\n:::{org} Café\n:id: ORG_CAFE\n:kind: company\n:::\n", "utf-8")
    made = Records(engine.load(tmp_path / "base"))
    assert written(name, made)
    assert "ORG_CAFE" in {one["id"] for one in made}


@pytest.mark.gate
@pytest.mark.parametrize("name", ["xlsx", "datapackage", "jsonld"])
def test_a_reader_of_the_gate_does_too(base: Context, made: Records, name: str) -> None:
    test_a_reader_finds_as_many_of_each(base, made, name)


@pytest.fixture(scope="module")
def database(made: Records) -> sqlite3.Connection:
    found = sqlite3.connect(":memory:")
    found.deserialize(written("sqlite", made))
    return found


def test_sqlite_has_sound_keys(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    keys = database.execute("PRAGMA foreign_key_list(facts)").fetchall()
    assert {key[2:5] for key in keys} == {
        ("records", "record", "id"),
        ("records", "source", "id"),
    }


def test_sqlite_has_values_as_they_were_and_numbers_as_numbers(
    database: sqlite3.Connection,
) -> None:
    title = "SELECT title FROM records WHERE id = 'ORG_HOSTILE'"
    assert database.execute(title).fetchone() == (HOSTILE,)
    row = "SELECT budget, budget_number, budget_currency FROM programs WHERE id = 'PRG_PIER'"
    assert database.execute(row).fetchone() == ("12.4 billion JPY", 12_400_000_000, "JPY")
    row = "SELECT number, upper, unit FROM facts WHERE record = 'IND_LINES' AND field = 'value'"
    assert database.execute(row).fetchone() == (6.5, 7, "% of ships")


def test_sqlite_finds_words_and_joins_sources(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT id FROM records JOIN records_fts ON records_fts.rowid = records.rowid "
        "WHERE records_fts MATCH 'quayligh'"
    ).fetchall()
    assert ("JV_QUAYLIGHT",) in found
    near = database.execute("SELECT id FROM neighbors WHERE other = 'JV_QUAYLIGHT'").fetchall()
    assert ("PRG_HEF",) in near
    named = "SELECT DISTINCT source_title FROM facts_with_sources WHERE record = 'JV_QUAYLIGHT'"
    assert database.execute(named).fetchall() == [("Harbour notice",)]
    open_facts = "SELECT count(*) FROM facts WHERE grade IN ('to-read', 'refused')"
    assert (
        database.execute("SELECT count(*) FROM facts_to_read").fetchone()
        == database.execute(open_facts).fetchone()
    )


def test_a_link_to_nothing_has_no_target(tmp_path: Path, laid: Path) -> None:
    root = Path(shutil.copytree(laid, tmp_path / "base"))
    page = root / "docs/hostile.md"
    page.write_text(page.read_text("utf-8").replace("ORG_VESTA, ", "ORG_NOBODY, "), "utf-8")
    broken = engine.load(root)
    database = sqlite3.connect(":memory:")
    database.deserialize(written("sqlite", Records(broken)))
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    lost = "SELECT record, target_title FROM links WHERE target IS NULL"
    assert database.execute(lost).fetchall() == [("IND_LINES", "ORG_NOBODY")]


def test_bibtex_has_every_source(base: Context, made: Records) -> None:
    found = parse_string(written("bibtex", made).decode(), "bibtex").entries
    assert sorted(found) == sorted(one.id for one in base.by_id.values() if one.is_source)
    fields = found["SRC_HOSTILE"].fields
    assert read_back(fields["title"]) == " ".join(HOSTILE.split())
    assert read_back(fields["publisher"]) == "Port & Co, {a} and 100%"
    assert (fields["year"], fields["month"]) == ("2024", "3")
    assert fields["url"] == "https://quays.example/a_b?c=%7B1%7D&d=2#e"


def test_bibtex_of_an_undated_source_has_no_year(base: Context) -> None:
    source = "# S\n\n:::{source} S\n:id: SRC_S\n:file: s.txt\n:language: en\n:::\n"
    undated = engine.with_text(base, "docs/s.md", source).by_id["SRC_S"]
    assert "title = {S}" in source_bibtex(undated)
    assert "year" not in source_bibtex(undated)


def test_csl_json_has_every_source(base: Context, made: Records) -> None:
    found = {one["id"]: one for one in json.loads(written("csl-json", made))}
    assert sorted(found) == sorted(one.id for one in base.by_id.values() if one.is_source)
    one = found["SRC_HOSTILE"]
    assert one["title"] == HOSTILE
    assert one["issued"] == {"date-parts": [[2024, 3], [2024, 5]]}


@pytest.mark.gate
def test_citeproc_words_every_source(base: Context, made: Records) -> None:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = json.loads(written("csl-json", made))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    shelf = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for one in items:
        shelf.register(Citation([CitationItem(one["id"])]))
    said = [str(one) for one in shelf.bibliography()]
    assert len(said) == len(items)
    assert any("Harbour notice" in one for one in said)


def package(made: Records, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(written("datapackage", made))).extractall(folder)
    return folder


def test_a_data_package_has_the_columns_it_tells_of(made: Records, tmp_path: Path) -> None:
    folder = package(made, tmp_path)
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    found = {}
    for one in told["resources"]:
        text = (folder / one["path"]).read_bytes().decode()
        reader = csv.DictReader(io.StringIO(text, newline=""))
        assert [field["name"] for field in one["schema"]["fields"]] == reader.fieldnames
        found[one["name"]] = list(reader)
    titles = {one["id"]: one["title"] for one in found["records"]}
    assert titles["ORG_HOSTILE"].removeprefix("'") == HOSTILE


@pytest.mark.gate
def test_frictionless_finds_a_data_package_valid(made: Records, tmp_path: Path) -> None:
    import frictionless

    folder = package(made, tmp_path)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    (resource,) = (
        one
        for one in frictionless.Package(str(folder / "datapackage.json")).resources
        if one.name == "programs"
    )
    programs = {row["id"]: row for row in frictionless.extract(resource)["programs"]}
    assert programs["PRG_PIER"]["budget_number"] == Decimal(12_400_000_000)


@pytest.mark.gate
def test_a_workbook_has_names_as_they_were_numbers_and_links(made: Records) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", made)))
    sheets = {name: list(book[name].iter_rows()) for name in book.sheetnames}
    assert not any(
        cell.data_type == "f" for rows in sheets.values() for row in rows for cell in row
    )
    titles = {row[0].value: row[1].value for row in sheets["Organizations"][1:]}
    # XML has no such character; openpyxl leaves its escape to the caller.
    assert titles["ORG_HOSTILE"].replace("_x0007_", "\x07") == HOSTILE
    head, *rows = sheets["Programs"]
    at = [cell.value for cell in head].index("budget_number")
    assert {row[0].value: row[at].value for row in rows}["PRG_PIER"] == 12_400_000_000
    fact = next(row for row in sheets["All facts"] if row[0].value == "PRG_HEF")
    where = fact[0].hyperlink.location
    sheet, _, place = where.rpartition("!")
    assert book[sheet.strip("'")][place].value == "PRG_HEF"
    at = [cell.value for cell in sheets["All facts"][0]].index("permalink")
    addresses = [row[at].hyperlink.target for row in sheets["All facts"][1:]]
    assert all(one.startswith("https://quays.example/id/") for one in addresses)


@pytest.mark.gate
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_linked_data_is_read_as_triples(base: Context, made: Records) -> None:
    import rdflib
    from rdflib.namespace import PROV, RDF

    graph = rdflib.Graph().parse(data=written("jsonld", made), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    site = rdflib.Namespace("https://quays.example/id/")
    schema = rdflib.Namespace("https://schema.org/")
    title = graph.value(site["ORG_HOSTILE.html"], schema.name)
    assert str(title) == HOSTILE
    quote = site["JV_QUAYLIGHT.html#JV_QUAYLIGHT-q1"]
    assert graph.value(quote, PROV.wasQuotedFrom) == site["SRC_NOTICE.html"]
    source = base.evidence.sources["SRC_NOTICE"].text
    exact = {str(one) for one in graph.objects(predicate=oa.exact)}
    for selector in graph.subjects(RDF.type, oa.TextPositionSelector):
        start, end = (int(str(graph.value(selector, oa[name]))) for name in ("start", "end"))
        assert source[start:end] in exact


def test_a_missing_library_is_one_plain_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], laid: Path, tmp_path: Path
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "policykb.export.format.find_spec",
        lambda name: None if name == "xlsxwriter" else find(name),
    )
    out = tmp_path / "records.xlsx"
    assert main(["export", "xlsx", "--root", str(laid), "-o", str(out)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "policykb: the format xlsx needs xlsxwriter, which is not installed: "
        "pip install 'policykb[xlsx]'"
    ]
    assert not out.exists()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The records of a base of attacks, whose ids are none in part."""
    root = corpus.lay_out(tmp_path_factory.mktemp("attacks"), corpus.attacks()).root
    return Records(engine.load(root))


def test_a_base_of_attacks_is_written_whole(attacked: Records) -> None:
    assert any("<script>" in one["id"] for one in attacked)
    database = sqlite3.connect(":memory:")
    database.deserialize(written("sqlite", attacked))
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    ids = [one[0] for one in database.execute("SELECT id FROM records")]
    assert ids == [one["id"] for one in attacked]
    cited = parse_string(written("bibtex", attacked).decode(), "bibtex").entries
    assert len(cited) == len(json.loads(written("csl-json", attacked)))
    needs = json.loads(written("needs", attacked))["versions"]["1"]["needs"]
    assert sorted(needs) == sorted(ids)


@pytest.mark.gate
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_base_of_attacks_is_read_by_others(attacked: Records, tmp_path: Path) -> None:
    import frictionless
    import openpyxl
    import rdflib

    graph = rdflib.Graph().parse(data=written("jsonld", attacked), format="json-ld")
    names = set(graph.objects(predicate=rdflib.URIRef("https://schema.org/identifier")))
    assert {str(one) for one in names} == {one["id"] for one in attacked}
    assert graph.serialize(format="nt")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", attacked)))
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}
    (tmp_path / "package.zip").write_bytes(written("datapackage", attacked))
    assert frictionless.validate(str(tmp_path / "package.zip"), type="package").valid


def test_an_empty_base_has_every_table(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    made = Records(engine.load(tmp_path))
    for name in set(catalog.found()) - {"xlsx"}:
        written(name, made)
    database = sqlite3.connect(":memory:")
    database.deserialize(written("sqlite", made))
    for model in TYPES.values():
        assert database.execute(f'SELECT count(*) FROM "{model.folder}"').fetchone() == (0,)


def test_json_made_record_by_record_is_laid_out_as_a_whole(
    made: Records, attacked: Records, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    for records in (made, attacked, Records(engine.load(tmp_path))):
        text = catalog.written(catalog.found()["json"], records.base, records).decode()
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
        assert [one["id"] for one in json.loads(text)["records"]] == [one["id"] for one in records]


def test_formats_are_found() -> None:
    assert list(catalog.found()) == [
        "bibtex", "csl-json", "csv", "datapackage", "json", "jsonld", "needs", "sqlite", "xlsx",
    ]  # fmt: skip
