"""One mistake is one message: a change of the small base gives one error, at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.contract.conftest import change
from tests.small import TODAY

from policykb.check import engine
from policykb.check.diagnostics import Severity

JV = "docs/ventures/quaylight.md"
PROGRAM = "docs/programs/hef.md"
SOURCE = "docs/sources/notice.md"
ORGS = "docs/organizations/all.md"

MISTAKES = {
    "another type": (JV, "{jv}", "{org}", "PKB112", "4:6"),
    "another type, linked to": (PROGRAM, "{program}", "{policy}", "PKB112", "4:6"),
    "option of evidence misspelt": (JV, ":supports:", ":suports:", "PKB102", "13:2"),
    "first colon lost in evidence": (JV, ":supports: st", "supports: st", "PKB115", "13:1"),
    "no supports": (JV, ":supports: status, parties, agreed\n", "", "PKB314", "12:1"),
    "evidence misspelt": (JV, "{evidence}", "{evidnce}", "PKB101", "12:5"),
    "evidence by another name": (JV, "{evidence}", "{quote}", "PKB101", "12:5"),
    "no space behind the type": (JV, "{jv} Quay", "{jv}Quay", "PKB127", "3:5"),
    "no space behind evidence": (JV, "{evidence} SRC", "{evidence}SRC", "PKB127", "12:4"),
    "first colon lost": (JV, ":status: agreed", "status: agreed", "PKB115", "5:1"),
    "look-alike letter": (JV, ": agreed\n", ": \u0430greed\n", "PKB710", "5:10"),
    "inner fence not closed": (
        JV,
        "Quaylight\n:::\n\n:::{ev",
        "Quaylight\n\n:::{ev",
        "PKB119",
        "12:1",
    ),
    "path that leaves seeds": (SOURCE, "notice.txt", "../notice.txt", "PKB105", "5:8"),
    "source without a file": (SOURCE, ":file: notice.txt\n", "", "PKB104", "3:1"),
    "type of the source misspelt": (SOURCE, "{source}", "{sorce}", "PKB101", "3:5"),
    "inference without a reason": (JV, ":agreed:", ":inferred: agreed\n:agreed:", "PKB107", "8:12"),
    "inferred value taken away": (
        JV,
        ":funded_by: PRG_HEF",
        ":inferred: funded_by — the notice names the fund",
        "PKB203",
        "3:1",
    ),
    "gap of a misspelt field": (
        ORGS,
        ":kind: company",
        ":gap: knd — no notice says",
        "PKB108",
        "5:7",
    ),
    "commas only": (JV, "funded_by: PRG_HEF", "funded_by: , ,", "PKB203", "7:13"),
    "commas only, for one": (PROGRAM, "ed_by: ORG_COAST", "ed_by: ,", "PKB104", "7:19"),
    "field of a gap in capitals": (
        ORGS,
        ":kind: company",
        ":gap: Kind — no notice says",
        "PKB105",
        "5:7",
    ),
    "supports with semicolons": (
        JV,
        "status, parties, agreed",
        "status; parties; agreed",
        "PKB304",
        "13:12",
    ),
    "wide space only": (JV, "status: agreed", "status: \u3000", "PKB104", "5:10"),
    "no-break space only": (ORGS, "kind: company", "kind: \u00a0", "PKB104", "5:8"),
    "code fence not closed": (ORGS, "#", "```\nkW\n\n#", "PKB119", "1:1"),
    "tilde fence not closed in a text": (JV, "\n:::{ev", "\n~~~\nkW\n\n:::{ev", "PKB119", "12:1"),
    "record not closed before the next": (ORGS, ":::\n\n:::", "\n:::", "PKB119", "3:1"),
    "one closing line too many": (ORGS, ":::\n\n:::", ":::\n:::\n\n:::", "PKB119", "7:1"),
    "note not closed before records": (
        ORGS,
        ":::{org}",
        ":::{note}\nNew.\n\n:::{org}",
        "PKB119",
        "3:1",
    ),
    "closed with other marks": (ORGS, ":::{org}", "```{org}", "PKB119", "3:1"),
    "semicolons between ids": (JV, "VESTA, ORG", "VESTA; ORG", "PKB105", "6:11"),
    "“and” between ids": (JV, "VESTA, ORG", "VESTA and ORG", "PKB105", "6:11"),
    "“and” behind the comma": (JV, "VESTA, ORG", "VESTA, and ORG", "PKB105", "6:22"),
    "ids in brackets": (
        JV,
        "ORG_VESTA, ORG_BOREALIS",
        "[ORG_VESTA, ORG_BOREALIS]",
        "PKB105",
        "6:11",
    ),
    "two ids for one": (JV, "ed_by: PRG_HEF", "ed_by: PRG_HEF; PRG_HEF", "PKB105", "7:13"),
    "value that goes on": (JV, "VESTA, ORG_B", "VESTA,\nORG_B", "PKB115", "7:1"),
    "one party, text right behind": (
        JV,
        ":parties: ORG_VESTA, ORG_BOREALIS\n:funded_by: PRG_HEF\n:agreed: 2024-03-03\n\n",
        ":funded_by: PRG_HEF\n:agreed: 2024-03-03\n:parties: ORG_VESTA\n",
        "PKB204",
        "8:11",
    ),
    "evidence in a list": (
        ORGS,
        "# Organizations\n",
        "# Organizations\n\n- One\n\n  :::{evidence} SRC_NOTICE\n  Words.\n  :::\n",
        "PKB122",
        "5:3",
    ),
    "parties twice": (JV, ":agreed:", ":parties: ORG_VESTA\n:agreed:", "PKB114", "8:2"),
    "program twice": (JV, ":agreed:", ":funded_by: ORG_VESTA\n:agreed:", "PKB114", "8:2"),
    "program twice, unknown": (JV, ":agreed:", ":funded_by: PRG_X\n:agreed:", "PKB114", "8:2"),
    "too few colons": (JV, "::::{jv}", "::{jv}", "PKB128", "3:1"),
    "wide colons": (JV, "::::{jv}", "：：：：{jv}", "PKB128", "3:1"),
    "spaces in the braces": (JV, "{jv}", "{ jv }", "PKB128", "3:1"),
    "options of evidence below a line": (
        JV,
        ":supports: status",
        "\n:supports: status",
        "PKB115",
        "14:1",
    ),
    "shows below a line": (
        JV,
        ":supports: funded_by\n",
        ':supports: funded_by\n\n:shows: funded_by PRG_HEF = "the Fund"\n',
        "PKB115",
        "21:1",
    ),
    "wide colons in evidence": (JV, ":supports: st", "：supports： st", "PKB118", "13:1"),
    "wide colons below a line": (JV, ":supports: st", "\n：supports：st", "PKB118", "14:1"),
    "wide option": (JV, ":status: agreed", "：ｓｔａｔｕｓ： agreed", "PKB118", "5:1"),
    "quote not closed": (JV, ": agreed\n", ": 'agreed\n", "PKB116", "5:10"),
    "double quote not closed": (JV, ": agreed\n", ': "agreed\n', "PKB116", "5:10"),
    "quote closed by an apostrophe": (
        JV,
        "agreed\n:parties: ORG_VESTA,",
        "'agreed\n:parties: ORG_VESTA's,",
        "PKB116",
        "5:10",
    ),
    "second colon lost": (JV, ":status:", ":status", "PKB116", "5:2"),
    "second colon lost in the last": (JV, ":agreed:", ":agreed", "PKB116", "8:2"),
    "second colon lost in evidence": (JV, ":supports: f", ":supports f", "PKB116", "19:2"),
    "wide second colon": (JV, ":status: ", ":status： ", "PKB116", "5:2"),
    "wide space behind the colon": (JV, ":status: ", ":status:\u3000", "PKB116", "5:2"),
    "block of lines": (JV, ": agreed\n", ": | agreed\n", "PKB116", "5:10"),
    "folded lines": (JV, ": agreed\n", ": >5 agreed\n", "PKB116", "5:10"),
    "wide semicolon in aliases": (PROGRAM, "s: HEF", "s: HEF；Port Fund", "PKB105", "5:11"),
    "wide separators in tags": (PROGRAM, ":aliases: HEF", ":tags: a，b；c、d", "PKB105", "5:8"),
    "wide semicolon between gaps": (
        ORGS,
        ":kind: company",
        ":gap: kind — no source says； country — none is named",
        "PKB105",
        "5:28",
    ),
    "wide letters": (JV, ":status:", ":ｓｔａｔｕｓ:", "PKB102", "5:2"),
    "wide letters of the id": (JV, ":id:", ":ｉｄ:", "PKB102", "4:2"),
    "option twice": (JV, ":parties:", ":status: established\n:parties:", "PKB114", "6:2"),
    "supports twice": (JV, "parties, agreed\n", "parties\n:supports: agreed\n", "PKB114", "14:2"),
    "month of a review": (JV, ":status:", ":reviewed: 2025-05\n:status:", "PKB405", "5:12"),
    "old month of a review": (JV, ":status:", ":reviewed: 2020-05\n:status:", "PKB405", "5:12"),
    "coming month of a review": (JV, ":status:", ":reviewed: 2030-05\n:status:", "PKB405", "5:12"),
    "number sign in shows": (
        JV,
        ":supports: funded_by\n",
        ':supports: funded_by\n:shows: funded_by PRG_HEF = "the #1 fund"\n',
        "PKB117",
        "20:34",
    ),
    "number sign before all": (JV, ": agreed\n", ": #agreed\n", "PKB117", "5:10"),
    "title below": (JV, "{jv} Quaylight", "{jv}\nQuaylight", "PKB104", "3:1"),
    "title below a line": (ORGS, "{org} Vesta", "{org}\n\nVesta", "PKB104", "3:1"),
    "block of options not closed": (
        JV,
        ":id: JV_QUAYLIGHT\n:status: agreed\n:parties: ORG_VESTA, ORG_BOREALIS\n"
        ":funded_by: PRG_HEF\n:agreed: 2024-03-03\n",
        "---\nid: JV_QUAYLIGHT\nstatus: agreed\nparties: ORG_VESTA, ORG_BOREALIS\n"
        "funded_by: PRG_HEF\nagreed: 2024-03-03\n",
        "PKB116",
        "4:1",
    ),
    "block of options not closed, then a colon": (
        ORGS,
        ":id: ORG_VESTA\n:kind: company\n",
        "---\nid: ORG_VESTA\nkind: company\n\nIts aim: ships.\n",
        "PKB116",
        "4:1",
    ),
    "options of evidence not closed": (JV, ":supports: f", "---\nsupports: f", "PKB116", "19:1"),
}
"""A page, what is changed in it, and the code and place of the one error."""


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_one_message(quay: Path, name: str) -> None:
    path, old, new, code, place = MISTAKES[name]
    page = quay / path
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")
    _, report = engine.check(quay, today=TODAY)
    found = [
        (one.code, f"{one.line}:{one.col}", one.path)
        for one in report.diagnostics
        if one.severity is not Severity.NOTE
    ]
    assert found == [(code, place, path)]


def test_an_item_of_a_quoted_list_is_marked_without_the_quote(quay: Path) -> None:
    change(quay / JV, "ORG_VESTA, ORG_BOREALIS", '"ORG_VESTA, ORG_BOREALS"')
    _, report = engine.check(quay, today=TODAY)
    report.hide_notes()
    (found,) = report.diagnostics
    assert (found.col, found.end_col) == (23, 34)
    assert found.fix is not None


def test_a_source_has_a_document_and_is_pinned(quay: Path) -> None:
    for field, said in (("file", ["PKB108"]), ("sha256", ["PKB108"])):
        text = (quay / SOURCE).read_text("utf-8")
        gapped = re.sub(rf"(?m)^:{field}: .*$", f":gap: {field} — lost in the move", text)
        (quay / SOURCE).write_text(gapped, "utf-8")
        _, report = engine.check(quay, today=TODAY)
        (quay / SOURCE).write_text(text, "utf-8")
        errors = [one.code for one in report.diagnostics if one.severity is Severity.ERROR]
        assert errors == said


def test_a_fingerprint_outlives_moved_lines(quay: Path) -> None:
    change(quay / JV, ":status: agreed", ":status: established")
    _, before = engine.check(quay, today=TODAY)
    change(quay / JV, "# Quaylight\n", "# Quaylight\n\nAbout it.\n")
    _, after = engine.check(quay, today=TODAY)
    assert [one.line + 2 for one in before.diagnostics] == [one.line for one in after.diagnostics]
    assert [one.fingerprint for one in before.diagnostics] == [
        one.fingerprint for one in after.diagnostics
    ]
    assert before.diagnostics


def test_each_place_of_a_repeated_mistake_is_told(quay: Path) -> None:
    change(quay / JV, "ORG_VESTA, ORG_BOREALIS", "ORG_NONE, ORG_BOREALIS, ORG_NONE")
    _, report = engine.check(quay, today=TODAY)
    wrong = [one for one in report.diagnostics if one.code == "PKB201"]
    assert [(one.line, one.col) for one in wrong] == [(6, 11), (6, 35)]


ALONE = {
    "options that cannot be read": (PROGRAM, ":aliases: HEF", ':aliases: "HEF', "PKB116"),
    "a type that does not exist": (JV, "{jv}", "{jvv}", "PKB101"),
    "a required link is missing": (PROGRAM, ":administered_by: ORG_COAST\n", "", "PKB104"),
    "a required link is wrong": (PROGRAM, "ed_by: ORG_COAST", "ed_by: ORG_XYZ_QRS", "PKB201"),
}
"""Mistakes that leave another record without a link, and the code of the one that is told."""


@pytest.mark.parametrize("name", ALONE)
def test_what_a_mistake_hides_is_not_missed(quay: Path, name: str) -> None:
    path, old, new, code = ALONE[name]
    change(quay / path, old, new)
    _, report = engine.check(quay, today=TODAY)
    assert {one.code for one in report.diagnostics} == {code}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("POL_HEF", "PRG_HEF"),
        ("PRG_HARBOUR_FUND", "PRG_HEF"),
        ("PRG_HARBOUR", None),
        ("PRG_FUND_HARBOUR", None),
        ("XYZ_HEF", None),
    ],
)
def test_an_id_in_other_words_is_recognized(quay: Path, wrong: str, meant: str | None) -> None:
    change(quay / JV, "funded_by: PRG_HEF", f"funded_by: {wrong}")
    _, report = engine.check(quay, today=TODAY)
    (found,) = (one for one in report.diagnostics if one.code == "PKB201")
    assert (found.fix.edits[0].text if found.fix else None) == meant
    assert ("did you mean PRG_HEF" in (found.help or "")) == bool(meant)


def test_an_id_that_two_records_could_mean_is_left_open(quay: Path) -> None:
    page = (quay / PROGRAM).read_text("utf-8")
    other = page.replace("PRG_HEF", "PRG_HIF").replace("Electrification", "Insulation")
    (quay / "docs/programs/hif.md").write_text(other.replace(":aliases: HEF\n", ""), "utf-8")
    change(quay / JV, "funded_by: PRG_HEF", "funded_by: PRG_HARBOUR_FUND")
    _, report = engine.check(quay, today=TODAY)
    (found,) = (one for one in report.diagnostics if one.code == "PKB201")
    assert found.fix is None


LISTS = ("ORG_VESTA; ORG_BOREALIS", "ORG_VESTA and ORG_BOREALIS", "[ORG_VESTA, ORG_BOREALIS]")


@pytest.mark.parametrize("written", LISTS)
def test_a_list_of_ids_in_another_form_is_fixed(quay: Path, written: str) -> None:
    change(quay / JV, ":parties: ORG_VESTA, ORG_BOREALIS", f":parties: {written}")
    change(quay / JV, "{need}`ORG_VESTA` and {need}`ORG_BOREALIS` set", "They set")
    _, report = engine.check(quay, today=TODAY)
    (found,) = report.diagnostics
    assert found.help == "write ORG_VESTA, ORG_BOREALIS"
    assert found.fix is not None
    assert (found.fix.edits[0].text, found.fix.applicability) == ("ORG_VESTA, ORG_BOREALIS", "safe")


def test_a_missing_link_is_asked_for_in_words(quay: Path) -> None:
    change(quay / JV, ":parties: ORG_VESTA, ORG_BOREALIS\n", "")
    _, report = engine.check(quay, today=TODAY)
    (found,) = (one for one in report.diagnostics if one.code == "PKB104")
    assert (found.help or "").startswith(
        "add “:parties:” with ids of organizations (ORG_…) or joint ventures (JV_…), separated by "
        "commas; if"
    )


def test_an_unknown_party_makes_no_other_party_doubtful(quay: Path) -> None:
    change(quay / JV, "ORG_BOREALIS\n:f", "ORG_BOREALLIS\n:f")
    found = engine.check(quay, today=TODAY)[1].diagnostics
    assert [item.code for item in found if item.field == "parties"] == ["PKB201"]
