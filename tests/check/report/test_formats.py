"""Each output format on the same few findings."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from tests.small import ORG, check, org

from policykb.base.index import Base
from policykb.check import engine
from policykb.check.color import CHOICE
from policykb.check.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity
from policykb.check.report import codequality, concise, github, junit, sarif, statistics, text
from policykb.check.report import json as json_format

PAGE = org(":kind: companies\n", "It works with Borealis Shipping.")
SCHEMA = json.loads((Path(__file__).parent / "sarif-subset.json").read_text("utf-8"))


@pytest.fixture
def checked(tmp_path: Path) -> tuple[Base, Report]:
    """Return a base and its report: a note before an error."""
    base, report = check(tmp_path, {ORG: PAGE})
    report.diagnostics.reverse()
    assert [item.severity for item in report.diagnostics] == [Severity.NOTE, Severity.ERROR]
    return base, report


def finding(**more: Any) -> Diagnostic:
    values = {"code": "PKB105", "name": "bad-value", "severity": Severity.ERROR, "message": "No."}
    place = {"path": "docs/a.md", "line": 2, "col": 3, "end_line": 2, "end_col": 5}
    return Diagnostic(**{**values, **place, **more})


def test_text_shows_the_line_with_carets_and_the_fix(checked: tuple[Base, Report]) -> None:
    base, report = checked
    report.diagnostics.reverse()
    assert text.render(report, base) == (
        "docs/organizations/vesta.md:5:8: error[PKB105] bad-value: ORG_VESTA: kind cannot be "
        "“companies”: it is not one of the values\n"
        "  5 | :kind: companies\n"
        "    |        ^^^^^^^^^\n"
        "  help: write company; accepted: one of company, ministry, agency, association, "
        "institute, government, court, intergovernmental, other\n"
        "  docs: policykb explain PKB105\n\n"
        "docs/organizations/vesta.md:7:15: note[PKB604] unlinked-name: the text names “Borealis "
        "Shipping” (ORG_BOREALIS) without a link\n"
        "  7 | It works with Borealis Shipping.\n"
        "    |               ^^^^^^^^^^^^^^^^^\n"
        "  help: write {need}`Borealis Shipping <ORG_BOREALIS>` or {need}`ORG_BOREALIS`\n"
        "  docs: policykb explain PKB604\n\n"
        "8 records checked: 1 error, 1 note.\n"
    )


def test_text_is_colored_on_a_terminal_only(
    checked: tuple[Base, Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, report = checked
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in text.render(report, base)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b[31merror[PKB105]\x1b[0m" in text.render(report, base)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in text.render(report, base)


@pytest.mark.parametrize(
    ("choice", "no_color", "force_color", "colored"),
    [
        ("auto", "", "1", True),
        ("auto", "1", "1", False),
        ("always", "1", "", True),
        ("never", "", "1", False),
        ("auto", "", "", False),
    ],
)
def test_the_option_then_the_environment_decide_on_colors(
    choice: str,
    no_color: str,
    force_color: str,
    colored: bool,
    checked: tuple[Base, Report],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base, report = checked
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("FORCE_COLOR", force_color)
    token = CHOICE.set(choice)
    assert ("\x1b[" in text.render(report, base)) is colored
    CHOICE.reset(token)


def test_notes_of_one_rule_are_told_together_after_the_errors(
    checked: tuple[Base, Report],
) -> None:
    base, report = checked
    note, error = report.diagnostics
    other = finding(code=note.code, name=note.name, severity=note.severity, message="And here.")
    report.diagnostics = [note, other, error]
    lines = text.render(report, base).splitlines()
    assert "error[PKB105]" in lines[0]
    assert lines[6:] == [
        "note[PKB604] unlinked-name: 2 notes",
        f"  {note.path}:7:15: {note.message}",
        f"    help: {note.help}",
        "  docs/a.md:2:3: And here.",
        "  docs: policykb explain PKB604",
        "",
        "8 records checked: 1 error, 2 notes.",
    ]
    report.diagnostics = [note, note]
    assert text.render(report, base).count("help:") == 1


@pytest.mark.parametrize(
    ("row", "col", "end_col", "carets"),
    [
        (":name_ja: 会社 x", 14, 15, " " * 15 + "^"),
        ("\tkind: a", 2, 6, " ^^^^"),
        ("é" * 3, 2, 3, " ^"),
        ("short", 6, 6, "     ^"),
    ],
)
def test_carets_stand_under_the_place(row: str, col: int, end_col: int, carets: str) -> None:
    item = finding(line=1, end_line=1, col=col, end_col=end_col)
    assert text.excerpt(row, item)[1] == "    | " + carets


def test_a_long_line_is_cut_round_its_place() -> None:
    row = "x" * 5000 + "here" + "y" * 5000
    shown, carets = text.excerpt(row, finding(line=1, col=5001, end_line=1, end_col=5005))
    assert len(shown) < 200
    at = carets.index("^")
    assert (shown[at : at + 4], carets.count("^")) == ("here", 4)


def test_control_characters_of_a_page_do_not_reach_the_terminal() -> None:
    lines = text.finding_lines(
        finding(line=1, end_line=1, message="odd \x1b[31m"), "a \x1b[2Jb\x07\u202e c"
    )
    assert not {"\x1b", "\x07", "\u202e"} & set(lines)


def test_concise_is_one_line_a_finding(checked: tuple[Base, Report]) -> None:
    base, report = checked
    assert concise.render(report, base).splitlines()[1] == (
        "docs/organizations/vesta.md:5:8: error[PKB105] ORG_VESTA: kind cannot be “companies”: "
        "it is not one of the values"
    )


def test_json_holds_every_key(checked: tuple[Base, Report]) -> None:
    base, report = checked
    content = json.loads(json_format.render(report, base))
    assert content["summary"] == {"records": 8, "errors": 1, "warnings": 0, "notes": 1}
    (edit,) = content["diagnostics"][1]["fix"]["edits"]
    assert edit == {
        "path": ORG,
        "line": 5,
        "col": 8,
        "end_line": 5,
        "end_col": 17,
        "text": "company",
    }


def test_github_has_errors_first(checked: tuple[Base, Report]) -> None:
    base, report = checked
    lines = github.render(report, base).splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["::error", "::notice"]
    assert lines[0].startswith(
        "::error file=docs/organizations/vesta.md,line=5,col=8,endColumn=16,"
        "title=PKB105 bad-value::ORG_VESTA%3A".replace("%3A", ":")
    )


def test_github_is_told_how_many_there_are_where_it_shows_only_ten(tmp_path: Path) -> None:
    base, _ = check(tmp_path, {})
    ten = [finding(line=number) for number in range(1, 11)]
    assert "::notice" not in github.render(Report(ten, 8), base)
    lines = github.render(Report([*ten, finding(line=11)], 8), base).splitlines()
    assert lines[0].startswith("::notice title=policykb::11 errors. At most 10 of each are shown")
    assert len(lines) == 13


def test_junit_has_a_case_a_finding_and_one_for_a_clean_page(tmp_path: Path) -> None:
    base, _ = check(tmp_path, {})
    path = base.pages[0].path
    report = Report(
        [
            finding(path=path, message='a "<b>" & \x00\ufffe'),
            finding(path=path, help="Do."),
            finding(path=path, severity=Severity.NOTE),
        ],
        8,
    )
    top = ElementTree.fromstring(junit.render(report, base))
    assert top.attrib == {"name": "policykb", "tests": str(len(base.pages) + 1), "failures": "2"}
    assert [suite.get("failures") for suite in top][:2] == ["2", "0"]
    failures = top.findall(".//failure")
    assert failures[0].get("message") == 'a "<b>" & \ufffd\ufffd'
    assert failures[1].text == f"{path}:2:3\nNo.\nhelp: Do."
    assert len(top.findall(".//testcase")) == len(base.pages) + 1


def test_code_quality_has_what_gitlab_reads(checked: tuple[Base, Report]) -> None:
    base, report = checked
    report.diagnostics.append(report.diagnostics[1])
    found = json.loads(codequality.render(report, base))
    assert [one["severity"] for one in found] == ["info", "major", "major"]
    assert len({one["fingerprint"] for one in found}) == 3
    assert found[1]["location"] == {"path": ORG, "lines": {"begin": 5, "end": 5}}
    assert found[1]["check_name"] == "PKB105 bad-value"


def test_statistics_count_by_rule(checked: tuple[Base, Report]) -> None:
    base, report = checked
    report.diagnostics.append(report.diagnostics[1])
    assert statistics.render(report, base) == (
        "2  error    PKB105  bad-value\n"
        "1  note     PKB604  unlinked-name\n"
        "8 records checked: 2 errors, 1 note.\n"
    )


def test_github_commands_cannot_be_forged_by_a_page() -> None:
    item = finding(path="docs/a,b:c%.md", message="100% ::error::x\n::set-output name=a::b")
    command = github.command(item)
    assert command.count("\n") == 1
    assert "file=docs/a%2Cb%3Ac%25.md," in command
    assert "::100%25 ::error::x%0A::set-output" in command


def test_github_shows_the_other_place_too() -> None:
    item = finding(message="It is twice.", related=(Related("here as well", "docs/b.md", 4, 5),))
    assert github.command(item).endswith("::It is twice.%0Adocs/b.md:4:5: here as well\n")


def test_sarif_is_valid(checked: tuple[Base, Report]) -> None:
    base, report = checked
    edit = Edit("docs/a.md", 1, 1, 1, 2, "x")
    report.diagnostics += [
        finding(record="ORG_X", related=(Related("here", "docs/b c.md", 4, 5),)),
        finding(fix=Fix("unsafe", (edit, edit)), help="Do."),
    ]
    log = json.loads(sarif.render(report, base))
    assert [error.message for error in jsonschema_rs.Draft7Validator(SCHEMA).iter_errors(log)] == []
    run = log["runs"][0]
    for item in run["results"]:
        assert run["tool"]["driver"]["rules"][item["ruleIndex"]]["id"] == item["ruleId"]
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 8,
        "endLine": 5,
        "endColumn": 17,
    }
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in run["results"][2]["relatedLocations"]
    }
    assert uris == {"docs/b%20c.md"}


def test_an_empty_report_is_said_to_be_clean(tmp_path: Path) -> None:
    base, report = check(tmp_path, {})
    assert text.render(report, base) == "8 records checked, nothing to fix.\n"
    quick = engine.run(base, errors_only=True)
    said = "8 records checked, no error. No fact was graded: check without -q does.\n"
    assert text.render(quick, base) == said
    assert concise.render(report, base) == ""
    assert json.loads(sarif.render(report, base))["runs"][0]["results"] == []
