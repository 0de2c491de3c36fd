"""``policykb fix``: what it fixes, what it leaves, and that it harms nothing."""

import datetime
import os
import random
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from policykb.base.index import Base
from policykb.check import engine
from policykb.check.diagnostics import Diagnostic, Edit, Fix, Severity
from policykb.check.rules.rule import Rule, edit, safe
from policykb.edit import store
from policykb.edit.choose import choose
from policykb.edit.fix import Outcome, fix
from policykb.edit.written import Files, Misplaced, Written
from policykb.markdown.page import Place

VENTURE = "docs/ventures/quaylight.md"

MISTAKES = {
    "an id": (VENTURE, "ORG_BOREALIS\n:funded", "ORG_BOREALLIS\n:funded"),
    "a field": (VENTURE, ":parties:", ":partys:"),
    "a word": (VENTURE, ":status: agreed", ":status: Agreed"),
    "a date": (VENTURE, ":agreed: 2024-03-03", ":agreed: 3 March 2024"),
    "a field of evidence": (VENTURE, ":supports: funded_by", ":supports: funded-by"),
    "a source": (VENTURE, "SRC_NOTICE\n:supports: funded", "SRC_NOTISE\n:supports: funded"),
    "a missing space": (VENTURE, ":status: agreed", ":status:agreed"),
    "a full-width colon": (VENTURE, ":status: agreed", ":status：agreed"),
    "full-width colons": (VENTURE, ":status: agreed", "：status： agreed"),
    "a full-width comma": (VENTURE, "ORG_VESTA, ORG", "ORG_VESTA，ORG"),
    "a full-width comma in evidence": (VENTURE, "status, parties", "status、parties"),
    "options out of order": (
        VENTURE,
        ":agreed: 2024-03-03\n\n{need}`ORG_VESTA`",
        "\n:agreed: 2024-03-03\n{need}`ORG_VESTA`",
    ),
    "a short fence": (
        "docs/programs/hef.md",
        "::::{program} Harbour Electrification Fund",
        ":::{program} Harbour Electrification Fund",
    ),
}
TOGETHER = ("an id", "a field", "a word", "a date", "a field of evidence")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_with_one_fix_is_fixed_to_the_byte(
    repo: Path, policykb: Run, mistake: str
) -> None:
    path, right, wrong = MISTAKES[mistake]
    before = (repo / path).read_bytes()
    change(repo / path, right, wrong)
    answer = policykb("fix")
    assert (repo / path).read_bytes() == before, answer.stdout + answer.stderr
    assert answer.returncode == 0
    assert "1 finding fixed in 1 file; no error or warning remains" in answer.stdout
    again = policykb("fix")
    assert again.returncode == 0
    assert again.stdout == "nothing to fix; no error or warning remains\n"


def test_what_a_fix_brings_to_light_is_fixed_with_it(repo: Path, policykb: Run) -> None:
    """The field's two values are read only once its name is right."""
    before = (repo / VENTURE).read_bytes()
    change(repo / VENTURE, ":supports: status, parties", ":suports: satus, partys")
    answer = policykb("fix")
    assert (repo / VENTURE).read_bytes() == before, answer.stdout + answer.stderr
    assert "findings fixed in 1 file; no error or warning remains" in answer.stdout


def test_what_is_fixed_is_read_with_the_settings_and_on_the_day_of_the_base(
    repo: Path, policykb: Run
) -> None:
    """Read otherwise, the record would be a block of code, and the day of reading in the future."""
    (repo / "conf.py").write_text('myst_enable_extensions = ["dollarmath"]\n', encoding="utf-8")
    today = datetime.datetime.now(datetime.UTC).date()
    change(repo / VENTURE, ":agreed:", f":reviewed: {today}\n:agreed:")
    change(repo / VENTURE, "# Quaylight\n", "# Quaylight\n\n$$\n```\n$$\n")
    before = (repo / VENTURE).read_bytes()
    change(repo / VENTURE, ":status: agreed", ":status: Agreed")
    answer = policykb("fix")
    assert (repo / VENTURE).read_bytes() == before, answer.stdout + answer.stderr
    assert answer.returncode == 0, answer.stdout


def test_all_at_once_in_a_file_with_windows_line_ends_a_mark_and_odd_spaces(
    repo: Path, policykb: Run
) -> None:
    path = repo / VENTURE
    odd = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").replace(
        b"shore power.", b"shore power.   \t"
    ).replace(b"::::\r\n", b"::::")
    path.write_bytes(odd)
    for _, right, wrong in (MISTAKES[name] for name in TOGETHER):
        change(path, right.replace("\n", "\r\n"), wrong.replace("\n", "\r\n"))
    answer = policykb("fix")
    assert path.read_bytes() == odd, answer.stdout + answer.stderr


