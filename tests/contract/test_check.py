"""``policykb check`` as other programs rely on it: places, keys, exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.contract.conftest import Run, change

KEYS = set(
    "code name severity message path line col end_line end_col record field help fix related url "
    "fingerprint".split()
)
Findings = Callable[..., list[dict[str, Any]]]


def test_a_clean_base_is_exit_0(policykb: Run) -> None:
    answer = policykb("check")
    assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout


def test_an_unknown_program_is_located_at_its_own_line_and_column(
    quay: Path, policykb: Run, findings: Findings
) -> None:
    change(quay / "docs/ventures/quaylight.md", "PRG_HEF", "PRG_HEG")
    (found,) = [item for item in findings() if item["code"] == "PKB201"]
    assert set(found) == KEYS
    assert (found["path"], found["line"], found["col"]) == ("docs/ventures/quaylight.md", 7, 13)
    assert (found["end_line"], found["end_col"]) == (7, 20)
    assert (found["record"], found["field"]) == ("JV_QUAYLIGHT", "funded_by")
    assert found["url"] == "rules/PKB201.html"
    text = policykb("check").stdout
    assert (
        "docs/ventures/quaylight.md:7:13: error[PKB201] unknown-reference: "
        "JV_QUAYLIGHT is funded by PRG_HEG, which does not exist\n"
        "  7 | :funded_by: PRG_HEG\n"
        "    |             ^^^^^^^\n"
        '  help: did you mean PRG_HEF ("Harbour Electrification Fund")?\n'
        "  docs: policykb explain PKB201\n"
    ) in text


def test_one_mistake_is_one_message(quay: Path, findings: Findings) -> None:
    change(quay / "docs/ventures/quaylight.md", "PRG_HEF", "PRG_HEG")
    # That nobody uses the program any more is a note of its own.
    assert [item["code"] for item in findings() if item["severity"] != "note"] == ["PKB201"]


def test_a_venture_without_a_program_fails_and_a_gap_fixes_it(
    quay: Path, policykb: Run, findings: Findings
) -> None:
    page = quay / "docs/ventures/quaylight.md"
    change(page, ":funded_by: PRG_HEF\n", "")
    change(
        page,
        ":::{evidence} SRC_NOTICE\n:supports: funded_by",
        ":::{evidence} SRC_NOTICE\n:supports: text",
    )
    (found,) = [item for item in findings() if item["severity"] == "error"]
    assert (found["record"], found["path"], found["line"]) == (
        "JV_QUAYLIGHT",
        "docs/ventures/quaylight.md",
        3,
    )
    assert ":gap: funded_by — " in found["help"]
    change(page, ":agreed:", ":gap: funded_by — no source names a program\n:agreed:")
    assert policykb("check").returncode == 0


@pytest.mark.parametrize("dash", ["—", "–", " - "])
def test_each_dash_separates_a_gap_from_its_reason(
    quay: Path, findings: Findings, dash: str
) -> None:
    page = quay / "docs/ventures/quaylight.md"
    change(page, ":funded_by: PRG_HEF\n", f":gap: funded_by{dash}no source names a program\n")
    change(page, ":supports: funded_by", ":supports: text")
    assert [item for item in findings() if item["severity"] == "error"] == []


def test_an_invented_date_is_refused(quay: Path, findings: Findings) -> None:
    change(quay / "docs/ventures/quaylight.md", ":agreed: 2024-03-03", ":agreed: 2024-03-13")
    (found,) = findings()
    assert (found["code"][:4], found["severity"], found["field"]) == ("PKB3", "error", "agreed")


def test_a_quotation_that_no_source_has_is_refused_with_the_closest_passage(
    quay: Path, findings: Findings
) -> None:
    change(quay / "docs/ventures/quaylight.md", "signed an agreement", "signed a contract")
    (found,) = findings()
    assert (found["code"][:4], found["line"]) == ("PKB3", 15)
    assert "signed an agreement" in f"{found['message']} {found['help']}"


def test_paths_limit_what_is_reported_not_what_is_read(
    quay: Path, policykb: Run, findings: Findings
) -> None:
    change(quay / "docs/ventures/quaylight.md", "PRG_HEF", "PRG_HEG")
    assert findings("docs/organizations") == []
    assert policykb("check", "docs/organizations").returncode == 0
    assert policykb("check", "docs/ventures/quaylight.md").returncode == 1


def test_select_and_ignore(quay: Path, policykb: Run, findings: Findings) -> None:
    change(quay / "docs/ventures/quaylight.md", "PRG_HEF", "PRG_HEG")
    assert findings("--select", "PKB1") == []
    assert policykb("check", "--ignore", "PKB201").returncode == 0


def test_the_summary_counts(policykb: Run) -> None:
    content = json.loads(policykb("check", "--format", "json").stdout)
    assert set(content) == {"diagnostics", "summary"}
    assert content["summary"] == {"records": 6, "errors": 0, "warnings": 0, "notes": 0}


def test_what_policykb_cannot_do_is_exit_2(tmp_path: Path, quay: Path, policykb: Run) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for words in (
        ("check", "--root", str(empty)),
        ("check", "--root", str(tmp_path / "nowhere")),
        ("check", "--format", "nonsense"),
        ("check", "--today", "soon"),
        ("check", "docs/nowhere.md"),
        ("nonsense",),
    ):
        answer = policykb(*words)
        assert answer.returncode == 2, words
        assert answer.stderr
        assert "Traceback" not in answer.stderr
    (quay / "pyproject.toml").write_text("[tool.policykb]\nqouted_share = 1\n")
    answer = policykb("check")
    assert answer.returncode == 2
    assert "pyproject.toml:2:1" in answer.stderr


def test_a_reader_that_has_gone_is_exit_2_without_a_traceback(quay: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    answer = subprocess.run(
        [sys.executable, "-m", "policykb", "check", "--format", "sarif"],
        cwd=quay,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (answer.returncode, answer.stderr) == (2, "")


def test_a_profiler_still_has_its_say(quay: Path) -> None:
    words = [sys.executable, "-m", "cProfile", "-m", "policykb", "check"]
    answer = subprocess.run(words, cwd=quay, capture_output=True, text=True, check=False)
    assert "nothing to fix" in answer.stdout
    assert "function calls" in answer.stdout


def test_a_check_changes_nothing(quay: Path, policykb: Run) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(quay.rglob("*"))
            if path.is_file()
        }

    before = state()
    policykb("check")
    assert state() == before
