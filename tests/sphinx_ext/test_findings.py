"""The checker's findings in a build: the same cold, warm, unchanged and in parallel."""

import json
import re
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run, change

FINDING = re.compile(
    r"^(\S+?:\d+:\d+): WARNING: ([a-z-]+): .*?\[policykb\.(PKB\d+)\]$", re.M | re.S
)
VENTURE = "docs/ventures/quaylight.md"


def seen(stderr: str) -> list[tuple[str, str]]:
    """Place and code of the findings that a build logged."""
    return [(match[1], match[3]) for match in FINDING.finditer(stderr)]


@pytest.mark.gate
def test_a_venture_without_its_program_fails_every_way_and_names_its_place(
    quay: Path, sphinx: Run, policykb: Run
) -> None:
    assert sphinx("-W").returncode == 0
    page = quay / VENTURE
    whole = page.read_text(encoding="utf-8")
    change(page, ":funded_by: PRG_HEF\n", "")
    answer = policykb("check", "--format", "json")
    checked = [
        (f"{one['path']}:{one['line']}:{one['col']}", one["code"])
        for one in json.loads(answer.stdout)["diagnostics"]
        if one["severity"] != "note"
    ]
    assert (f"{VENTURE}:3:1", "PKB203") in checked
    runs = {
        "warm": sphinx(),
        "unchanged": sphinx(),
        "unchanged, strict": sphinx("-W"),
        "cold": sphinx("-E"),
        "parallel": sphinx("-E", "-j", "4"),
        "needs": sphinx(builder="needs"),
    }
    for name, run in runs.items():
        assert run.returncode == 1, name
        assert seen(run.stderr) == checked, name
        assert "JV_QUAYLIGHT" in run.stderr, name
    assert policykb("build").returncode == 1
    assert not (quay / "_build/html").exists()
    page.write_text(whole, encoding="utf-8")
    assert policykb("check").returncode == 0
    for words in (("-W",), ("-W",), ("-W", "-E")):
        assert sphinx(*words).returncode == 0
    assert policykb("build").returncode == 0


@pytest.mark.gate
def test_a_finding_can_be_suppressed_by_its_code(quay: Path, sphinx: Run) -> None:
    change(quay / VENTURE, "PRG_HEF", "PRG_HEFF")
    assert sphinx("-W").returncode == 1
    run = sphinx("-W", "-D", "suppress_warnings=policykb")
    assert (run.returncode, seen(run.stderr)) == (0, [])


def test_sphinx_needs_says_nothing_of_what_the_checker_says(quay: Path, sphinx: Run) -> None:
    page = quay / VENTURE
    change(page, ":funded_by: PRG_HEF\n", ":funded_by: PRG_NONE\n:nonsense: x\n")
    change(page, ":agreed: 2024-03-03", ":agreed: soon")
    change(page, "{need}`ORG_VESTA`", "{need}`ORG_NONE`")
    other = quay / "docs/ventures/copy.md"
    other.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    run = sphinx("-E")
    assert run.returncode == 1
    lines = [line for line in run.stderr.splitlines() if "WARNING" in line or "ERROR" in line]
    assert len(lines) == len(seen(run.stderr))
    assert {code for _, code in seen(run.stderr)} >= {"PKB102", "PKB105", "PKB113", "PKB201"}


@pytest.mark.gate
def test_sphinx_and_myst_say_nothing_again_of_a_line_that_the_checker_reports(
    quay: Path, sphinx: Run
) -> None:
    faults = {
        "[a](nowhere.md)": "PKB602",
        "{doc}`nowhere`": "PKB602",
        "![a](nowhere.png)": "PKB602",
        "A note[^9].": "PKB603",
        "{ref}`nolabel`": "PKB603",
        "{term}`noterm`": "PKB603",
        "```{toctree}\nnopage\n```": "PKB602",
        ":::{note}\n:hide: x\n\nWords.\n:::": "PKB706",
        ":::{organization} Zebra Lines\n:id: ORG_ZEBRA\n:::": "PKB101",
        "```{default-domain} py\n```": "PKB124",
    }
    page = quay / "docs/others.md"
    page.write_text("# Others\n\n" + "\n\n".join(faults) + "\n", encoding="utf-8")
    run = sphinx("-E")
    assert sorted(code for _, code in seen(run.stderr)) == sorted(faults.values())
    assert len(re.findall("WARNING|ERROR", run.stderr)) == len(faults), run.stderr
    # Where the checker is told to keep quiet, they speak again.
    (quay / "pyproject.toml").write_text(
        '[tool.policykb]\nignore = ["PKB1", "PKB6", "PKB7"]\n', "utf-8"
    )
    run = sphinx("-E")
    assert seen(run.stderr) == []
    assert len(re.findall("WARNING|ERROR", run.stderr)) == len(faults), run.stderr


def test_a_record_in_a_file_that_is_not_checked_is_no_record(quay: Path, sphinx: Run) -> None:
    change(quay / "conf.py", "extensions", 'source_suffix = [".md", ".rst"]\nextensions')
    (quay / "docs/zebra.rst").write_text("Zebra\n=====\n\n.. org:: Zebra\n   :id: ORG_ZEBRA\n")
    run = sphinx("-W")
    assert run.returncode == 1
    assert "docs/zebra.rst:4: WARNING: pages may not use {org} outside of Markdown" in run.stderr


def test_settings_that_cannot_be_used_are_named_without_a_traceback(
    quay: Path, sphinx: Run
) -> None:
    (quay / "pyproject.toml").write_text("[tool.policykb]\nquoted_share = 'half'\n", "utf-8")
    run = sphinx()
    assert run.returncode == 2
    assert "pyproject.toml:2:1" in run.stderr
    assert "Traceback" not in run.stderr