def test_diff_is_a_patch_that_writes_nothing(quay: Path, policykb: Run) -> None:
    path = quay / VENTURE
    change(path, "2024-03-03", "3 March 2024")
    before = path.read_bytes()
    answer = policykb("fix", "--diff")
    assert answer.returncode == 1
    assert path.read_bytes() == before
    assert "-:agreed: 3 March 2024\n+:agreed: 2024-03-03\n" in answer.stdout
    assert "would be fixed" in answer.stderr
    patch = quay / "fix.patch"
    patch.write_text(answer.stdout, encoding="utf-8")
    subprocess.run(["git", "apply", "fix.patch"], cwd=quay, check=True)
    assert policykb("check").returncode == 0


def test_only_what_is_asked_for_is_fixed(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, "2024-03-03", "3 March 2024")
    change(repo / "docs/programs/hef.md", "ORG_COAST", "ORG_COST")
    policykb("fix", "docs/programs")
    assert "ORG_COAST" in (repo / "docs/programs/hef.md").read_text(encoding="utf-8")
    assert "3 March 2024\n" in (repo / VENTURE).read_text(encoding="utf-8")
    policykb("fix", "--ignore", "PKB4")
    policykb("fix", "--select", "PKB1")
    assert policykb("check").returncode == 0
    outside = policykb("fix", "..")
    assert (outside.returncode, outside.stdout) == (2, "")


def test_permissions_stay_and_nothing_is_left_behind(quay: Path, policykb: Run) -> None:
    path = quay / VENTURE
    path.chmod(0o640)
    change(path, "2024-03-03", "3 March 2024")
    policykb("fix")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [item.name for item in path.parent.iterdir()] == ["quaylight.md"]


def test_a_write_that_fails_leaves_the_old_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        store.replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["page.md"]


def _rule(code: str, old: str, new: str, harm: str = "nowhere") -> Rule:
    """A rule that would have ``new`` for ``old``, with an error for every ``harm`` in a page."""

    def check(base: Base) -> Iterator[Diagnostic]:
        for page in base.pages:
            at = page.text.find(old)
            if at >= 0:
                fix = safe(edit(page, at, at + len(old), new))
                yield rule.at(Place(page, at, at + len(old)), f"{old} is wrong", fix=fix)
            for _ in range(page.text.count(harm)):
                yield rule.at(Place(page, 0, 0), f"{harm} harms")

    rule = Rule(code, "made-up", Severity.ERROR, check)
    return rule


