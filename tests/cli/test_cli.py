"""Commands and their exit codes, as the command line runs them."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from tests.check.rules.examples import Example, lay
from tests.small import ORG, org

from policykb.base.index import Base
from policykb.base.settings import Settings
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.report import formats
from policykb.check.rules import catalog
from policykb.check.rules.rule import Rule
from policykb.cli import COMMANDS, main
from policykb.edit import start
from policykb.model import TYPES

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    lay(Example(flagged=True, files={ORG: org(":kind: firm\n")}), tmp_path)
    return tmp_path


def test_help_names_every_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert all(re.search(rf"^    {name} ", shown, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main([name, "--help"])
    assert stop.value.code == 0
    assert f"policykb {name}" in capsys.readouterr().out


@pytest.mark.parametrize("form", formats())
def test_an_error_is_exit_1_in_every_format(form: str, base: Path, capsys: Capture) -> None:
    assert main(["check", "--root", str(base), "--format", form]) == 1
    assert "PKB105" in capsys.readouterr().out


def test_findings_are_counted_and_let_pass_where_that_is_asked_for(
    base: Path, capsys: Capture
) -> None:
    assert main(["check", "--root", str(base), "--statistics", "--exit-zero"]) == 0
    shown = capsys.readouterr().out
    assert shown == "1  error    PKB105  bad-value\n8 records checked: 1 error.\n"


def test_all_rules_are_listed(base: Path, capsys: Capture) -> None:
    assert main(["rules", "--root", str(base)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(rule.code for rule in catalog.RULES)
    assert main(["rules", "--root", str(base), "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == len(lines)
    assert all(all(one.values()) for one in listed)


def unsaved(text: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit code of a check with a text on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return main(["check", *words])


def test_what_an_editor_has_is_checked_before_it_is_saved(
    base: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ("--root", str(base), "-", "--stdin-filename", str(base / ORG))
    assert unsaved(org(), monkeypatch, *page) == 0
    capsys.readouterr()
    assert unsaved(org(":kind: body\n"), monkeypatch, *page, "--format", "concise") == 1
    assert re.fullmatch(rf"{ORG}:5:8: error\[PKB105\] [^\n]+\n", capsys.readouterr().out)
    fresh = org().replace("ORG_VESTA", "ORG_NEW").replace("Vesta Lines", "New Works")
    new = ("--root", str(base), "-", "--stdin-filename", str(base / "docs/new.md"))
    assert unsaved(fresh, monkeypatch, *new) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["-"],
        ["-", "docs", "--stdin-filename", "{root}/docs/a.md"],
        ["--stdin-filename", "{root}/docs/a.md"],
        ["-", "--stdin-filename", "{root}/docs/a.txt"],
        ["-", "--stdin-filename", "{root}/docs/_drafts/a.md"],
        ["-", "--stdin-filename", "{root}/seeds/a.md"],
        ["-", "--stdin-filename", "/elsewhere/a.md"],
    ],
)
def test_a_text_of_no_page_is_not_checked(
    words: list[str], base: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [word.replace("{root}", str(base)) for word in words]
    assert unsaved(org(), monkeypatch, "--root", str(base), *given) == 2
    assert re.fullmatch(r"policykb: [^\n]+\n", capsys.readouterr().err)


def test_notes_are_exit_0(base: Path) -> None:
    (base / ORG).write_text(org(text="It works with Borealis Shipping."), "utf-8")
    assert main(["check", "--root", str(base)]) == 0


def test_codes_are_selected_and_ignored(base: Path, capsys: Capture) -> None:
    assert main(["check", "--root", str(base), "--ignore", "pkb1,PKB9"]) == 0
    assert main(["check", "--root", str(base), "--select", "PKB105"]) == 1
    capsys.readouterr()
    assert main(["check", "--root", str(base), "--select", "PKB999"]) == 2
    assert "no rule is PKB999" in capsys.readouterr().err


def test_the_baseline_is_written_and_then_only_shrinks(base: Path, capsys: Capture) -> None:
    words = ["check", "--root", str(base), "--update-baseline"]
    assert main(words) == 2
    assert "there is no baseline" in capsys.readouterr().err
    (base / "pyproject.toml").write_text('[tool.policykb]\nbaseline = "known.txt"\n')
    assert main(words) == 0
    assert capsys.readouterr().out == "known.txt: 1 known findings\n"
    assert main(words[:3]) == 0
    (base / ORG).write_text(org(), "utf-8")
    assert main(words[:3]) == 1
    assert main(words) == 0
    assert main(words[:3]) == 0


def test_a_crashing_rule_is_exit_2_and_no_pass(
    base: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(base: Base) -> Iterator[Diagnostic]:
        yield from [][0]

    rule = Rule("TST001", "broken", Severity.ERROR, broken)
    monkeypatch.setattr(catalog, "RULES", (*catalog.RULES, rule))
    assert main(["check", "--root", str(base)]) == 2
    shown = capsys.readouterr()
    assert "rule TST001 failed" in shown.err
    assert "Traceback" not in shown.err


def test_explain_prints_a_rules_page(base: Path, capsys: Capture) -> None:
    for name in ("PKB203", "pkb203", "[PKB203]", "venture-without-program"):
        assert main(["explain", name, "--root", str(base)]) == 0
        assert capsys.readouterr().out.startswith("# PKB203 venture-without-program\n")


def test_explain_tells_what_a_former_name_is_now(base: Path, capsys: Capture) -> None:
    assert main(["explain", "licence", "--root", str(base)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "licence: former name of license, still read"
    assert said[1].startswith("license: a text in quotes")


def test_explain_tells_of_a_setting_and_of_all(base: Path, capsys: Capture) -> None:
    assert main(["explain", "review-after-days", "--root", str(base)]) == 0
    one = capsys.readouterr().out
    assert one.startswith("review_after_days: a whole number, default 365\n  Days after which")
    assert one.endswith("\n  review_after_days = 180\n")
    comment = start.files(start.Answers("Ours"))["pyproject.toml"].decode().splitlines()[0]
    command = re.search(r'"policykb (.+?)"', comment)
    assert command
    assert main([*command[1].split(), "--root", str(base)]) == 0
    told = capsys.readouterr().out
    assert one in told
    names = {one.name for one in fields(Settings) if one.init}
    assert set(re.findall(r"^(\w+): ", told, re.MULTILINE)) == names


def test_explain_tells_the_fields_of_a_type(base: Path, capsys: Capture) -> None:
    assert main(["explain", "program", "--root", str(base)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("program  Program: ")
    assert "docs/programs, PRG_…; policykb new program" in shown
    assert "  status: Required. Where it stands. Write one of planned, open" in shown
    assert all(f"\n  {name}: " in shown for name in TYPES["program"].specs)


def test_explain_helps_where_the_settings_hold_a_mistake(base: Path, capsys: Capture) -> None:
    (base / "policykb.toml").write_text('acent = "#fff"\n', "utf-8")
    for what, said in (("accent", "accent: "), ("PKB203", "# PKB203 ")):
        assert main(["explain", what, "--root", str(base)]) == 0
        assert capsys.readouterr().out.startswith(said)
    assert main(["explain", "JV_QUAYLIGHT", "--root", str(base)]) == 2
    assert "policykb.toml:1" in capsys.readouterr().err


def test_explain_leads_from_a_field_to_its_place_in_the_source(base: Path, capsys: Capture) -> None:
    assert main(["explain", "JV_QUAYLIGHT", "--root", str(base)]) == 0
    shown = capsys.readouterr().out
    field = shown.split("(agreed): ")[1].split("\n\n")[0]
    assert field.startswith("2024-03-03\n  shown\n  “Vesta Lines and Borealis Shipping signed")
    place = re.search(r"SRC_NOTICE, seeds/notice\.txt, paragraph 2, characters (\d+)–(\d+)", field)
    assert place
    text = (base / "seeds/notice.txt").read_text("utf-8")[int(place[1]) : int(place[2])]
    assert text.startswith("Vesta Lines and Borealis Shipping signed")
    assert text.endswith("to set up Quaylight")
    assert "Named by\n  EVT_SIGNING (about)" in shown


@pytest.mark.parametrize(
    ("what", "said"),
    [("PKB999", "there is no rule PKB999"), ("JV_QUAYLIHT", "did you mean JV_QUAYLIGHT")],
)
def test_explain_says_what_it_does_not_know(
    what: str, said: str, base: Path, capsys: Capture
) -> None:
    assert main(["explain", what, "--root", str(base)]) == 2
    assert said in capsys.readouterr().err


def test_watch_checks_again_after_a_change(base: Path) -> None:
    words = [sys.executable, "-u", "-m", "policykb", "check", "--watch", "--root", str(base)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout
    try:
        shown = iter(process.stdout.readline, "")
        assert any("8 records checked: 1 error." in line for line in shown)
        (base / ORG).write_text(org(), "utf-8")
        assert any("docs/organizations/vesta.md changed" in line for line in shown)
        assert any("nothing to fix" in line for line in shown)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def test_json_is_the_same_for_the_same_base(base: Path, capsys: Capture) -> None:
    shown = []
    for _ in range(2):
        main(["check", "--root", str(base), "--format", "json"])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert json.loads(shown[0])["summary"]["errors"] == 1


NOTHING = {
    "no rule": ["--select", "PKB2", "--ignore", "PKB"],
    "a selection of nothing": ["--select", " , "],
    "no such rule": ["--select", "PKB999"],
    "all ignored": ["--ignore", "PKB"],
    "a folder without pages": ["{root}/pictures"],
    "a folder that is not there": ["{root}/dcos"],
    "a file that is no page": ["{root}/README.txt"],
    "another root": ["--root", "{root}/pictures"],
    "no root": ["--root", "{root}/nowhere"],
    "an empty folder of pages": ["--root", "{root}/empty"],
}


@pytest.mark.parametrize("name", NOTHING)
def test_a_run_that_checked_nothing_is_no_pass(name: str, base: Path, capsys: Capture) -> None:
    (base / "pictures").mkdir()
    (base / "empty/docs/_drafts").mkdir(parents=True)
    (base / "empty/docs/_drafts/a.md").write_text("# A\n", "utf-8")
    (base / "README.txt").write_text("Words.\n", "utf-8")
    words = [word.replace("{root}", str(base)) for word in NOTHING[name]]
    root = [] if "--root" in words else ["--root", str(base)]
    assert main(["check", *words, *root]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.fullmatch(r"policykb: [^\n]+\n", shown.err)


def test_settings_that_ignore_everything_are_no_pass(base: Path, capsys: Capture) -> None:
    for ignore in ("", "PKB"):
        toml = f'[tool.policykb]\nignore = ["{ignore}"]\n'
        (base / "pyproject.toml").write_text(toml, "utf-8")
        assert main(["check", "--root", str(base)]) == 2
    (base / "pyproject.toml").write_text('[tool.policykb]\nexclude = ["organizations"]\n', "utf-8")
    assert main(["check", "--root", str(base), f"{base}/docs/organizations"]) == 2
    assert capsys.readouterr().out == ""
