"""The table: one line a record, and no cell that a spreadsheet would run."""

import csv
import io
from pathlib import Path

import pytest

from policykb.check import engine
from policykb.export import csv as export_csv


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", " =1", "\n=1", "=cmd|' /C calc'!A0", "'=1"]
)
def test_a_formula_is_guarded_and_comes_back(cell: str) -> None:
    guarded = export_csv.guarded(cell)
    assert guarded == f"'{cell}"
    assert guarded.removeprefix("'") == cell


@pytest.mark.parametrize("cell", ["", "-5", "+3.5%", "1,000", "Words - and more", "a=b", "日本"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert export_csv.guarded(cell) == cell


def test_every_record_is_a_line_with_all_columns(root: Path) -> None:
    base = engine.load(root)
    table = list(csv.DictReader(io.StringIO(export_csv.render(base), newline="")))
    assert [row["id"] for row in table] == sorted(base.by_id)
    venture = next(row for row in table if row["id"] == "JV_AKITA_BIOSIMILARS")
    assert venture["parties"] == "ORG_ALFRESA, ORG_KIDSWELL, ORG_CHIOME, ORG_MYCENAX"
    assert venture["status"] == "agreed"
    assert set(table[0]) == set(export_csv.columns())
