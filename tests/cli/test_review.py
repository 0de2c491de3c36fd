"""A person reads passage by passage; what was read is stamped, and nothing else is written."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import commit, git

from policykb.check import engine
from policykb.check.rules.evidence.fact_to_read import SAYS
from policykb.cli import main
from policykb.evidence.reviewed import holds

QUAY = Path(__file__).parents[1] / "contract" / "quay"
GUIDE = Path(__file__).parents[2] / "docs/guide/review.md"
DAY = ["--today", "2026-01-15"]


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    return Path(shutil.copytree(QUAY, tmp_path / "base"))


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def pages(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (root / "docs").rglob("*.md")}


def test_a_session_stands_in_the_guide(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "y\nq\n")
    words = ["review", "--initials", "AB", *DAY, "--root", str(quay)]
    assert main(words) == 0
    said = capsys.readouterr().out
    printed = f"```console\n$ policykb review --initials AB\n{said.rstrip()}\n```\n"
    text = GUIDE.read_text("utf-8")
    start = text.index("```console\n")
    end = text.index("```\n", start) + 4
    if os.environ.get("REWRITE"):
        GUIDE.write_text(text[:start] + printed + text[end:], "utf-8")
    else:
        assert text[start:end] == printed


def test_a_record_is_stamped_once_every_passage_is_right(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pages(quay)
    answer(monkeypatch, "y\nn\n")
    assert main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)]) == 0
    assert pages(quay) == before
    answer(monkeypatch, "y\ny\n")
    assert main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)]) == 0
    base, report = engine.check(quay)
    assert holds(base, base.by_id["JV_QUAYLIGHT"]) is True
    assert not report.diagnostics
    after = pages(quay)
    stamp = next(line for line in after["quaylight.md"].splitlines() if "reviewed" in line)
    assert after["quaylight.md"].replace(f"{stamp}\n", "") == before["quaylight.md"]
    assert {name for name in after if after[name] != before[name]} == {"quaylight.md"}


def test_a_change_takes_the_stamp_back(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "y\ny\n")
    main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)])
    page = quay / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("signed an agreement on", "[…] on"), "utf-8")
    capsys.readouterr()
    main(["check", "--notes", "--root", str(quay)])
    assert "PKB408" in capsys.readouterr().out
    answer(monkeypatch, "q\n")
    main(["review", *DAY, "--root", str(quay)])
    assert "2 records to read" in capsys.readouterr().out


def test_a_renaming_takes_no_stamp_back(quay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "y\ny\n")
    main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)])
    for old, new in (("JV_QUAYLIGHT", "JV_QUAY"), ("ORG_VESTA", "ORG_VEGA")):
        assert main(["rename", old, new, "--root", str(quay)]) == 0
    base = engine.load(quay)
    assert holds(base, base.by_id["JV_QUAY"]) is True


def test_an_edited_page_is_asked_about_anew(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/2024-03-03/2024-03-04/")
    monkeypatch.delenv("VISUAL", raising=False)
    answer(monkeypatch, "e\nq\n")
    # The editor of this test takes no line.
    monkeypatch.setattr("policykb.cli.review._open_editor", lambda path, line: _edit(path))
    assert main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)]) == 0
    said = capsys.readouterr().out
    assert "agreed = 2024-03-03: shown" in said
    assert "agreed = 2024-03-04: refused (absent)" in said


def _edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("2024-03-03", "2024-03-04"), "utf-8")


@pytest.mark.parametrize("editor", ["no-such-editor", "no-such-editor 'a"])
def test_an_editor_that_is_not_there_is_told(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    answer(monkeypatch, "e\nq\n")
    assert main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)]) == 0
    assert "set EDITOR, or edit" in capsys.readouterr().out


@pytest.mark.parametrize("initials", ["A\x1b[2J", "A\n:gap: x", "A B", "1"])
def test_initials_that_no_stamp_can_have_are_refused(quay: Path, initials: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["review", "--initials", initials, "--root", str(quay)])
    assert stopped.value.code == 2


def test_the_end_of_the_answers_is_the_end(quay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "")
    assert main(["review", *DAY, "--root", str(quay)]) == 0


def test_doubts_come_first_and_pass_nothing(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    doubts = quay / "doubts.json"
    doubts.write_text('[{"record": "JV_QUAYLIGHT", "field": "agreed", "doubt": "of which year?"}]')
    answer(monkeypatch, "q\n")
    main(["review", "--doubts", str(doubts), *DAY, "--root", str(quay)])
    said = capsys.readouterr().out
    assert said.index("JV_QUAYLIGHT") < said.index("? doubted: of which year?")
    assert "PRG_HEF)" not in said
    answer(monkeypatch, doubts.read_text("utf-8"))
    main(["review", "--list", "--format", "json", "--doubts", "-", "--root", str(quay)])
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert [one["field"] for one in facts if "doubts" in one] == ["agreed"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "are no JSON"),
        ("[" * 50_000, "are no JSON"),
        ("3", "are no list"),
        ("[3]", "doubt 1 is no object"),
        ('[{"record": "ORG_X"}]', "doubt 1: there is no record “ORG_X”"),
        ('[{"record": "PRG_HEF", "field": "x"}]', "PRG_HEF has no field “x”"),
    ],
)
def test_doubts_that_cannot_be_read_are_told(
    quay: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    (quay / "doubts.json").write_text(text)
    assert main(["review", "--doubts", str(quay / "doubts.json"), "--root", str(quay)]) == 2
    assert said in capsys.readouterr().err


def test_doubts_that_are_no_text_are_told(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (quay / "doubts.json").write_bytes(b"\xff")
    assert main(["review", "--doubts", str(quay / "doubts.json"), "--root", str(quay)]) == 2
    assert "is not UTF-8" in capsys.readouterr().err


def test_records_are_chosen(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(quay, "init", "-q")
    commit(quay)
    page = quay / "docs/programs/hef.md"
    page.write_text(page.read_text("utf-8").replace("Money for", "Funds for"), "utf-8")

    def records(*words: str) -> set[str]:
        main(["review", "--list", "--format", "json", *words, "--root", str(quay)])
        return {one["record"] for one in json.loads(capsys.readouterr().out)["facts"]}

    assert records() == {"PRG_HEF", "JV_QUAYLIGHT"}
    assert records("--type", "jv") == {"JV_QUAYLIGHT"}
    assert records("--source", "SRC_NOTICE") == {"PRG_HEF", "JV_QUAYLIGHT"}
    assert records("--since", "HEAD") == {"PRG_HEF"}
    assert records("--type", "person") == set()


def test_another_value_is_named_wherever_a_fact_is_told_of(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = quay / "docs/ventures/quaylight.md"
    text = page.read_text("utf-8").replace("ORG_VESTA, ORG_BOREALIS\n", "ORG_BOREALIS\n")
    page.write_text(text, "utf-8")
    for command in (["check", "--notes"], ["review", "--list"], ["explain", "JV_QUAYLIGHT"]):
        main([*command, "--root", str(quay)])
        assert re.search(" beside (it, )?“Vesta Lines”", capsys.readouterr().out), command


def test_each_reason_of_the_list_is_said_once_in_words(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = quay / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace(", ORG_BOREALIS\n", "\n"), "utf-8")
    main(["review", "--list", "--root", str(quay)])
    listed = capsys.readouterr().out.splitlines()
    said = [line for line in listed if line.partition(":")[0] in SAYS]
    assert said == [f"others: {SAYS['others'][0]}"] == listed[-1:]


def test_what_the_check_refuses_is_not_stamped(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(quay / "docs/ventures/quaylight.md")
    before = pages(quay)
    answer(monkeypatch, "y\ny\ny\n")
    assert main(["review", "JV_QUAYLIGHT", *DAY, "--root", str(quay)]) == 0
    said = capsys.readouterr().out
    assert "1 record to read" in said
    assert "JV_QUAYLIGHT is not stamped: the check refuses agreed" in said
    assert "0 stamped, 1 found wrong" in said
    assert pages(quay) == before
