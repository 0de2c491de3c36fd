"""The tables that are offered say what the records say, to a reader of their own."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.contract.conftest import HERE as CONTRACT

from policykb.base.settings import Settings
from policykb.check import engine
from policykb.check.context import Context
from policykb.evidence.review import listing
from policykb.export import catalog as formats
from policykb.export import csv as export_csv
from policykb.export import json as export_json
from policykb.export.records import Records
from policykb.export.tables import tables
from policykb.model import TYPES
from policykb.publish import catalog
from policykb.publish.files.registry import files
from policykb.publish.pages import downloads

Read = dict[str, list[dict[str, str]]]

HOSTILE = """\
=HYPERLINK("http://x","y"), {{x}} “Port” \\textbf{z} ' 港\
"""


@pytest.fixture(scope="module")
def base(root: Path) -> Context:
    return engine.load(root)


@pytest.fixture(scope="module")
def read(base: Context) -> Read:
    """Every table of the project's own base, written and read back."""
    return {
        one.name: list(csv.DictReader(io.StringIO(export_csv.text(one), newline="")))
        for one in tables(Records(base, "https://quays.example/"))
    }


def test_every_fact_is_there_with_its_grade(base: Context, read: Read) -> None:
    wanted = [
        (one["record"], one["field"], one["value"], one["grade"])
        for one in listing(base.evidence)["facts"]
    ]
    keys = ("record", "field", "value", "grade")
    assert sorted(tuple(one[key] for key in keys) for one in read["facts"]) == sorted(wanted)
    assert len(wanted) > 200


def test_every_link_is_there_with_the_titles_of_both_ends(base: Context, read: Read) -> None:
    wanted = [
        (entry.id, field, target, entry.title, base.by_id[target].title)
        for entry, field, ids in base.links
        for target in ids
    ]
    keys = ("record", "field", "target", "title", "target_title")
    assert sorted(tuple(one[key] for key in keys) for one in read["links"]) == sorted(wanted)


def test_every_quotation_is_there_and_stands_where_it_says(base: Context, read: Read) -> None:
    assert len(read["quotations"]) == sum(len(one.raw.evidence) for one in base.entries)
    for one in read["quotations"]:
        text = base.evidence.sources[one["source"]].text[int(one["start"]) : int(one["end"])]
        if "[" not in one["quotation"]:
            assert " ".join(text.split()) == one["quotation"]


def test_every_record_is_there_once_in_its_type_and_among_all(base: Context, read: Read) -> None:
    assert [one["id"] for one in read["records"]] == sorted(base.by_id)
    by_type = [one["id"] for name in list(read)[4:] for one in read[name]]
    assert {model.folder for model in TYPES.values()} == {*list(read)[4:]}
    assert sorted(by_type) == sorted(base.by_id)
    assert {one["title"] for one in read["records"]} == {one.title for one in base.entries}


def test_what_a_person_still_has_to_judge_is_marked_where_its_value_stands(
    base: Context, read: Read
) -> None:
    """Also what is inferred: in the tables of facts and links by its grade, in others by name."""
    found = listing(base.evidence)["facts"]
    marked = [one for one in found if one["grade"] in ("inferred", "to-read", "refused")]
    assert {one["grade"] for one in marked} >= {"inferred", "to-read"}
    rows = {row["id"]: row for name in ("records", *list(read)[4:]) for row in read[name]}
    everything = {row["id"]: row for row in read["records"]}
    whole = {one["id"]: one for one in json.loads(export_json.render(base))["records"]}
    for one in marked:
        for row in (rows[one["record"]], everything[one["record"]]):
            if one["grade"] == "inferred":
                assert f"{one['field']} —" in row["inferred"]
            else:
                assert one["field"] in row["to_read"].split(", ")
        mine = [
            row
            for row in (*read["facts"], *read["links"])
            if (row["record"], row["field"]) == (one["record"], one["field"])
            and one["value"] == row.get("value", row.get("target"))
        ]
        assert mine
        assert {row["grade"] for row in mine} == {one["grade"]}
        assert one in whole[one["record"]]["facts"]


def test_figures_are_numbers_with_unit_and_currency(read: Read) -> None:
    found = {one["id"]: one for one in read["indicators"]}
    size = found["IND_CDMO_MARKET_SIZE"]
    assert Decimal(size["value_number"]) == 500_000_000_000
    assert (size["value"], size["value_unit"], size["value_currency"]) == (
        "500 billion",
        "yen",
        "JPY",
    )
    share = next(one for one in read["facts"] if one["value"] == "90%")
    assert (share["number"], share["unit"][:2]) == ("90", "% ")