def _fixed(root: Path, monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> Outcome:
    monkeypatch.setattr("policykb.check.rules.catalog.all_rules", lambda *_: rules)
    base = engine.load(root)
    return fix(base, engine.run(base), lambda item: True)


def test_a_fix_that_makes_its_page_worse_is_left_and_those_beside_it_are_kept(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harmful = _rule("PKB996", "set it up for", "harm " * 4, harm="harm")
    beside = [
        _rule("PKB997", "shore power", "quay power"),
        _rule("PKB998", "# Quaylight", "# The Quaylight"),
    ]
    outcome = _fixed(quay, monkeypatch, harmful, *beside, _rule("PKB999", "Money for", "Funds for"))
    assert set(outcome.files.changed) == {VENTURE, "docs/programs/hef.md"}
    text = outcome.files.changed[VENTURE].decode()
    assert text.startswith("# The Quaylight\n")
    assert "set it up for quay power" in text
    left = [(left.finding.code, left.brought.message) for left in outcome.left]
    assert left == [("PKB996", "harm harms")]


def test_of_fixes_that_only_together_make_a_page_worse_one_is_kept(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a finding keeps from being looked at comes to light with the last of them."""
    one = _rule("PKB998", "set it up for", "harm, harm, harm")
    two = _rule("PKB999", "shore power", "quay power", harm="harm, harm, harm quay")
    many = [_rule(f"PKB99{at}", "nowhere", "there", harm="harm quay") for at in range(3)]
    outcome = _fixed(quay, monkeypatch, one, two, *many)
    assert set(outcome.files.changed) == {VENTURE, "docs/programs/hef.md"}
    assert len([item for item in outcome.fixed if item.path == VENTURE]) == 1
    assert [left.finding.path for left in outcome.left] == [VENTURE]


def test_fixes_that_undo_one_another_change_nothing(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = _rule("PKB998", "shore power", "quay power")
    back = _rule("PKB999", "quay power", "shore power")
    assert _fixed(quay, monkeypatch, there, back).files.changed == {}


def _finding(path: str, *edits: Edit) -> Diagnostic:
    return Diagnostic("PKB999", "x", Severity.ERROR, "", path, 1, 1, 1, 1, fix=Fix("safe", edits))


def test_fixes_that_touch_are_not_applied_together_and_those_out_of_place_never(
    quay: Path,
) -> None:
    base = engine.load(quay)
    files = Files(base)
    one = _finding(VENTURE, Edit(VENTURE, 1, 3, 1, 6, "X"))
    same = _finding(VENTURE, Edit(VENTURE, 1, 3, 1, 6, "X"))
    touching = _finding(VENTURE, Edit(VENTURE, 1, 6, 1, 8, "Y"))
    half = _finding(VENTURE, Edit(VENTURE, 2, 1, 2, 1, "Z"), Edit(VENTURE, 99, 1, 99, 1, "Z"))
    seeds = _finding(VENTURE, Edit("seeds/notice.txt", 1, 1, 1, 1, "Z"))
    chosen = choose([one, same, touching, half, seeds], files)
    assert chosen.findings == [one, same]
    assert chosen.apply(files)[VENTURE].startswith(b"# Xylight\n")


@pytest.mark.parametrize(
    ("line", "col", "end_line", "end_col"),
    [(0, 1, 1, 1), (1, 0, 1, 1), (1, 9, 1, 9), (4, 1, 4, 1), (2, 1, 1, 1)],
)
def test_a_place_outside_the_file_is_refused(
    line: int, col: int, end_line: int, end_col: int
) -> None:
    with pytest.raises(Misplaced):
        Written(b"abc\r\nd\r").span(Edit("p", line, col, end_line, end_col, ""))


def test_columns_count_code_points_and_new_lines_end_as_those_around() -> None:
    written = Written("\ufeff𠮷é日\r\nzwei\n".encode())
    assert written.text == "𠮷é日\nzwei\n"
    edits = [Edit("p", 1, 2, 1, 3, "e\nf"), Edit("p", 2, 5, 2, 5, "\n!")]
    assert written.edited(edits) == "\ufeff𠮷e\r\nf日\r\nzwei\n!\n".encode()


def test_of_random_slips_none_ends_worse_and_fixing_twice_is_fixing_once(quay: Path) -> None:
    """Deleted, doubled and swapped characters all over the pages of the base."""
    chance = random.Random(7)
    paths = sorted((quay / "docs").rglob("*.md"))
    texts = {path: path.read_bytes() for path in paths}
    fixed = 0
    for _ in range(60):
        for path in chance.sample(paths, 2):
            text = bytearray(texts[path])
            at = chance.randrange(len(text) - 2)
            slip = chance.choice(("drop", "double", "swap"))
            if slip == "drop":
                del text[at]
            elif slip == "double":
                text.insert(at, text[at])
            else:
                text[at : at + 2] = reversed(text[at : at + 2])
            path.write_bytes(bytes(text))
        base, report = engine.check(quay)
        outcome = fix(base, report, lambda item: True)
        fixed += bool(outcome.files.changed)
        old, new = report.summary, outcome.after.summary
        assert new["errors"] <= old["errors"]
        assert new["errors"] + new["warnings"] <= old["errors"] + old["warnings"]
        for name, data in outcome.files.changed.items():
            (quay / name).write_bytes(data)
        base, report = engine.check(quay)
        assert report.summary == outcome.after.summary
        assert fix(base, report, lambda item: True).files.changed == {}
        for path in paths:
            path.write_bytes(texts[path])
    assert fixed > 5


def test_a_replaced_document_is_pinned_anew_and_its_quotations_are_listed(
    quay: Path, policykb: Run
) -> None:
    change(quay / "seeds/notice.txt", "open since 2023", "running since 2023")
    change(quay / "seeds/notice.txt", "Harbour notice", "Harbour notice, second issue")
    assert policykb("check").returncode == 1
    answer = policykb("fix", "--repin", "SRC_NOTICE")
    assert answer.returncode == 1
    said = [line.partition(": ")[2] or line for line in answer.stdout.splitlines()]
    assert "PRG_HEF: the quotation is no longer in it: quote anew, or take the fact out" in said
    assert any(
        "2 quotations of SRC_NOTICE still stand in it" in line
        for line in answer.stdout.splitlines()
    )
    left = policykb("check", "--format", "concise").stdout
    assert "PRG_HEF" in left
    assert "sha256" not in left
    unknown = policykb("fix", "--repin", "SRC_NOTISE")
    assert unknown.returncode == 2
    assert unknown.stderr == "policykb: there is no source SRC_NOTISE; did you mean SRC_NOTICE?\n"
