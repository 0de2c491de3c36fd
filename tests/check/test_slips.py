"""Slips of the pen as contributors make them: each is told once, and its fix is right.

A slip is a change of one page of a small base. ``fix`` says how it is fixed: by ``safe`` fixes, by
those to look at (``unsafe``), or by hand (empty); what is fixed leaves no error or warning.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.conftest import BASE

from policykb.check import engine
from policykb.check.diagnostics import Severity
from policykb.edit.fix import fix

JV, ORGS, FUND = "docs/ventures/quaylight.md", "docs/organizations/all.md", "docs/programs/hef.md"
SOURCE = "docs/sources/notice.md"
QUOTE = "Quaylight will be financed from the Harbour Electrification Fund."


@dataclass
class Slip:
    path: str
    change: Callable[[str], str]
    code: str
    fix: str
    says: str = ""


def put(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def fenced(text: str) -> str:
    return f"```markdown\n{text}```\n"


def in_ministry(line: str) -> Callable[[str], str]:
    return put(":kind: ministry", f":kind: ministry\n{line}")


def end(words: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n{words}\n"


def quoted(words: str) -> Slip:
    return Slip(JV, put(QUOTE, words), "PKB301", "safe", "is in SRC_NOTICE but for")


FRONT_MATTER = (
    "---\ntype: org\ntitle: Zebra Lines\nid: ORG_ZEBRA\nkind: company\n---\n\nIt sails.\n"
)
SLIPS = {
    "a conflict in text": Slip(
        ORGS, end("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> B"), "PKB129", ""
    ),
    "a conflict among options": Slip(
        ORGS, in_ministry("<<<<<<< HEAD\n=======\n:country: JP\n>>>>>>> B"), "PKB129", ""
    ),
    "a conflict in a block of code": Slip(
        ORGS, end("```text\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> B\n```"), "PKB129", ""
    ),
    "one line of a conflict": Slip(ORGS, end(">>>>>>> B"), "PKB129", ""),
    "a fence around a page": Slip(FUND, fenced, "PKB131", "unsafe"),
    "a checksum as a gap": Slip(
        SOURCE,
        lambda text: re.sub(":sha256: .*", ":gap: sha256 — the file is not at hand", text),
        "PKB108",
        "",
    ),
    "a file as a gap": Slip(
        SOURCE,
        lambda text: re.sub(":file: .*", ":gap: file — the file is not at hand", text),
        "PKB108",
        "",
    ),
    "a wiki's link": Slip(FUND, end("See [[ORG_VESTA]]."), "PKB614", "safe"),
    "a wiki's link with words": Slip(FUND, end("See [[ORG_VESTA|them]]."), "PKB614", "safe"),
    "a wiki's link by name": Slip(FUND, end("See [[Vesta Lines]]."), "PKB614", "unsafe"),
    "tags of HTML": Slip(FUND, end("<b>Power</b> and <br> <i>more</i>"), "PKB703", ""),
    "a dot in a reference": Slip(FUND, end("See {need}`ORG_VESTA.`"), "PKB601", "safe"),
    "a part of a record": Slip(FUND, end("See {need}`it <ORG_VESTA.1>`."), "PKB601", "unsafe"),
    "front matter for a record": Slip(
        "docs/organizations/zebra.md", lambda text: FRONT_MATTER, "PKB712", "unsafe"
    ),
    "supports: all": Slip(
        JV, put(":supports: status, parties, agreed", ":supports: all"), "PKB304", "unsafe"
    ),
    "a field left out of supports": Slip(
        JV, put("status, parties, agreed", "status, parties"), "PKB302", "unsafe"
    ),
    "three letters for a country": Slip(ORGS, in_ministry(":country: JPN"), "PKB105", ""),
    "quotation marks": quoted(f'"{QUOTE}"'),
    "curly quotation marks": quoted(f"“{QUOTE[:-1]}”."),
    "Japanese quotation marks": quoted(f"「{QUOTE}」"),
    "dots for words left out": quoted(QUOTE.replace("financed from", "...")),
    "dots at the end": quoted(QUOTE.replace("Fund.", "Fund…")),
    "bold words": quoted(QUOTE.replace("financed", "**financed**")),
    "all in bold": quoted(f"**{QUOTE}**"),
    "the sign of a quotation": quoted(f"> {QUOTE}"),
    "several marks": quoted(f'"{QUOTE.replace("be financed", "_be_ ...")}"'),
    "yes for a day": Slip(ORGS, in_ministry(":reviewed: yes"), "PKB105", "", "reviewed"),
    "a long name for a type": Slip(ORGS, put("{org}", "{organization}"), "PKB101", "safe"),
    "a source that there is not": Slip(
        FUND, put("{evidence} SRC_NOTICE", "{evidence} SRC_MINISTRY_2025"), "PKB306", ""
    ),
}


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "quay"))


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_and_fixed_right(name: str, quay: Path) -> None:
    slip = SLIPS[name]
    page = quay / slip.path
    page.write_text(slip.change(page.read_text("utf-8") if page.exists() else ""), "utf-8")
    base, report = engine.check(quay)
    found = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    assert [(item.code, item.path) for item in found] == [(slip.code, slip.path)]
    (item,) = found
    assert slip.says in item.message
    assert item.help
    kinds = ("safe", "unsafe")[: 1 + (slip.fix == "unsafe")]
    if slip.fix:
        assert item.fix is not None
        assert item.fix.applicability == slip.fix
        outcome = fix(base, report, lambda one: bool(one.fix and one.fix.applicability in kinds))
        assert not outcome.after.failed, outcome.after.diagnostics


@pytest.mark.parametrize("ending", [".markdown", ".MD", ".md.txt"])
def test_a_page_with_another_ending_is_told_and_nothing_else(ending: str, quay: Path) -> None:
    page = quay / FUND
    page.rename(page.with_suffix(ending))
    report = engine.check(quay)[1]
    failing = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    assert [item.code for item in failing] == ["PKB132"]
    assert failing[0].help
    assert "hef.md" in failing[0].help


def test_a_copied_page_is_blamed_and_not_its_original(quay: Path) -> None:
    text = (quay / FUND).read_text("utf-8")
    (quay / "docs/programs/a-copy.md").write_text(text.replace("Harbour", "Port"), "utf-8")
    found = [item for item in engine.check(quay)[1].diagnostics if item.code == "PKB113"]
    assert [item.path for item in found] == ["docs/programs/a-copy.md"]


def test_a_changed_source_is_one_finding_that_lists_what_is_gone(quay: Path) -> None:
    source = quay / "seeds/notice.txt"
    source.write_text(source.read_text("utf-8").replace("3 March", "4 March"), "utf-8")
    report = engine.check(quay)[1]
    (found,) = (item for item in report.diagnostics if item.severity is not Severity.NOTE)
    assert found.code == "PKB310"
    assert "of its 3 quotations 2 still stand, and 1 no longer" in found.message
    assert [item.path for item in found.related] == [JV]
    source.write_text("Nothing.\n", "utf-8")
    assert changed(quay) == "none of its 3 quotations still stands"
    (quay / JV).unlink()
    assert changed(quay) == "its one quotation no longer stands"


def changed(root: Path) -> str:
    found = (one for one in engine.check(root)[1].diagnostics if one.code == "PKB310")
    return next(found).message.rpartition("; ")[2]


@pytest.mark.parametrize(
    ("path", "name", "meant"),
    [
        (FUND, "policy", "implements"),
        (FUND, "Strategy", "implements"),
        (FUND, "deadline", "closes"),
        (FUND, "carried-out", None),
        (FUND, "carries-out", "implements"),
        (FUND, "company", "administered_by” or “recipients"),
        (JV, "program", "funded_by"),
        (JV, "date", "agreed"),
        (ORGS, "nothing_like_it", None),
    ],
)
def test_a_field_by_another_name_is_offered_and_never_written(
    quay: Path, path: str, name: str, meant: str | None
) -> None:
    page = quay / path
    change = put("\n:id:", f"\n:{name}: x\n:id:")
    page.write_text(change(page.read_text("utf-8")), "utf-8")
    (found,) = (one for one in engine.check(quay)[1].diagnostics if one.field == name)
    assert found.fix is None
    assert found.help
    assert found.help.startswith(f"did you mean “{meant}”?") or meant is None
    assert ("has the fields" in found.help) is (meant is None)
