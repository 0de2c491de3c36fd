"""The guide's comparison of faults shows what policykb really says."""

import re
from pathlib import Path

from tests.check.rules.faults import FAULTS
from tests.small import check

from policykb.check.report.text import finding_lines


def said(name: str, folder: Path) -> list[str]:
    """Return the lines that the checker prints for a fault, without where to read more."""
    base, report = check(folder, FAULTS[name]())
    texts = {page.path: page.text for page in base.pages}
    lines = []
    report.hide_notes()
    for item in report.diagnostics:
        lines += finding_lines(item, texts[item.path]).splitlines()
    return [line for line in lines if not line.startswith("  docs: ")]


def test_the_table_shows_every_fault_with_its_real_message(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/guide/fault-table.md").read_text("utf-8")
    shown = re.findall(r"^## (.+?)\n.*?^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    real = [
        (name[0].upper() + name[1:], said(name, tmp_path / str(number)))
        for number, name in enumerate(FAULTS)
    ]
    assert [(name, text.splitlines()) for name, text in shown] == real


def test_every_fault_is_one_message(tmp_path: Path) -> None:
    for number, name in enumerate(FAULTS):
        report = check(tmp_path / str(number), FAULTS[name]())[1]
        report.hide_notes()
        assert len(report.diagnostics) == 1, name
