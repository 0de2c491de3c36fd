"""Options that are written wrongly: the cause is told, and the fix sets it right."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.contract.conftest import change
from tests.contract.test_one_message import JV, ORGS, PROGRAM
from tests.small import TODAY

from policykb.check import engine
from policykb.edit.written import Files

SAYS = {
    "quote": (": agreed\n", ": 'agreed\n", "a quotation mark is not closed"),
    "colon": (":status:", ":status", "the colon after its name is missing"),
    "wide colon": (":status: ", ":status： ", "the colon after its name is full-width"),
    "wide space": (":status: ", ":status:\u3000", "the space after the colon is full-width"),
    "no space": (":status: ", ":status:", "there is no space after the colon"),
    "name": (":agreed:", ":ag #reed:", "its name is not followed by a colon and a space"),
    "tab": (":status: ", ":status:\t", "there is a tab in it"),
    "block": (": agreed\n", ": | agreed\n", "a | or > before a value begins a block of lines"),
    "behind": (
        ": agreed\n",
        ': "agreed" x\n',
        "there is something after the closing quotation mark",
    ),
    "backslash": (": agreed\n", ': "a\\q"\n', "within double quotation marks"),
}
"""What is changed in the venture's options, and the cause that is told."""


@pytest.mark.parametrize("name", SAYS)
def test_the_cause_is_told_why_options_cannot_be_read(quay: Path, name: str) -> None:
    old, new, cause = SAYS[name]
    change(quay / JV, old, new)
    _, report = engine.check(quay, today=TODAY)
    (found,) = report.diagnostics
    assert found.code == "PKB116"
    assert cause in found.message


MENDED = {
    "options of evidence": (JV, ":supports: status", "\n:supports: status"),
    "wide evidence": (JV, ":supports: st", "：supports： st"),
    "wide colon": (JV, ":status: ", ":status： "),
    "wide space": (JV, ":status: ", ":status:\u3000"),
    "wide option": (JV, ":status: agreed", "：ｓｔａｔｕｓ： agreed"),
    "wide letters": (JV, ":status:", ":ｓｔａｔｕｓ:"),
    "wide letters in evidence": (JV, ":supports: f", ":ｓｕｐｐｏｒｔｓ: f"),
    "aliases": (PROGRAM, "s: HEF", "s: HEF；Port Fund"),
    "tags": (PROGRAM, ":aliases: HEF", ":tags: a，b；c、d"),
    "gaps": (
        ORGS,
        "VESTA\n:kind: company",
        "VESTA\n:gap: kind — no source says； country — none is named",
    ),
    "title": (JV, "{jv} Quaylight", "{jv}\nQuaylight"),
}
"""A page, and what is changed in it, that the finding's own fix sets right."""


@pytest.mark.parametrize("name", MENDED)
def test_the_fix_leaves_nothing_to_say(quay: Path, name: str) -> None:
    path, old, new = MENDED[name]
    change(quay / path, old, new)
    base, report = engine.check(quay, today=TODAY)
    (found,) = report.diagnostics
    assert found.fix is not None
    (quay / path).write_bytes(Files(base)[path].edited(found.fix.edits))
    _, after = engine.check(quay, today=TODAY)
    assert not after.diagnostics


def test_a_wide_semicolon_within_a_reason_is_text(quay: Path) -> None:
    change(quay / ORGS, ":kind: company", ":gap: kind — no source says；none is named")
    _, report = engine.check(quay, today=TODAY)
    assert not report.diagnostics


def test_a_quotation_may_hold_what_looks_like_an_option(quay: Path) -> None:
    text = "Quaylight will be financed from the Harbour Electrification Fund."
    change(quay / JV, text, f"{text}\n:kind: loan\n住所： Kobe")
    _, report = engine.check(quay, today=TODAY)
    assert [one.code for one in report.diagnostics] == ["PKB301"]


def test_a_block_of_options_may_end_with_its_fence(quay: Path) -> None:
    plain = ":id: ORG_VESTA\n:kind: company\n"
    change(quay / ORGS, plain, "---\nid: ORG_VESTA\nkind: company\n")
    _, report = engine.check(quay, today=TODAY)
    assert not report.diagnostics


def test_a_value_with_quotation_marks_and_a_number_sign_is_kept_as_the_help_says(
    quay: Path,
) -> None:
    shows = 'funded_by PRG_HEF = "the port\'s #1 fund"'
    change(quay / JV, ":supports: funded_by\n", f":supports: funded_by\n:shows: {shows}\n")
    base, report = engine.check(quay, today=TODAY)
    (found,) = report.diagnostics
    kept = ":shows: 'funded_by PRG_HEF = \"the port''s #1 fund\"'"
    assert kept in (found.help or "")
    change(quay / JV, f":shows: {shows}", kept)
    base, _ = engine.check(quay, today=TODAY)
    assert base.by_id["JV_QUAYLIGHT"].raw.evidence[1].values["shows"] == shows