@pytest.mark.parametrize(
    ("text", "number", "upper", "unit", "currency"),
    [
        (":value: 6.5–7%\n:unit: of sales\n", "6.5", "7", "% of sales", ""),
        (":value: 53\n:unit: products\n", "53", "", "products", ""),
        (":value: 2.9 trillion\n:unit: US dollars\n", "2900000000000", "", "US dollars", "USD"),
        (":value: 1\n:gap: unit — not said\n", "1", "", "", ""),
    ],
)
def test_a_figure_in_numbers(
    tmp_path: Path, text: str, number: str, upper: str, unit: str, currency: str
) -> None:
    page = f"# I\n\n:::{{indicator}} I\n:id: IND_I\n{text}:::\n"
    found = {name: list(rows) for name, rows in made(tmp_path, page)}["facts"]
    fact = next(one for one in found if one["field"] == "value")
    amount = tuple(fact[name] for name in ("number", "upper", "unit", "currency"))
    assert amount == (number, upper, unit, currency)


def made(folder: Path, *pages: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The tables of a base of some pages, read back."""
    (folder / "docs").mkdir()
    (folder / "seeds").mkdir()
    for number, page in enumerate(pages):
        (folder / f"docs/p{number}.md").write_text(page, encoding="utf-8")
    for one in tables(Records(engine.load(folder, Settings()))):
        text = export_csv.text(one)
        yield one.name, list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_hostile_title_comes_back_as_it_was(tmp_path: Path) -> None:
    page = (
        f"# P\n\n:::{{org}} {HOSTILE}\n:id: ORG_P\n:aliases: -1+1; @SUM(1)\n:kind: company\n:::\n"
    )
    found = dict(made(tmp_path, page))
    (one,) = found["organizations"]
    assert one["title"] == f"'{HOSTILE}"
    assert one["aliases"] == "'-1+1; @SUM(1)"
    assert found["records"][0]["title"] == f"'{HOSTILE}"


def test_a_sum_of_money_has_its_number_and_currency(tmp_path: Path) -> None:
    page = "# P\n\n:::{program} P\n:id: PRG_P\n:budget: 12.4 billion JPY\n:rate: 50%\n:::\n"
    found = dict(made(tmp_path, page))
    (one,) = found["programs"]
    assert (one["budget_number"], one["budget_currency"]) == ("12400000000", "JPY")
    amounts = {row["field"]: (row["number"], row["unit"]) for row in found["facts"]}
    assert amounts["rate"] == ("50", "%")


def test_the_page_says_which_files_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    known = formats.found()
    site = catalog.site(engine.load(CONTRACT / "quay"))

    def offered(**changes: object) -> tuple[str, set[str]]:
        xlsx = replace(known["xlsx"], **changes)  # type: ignore[arg-type]
        monkeypatch.setattr(formats, "found", lambda: {**known, "xlsx": xlsx})
        fresh = catalog.site(site.base)
        (page,) = catalog.made(fresh, downloads.PAGE)
        return page.html, {one.name for one in downloads.offer(fresh).found}

    html, names = offered(library="csv")
    assert "The database, the workbook and the data package have" in html
    html, names = offered(library="no_such_library")
    assert "made where no_such_library is not installed" in html
    assert "records.xlsx" not in names
    assert "The database and the data package have" in html
    assert "records.sqlite" in names
    html, names = offered(library="csv", most=1)
    assert "This base is large: <code>records.xlsx</code>" in html
    assert "records.xlsx" not in names


def test_a_former_address_has_the_file_too(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = "# P\n\n:::{org} P\n:id: ORG_P\n:former_ids: ORG_OLD, ORG_Q\n:::\n"
    (tmp_path / "docs/p.md").write_text(page, encoding="utf-8")
    page = "# Q\n\n:::{org} Q\n:id: ORG_Q\n:::\n"
    (tmp_path / "docs/q.md").write_text(page, encoding="utf-8")
    found = dict(files(catalog.site(engine.load(tmp_path))))
    assert found["id/ORG_OLD.json"] == found["id/ORG_P.json"] != found["id/ORG_Q.json"]


def test_the_site_offers_them_and_a_file_for_each_record() -> None:
    base = engine.load(CONTRACT / "quay")
    site = catalog.site(base, baseurl="https://quays.example/")
    found = dict(files(site))
    facts = list(csv.DictReader(io.StringIO(found["data/facts.csv"].decode("utf-8-sig"))))
    wanted = listing(base.evidence)["facts"]
    assert len(facts) == len(wanted)
    whole = json.loads(found["data/records.json"])
    for one in whole["records"]:
        single = json.loads(found[f"id/{one['id']}.json"])
        assert single["records"] == [one]
        assert one["permalink"] == f"https://quays.example/id/{one['id']}.html"
        assert single["site"]["labels"][one["type"]]["fields"].keys() >= one["fields"].keys()
    assert whole["site"]["built"] == base.today.isoformat()
    assert {one["permalink"] for one in facts} <= {
        f"https://quays.example/id/{one['record']}.html#{one['record']}-f-{one['field']}"
        for one in wanted
    }
