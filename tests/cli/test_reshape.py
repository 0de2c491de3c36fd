"""A record gets another id, becomes part of another, or goes: every link and quotation stands."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from tests import volume
from tests.cli.conftest import commit, git

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.cli import main
from policykb.edit.reshape.delete import Rests, delete
from policykb.edit.reshape.merge import merge
from policykb.edit.reshape.plan import Refused
from policykb.edit.reshape.rename import rename
from policykb.edit.reshape.uses import uses

ROOT = Path(__file__).parents[2]
QUAY = ROOT / "tests/contract/quay"
PROSE = ("PKB605", "PKB606", "PKB610")
"""What prose says of a record that is gone, a person has to write anew."""


@pytest.fixture(scope="module")
def real() -> tuple[Context, Report]:
    return engine.check(ROOT)


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    return Path(shutil.copytree(QUAY, tmp_path / "base"))


def some(base: Context) -> list[str]:
    """Some ids in the quick run, more in the gate, all of them in the long one."""
    known = sorted(base.by_id)
    most = volume.take(4, 6, len(known))
    return random.Random(3).sample(known, min(most, len(known)))


def bytes_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_any_record_can_have_another_id(real: tuple[Context, Report]) -> None:
    base, report = real
    for ident in some(base):
        plan = rename(base, ident, f"{base.by_id[ident].model.prefix}ANOTHER_NAME")
        assert plan.harm(report) == [], ident


def test_a_record_that_goes_leaves_gaps_and_words(real: tuple[Context, Report]) -> None:
    base, report = real
    for ident in some(base):
        if not base.by_id[ident].is_source:
            harm = delete(base, ident, "it was taken out of the base").harm(report)
            assert [one for one in harm if one.code not in PROSE] == [], ident


def test_a_twin_becomes_part_of_its_record(real: tuple[Context, Report]) -> None:
    base, _ = real
    for ident in some(base):
        entry = base.by_id[ident]
        if entry.is_source:
            continue
        page = entry.page.text[entry.raw.block.start : entry.raw.block.end]
        twin = page.replace(f":id: {ident}", f":id: {ident}_TWIN", 1)
        path = f"{base.settings.docs}/{entry.model.folder}/a-twin.md"
        both = engine.with_text(base, path, f"# Twin\n\n{twin}")
        plan = merge(both, ident, f"{ident}_TWIN")
        after = plan.after()
        assert f"{ident}_TWIN" in after.by_id[ident].text("former_ids")
        assert path in plan.gone
        quotes = [one.quote for one in entry.raw.evidence]
        assert [one.quote for one in after.by_id[ident].raw.evidence] == quotes
        assert not [one for one in plan.harm(engine.run(base)) if one.code not in PROSE], ident


def test_one_quotation_is_told_of_as_one(quay: Path) -> None:
    quoting = (
        "# Desk\n\n::::{org} Desk\n:id: ORG_DESK\n:kind: company\n:country: NO\n\n"
        ":::{evidence} SRC_NOTICE\n:supports: country\n\nthe quays of Norway’s Port Solveig\n:::\n"
        "::::\n"
    )
    base = engine.with_text(engine.load(quay), "docs/desk.md", quoting)
    said = merge(base, "ORG_VESTA", "ORG_DESK").said
    assert "1 quotation of ORG_DESK is kept" in said


def test_a_renamed_record_is_found_by_its_old_id(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(quay, "init", "-q")
    commit(quay)
    assert main(["rename", "PRG_HEF", "PRG_HARBOR", "--root", str(quay)]) == 0
    said = capsys.readouterr().out
    assert "PRG_HEF becomes PRG_HARBOR in 2 places on 2 pages" in said
    assert not (quay / "docs/programs/hef.md").exists()
    base, report = engine.check(quay)
    assert not report.failed
    assert base.by_id["JV_QUAYLIGHT"].links["funded_by"] == ("PRG_HARBOR",)
    assert base.by_id["PRG_HARBOR"].text("former_ids") == "PRG_HEF"
    assert main(["diff", "HEAD", "--root", str(quay)]) == 0
    assert "PRG_HEF" in capsys.readouterr().out


def test_links_to_a_page_follow_its_new_name(quay: Path) -> None:
    page = quay / "docs/about.md"
    page.write_text(
        "# About\n\n[The fund](programs/hef.md), {doc}`programs/hef`.\n\n"
        "```{toctree}\nprograms/hef\n```\n",
        "utf-8",
    )
    assert main(["rename", "PRG_HEF", "PRG_HARBOR", "--root", str(quay)]) == 0
    assert page.read_text("utf-8").count("programs/harbor") == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rename", "PRG_HEFF", "PRG_A"], "did you mean PRG_HEF"),
        (["rename", "PRG_HEF", "ORG_A"], "ids of this type begin with PRG_"),
        (["rename", "ORG_VESTA", "ORG_COAST"], "policykb merge makes one of two"),
        (["rename", "ORG_VESTA", "ORG_é"], "is no id"),
        (["merge", "ORG_VESTA", "PRG_HEF"], "is of the type organization"),
        (["merge", "ORG_VESTA", "ORG_VESTA"], "with itself"),
        (["delete", "ORG_NONE"], "there is no record ORG_NONE"),
        (["delete", "PRG_HEF"], "1 place rests on PRG_HEF"),
        (["delete", "SRC_NOTICE", "--gap", "it is gone"], "quote another source first"),
        (["impact", "ORG_NONE"], "there is no record ORG_NONE"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    quay: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = bytes_of(quay)
    assert main([*words, "--root", str(quay)]) == 2
    assert said in capsys.readouterr().err
    assert bytes_of(quay) == before


def test_what_would_break_the_base_is_not_written(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(quay)
    assert main(["merge", "ORG_VESTA", "ORG_BOREALIS", "--root", str(quay)]) == 1
    assert "it would bring PKB204" in capsys.readouterr().err
    assert bytes_of(quay) == before
    assert main(["merge", "ORG_VESTA", "ORG_BOREALIS", "--anyway", "--root", str(quay)]) == 1
    assert bytes_of(quay) != before


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_a_new_page_says_to_its_writer_is_not_merged(quay: Path, language: str) -> None:
    (quay / "conf.py").write_text(f'language = "{language}"\n')
    words = ["new", "org", "--kind", "company", "--root", str(quay), "--title"]
    for title in ("Harbor Desk", "Quay Office"):
        assert main([*words, title]) == 0
    page = quay / "docs/organizations/quay-office.md"
    text = page.read_text("utf-8")
    advice = [line for line in text.splitlines() if line.startswith("%")]
    assert advice
    page.write_text(text.replace("::::\n", "\n% Ask Mara.\n\nIt lends tugs.\n::::\n"), "utf-8")
    assert main(["merge", "ORG_HARBOR_DESK", "ORG_QUAY_OFFICE", "--root", str(quay)]) == 0
    lines = (quay / "docs/organizations/harbor-desk.md").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("%")] == [*advice, "% Ask Mara."]
    assert "It lends tugs." in lines


def test_a_record_merged_into_what_it_named_does_not_name_itself(quay: Path) -> None:
    page = quay / "docs/organizations/desk.md"
    other = ":::{org} Harbor Desk\n:id: ORG_DESK\n:part_of: ORG_COAST\n:kind: ministry\n"
    page.write_text(f"# Desk\n\n{other}:gap: country — no source names one\n:::\n", "utf-8")
    assert main(["merge", "ORG_COAST", "ORG_DESK", "--root", str(quay)]) == 0
    entry = engine.load(quay).by_id["ORG_COAST"]
    assert (entry.text("former_ids"), entry.text("part_of")) == ("ORG_DESK", "")


def test_a_diff_is_a_patch_and_writes_nothing(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(quay, "init", "-q")
    commit(quay)
    before = bytes_of(quay)
    gone = ["delete", "ORG_VESTA", "--gap", "it left the group"]
    for words in (["rename", "ORG_VESTA", "ORG_VEGA"], gone):
        assert main([*words, "--diff", "--root", str(quay)]) == 0
        patch = capsys.readouterr().out
        assert bytes_of(quay) == before
        (quay.parent / "change.patch").write_text(patch, "utf-8")
        git(quay, "apply", str(quay.parent / "change.patch"))
        assert bytes_of(quay) != before
        git(quay, "checkout", "-q", ".")


def test_a_write_that_fails_midway_leaves_everything_as_it_was(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(quay)
    plan = rename(engine.load(quay), "PRG_HEF", "PRG_HARBOR")

    def fail(path: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="no space"):
        plan.apply()
    assert bytes_of(quay) == before


def test_a_page_that_changed_meanwhile_is_not_written(quay: Path) -> None:
    plan = rename(engine.load(quay), "PRG_HEF", "PRG_HARBOR")
    (quay / "docs/ventures/quaylight.md").write_text("# Other\n", "utf-8")
    with pytest.raises(Refused, match="changed meanwhile"):
        plan.apply()


def test_a_party_that_goes_with_another_is_named(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["delete", "ORG_VESTA", "--gap", "it left the group", "--root", str(quay)]
    main([*words, "--diff"])
    said = "parties becomes a gap; ORG_BOREALIS goes from it too, since parties needs 2 or more"
    assert f"JV_QUAYLIGHT: {said}" in capsys.readouterr().err
    main([*words, "--anyway"])
    told = capsys.readouterr().out
    assert told.index(said) < told.index("written; ")


def test_windows_line_ends_stay(quay: Path) -> None:
    page = quay / "docs/ventures/quaylight.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["rename", "JV_QUAYLIGHT", "JV_QUAY", "--root", str(quay)]) == 0
    data = (quay / "docs/ventures/quay.md").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


def test_what_rests_on_a_record_is_listed(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "SRC_NOTICE", "--root", str(quay)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    words = ["impact", "SRC_NOTICE", "--quote", "open since", "--format", "json"]
    assert main([*words, "--root", str(quay)]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["kind"], one["record"]) == ("quotation", "PRG_HEF")


def test_uses_are_of_every_kind(quay: Path) -> None:
    (quay / "docs/about.md").write_text(
        "# About\n\n{need}`PRG_HEF` and [it](programs/hef.md).\n", "utf-8"
    )
    base = engine.load(quay)
    kinds = {one.kind for one in uses(base, base.by_id["PRG_HEF"])}
    assert kinds == {"link", "mention", "page"}
    with pytest.raises(Rests) as caught:
        delete(base, "PRG_HEF")
    assert len(caught.value.uses) == 3


@pytest.mark.parametrize("state", ["no git", "never committed", "changed", "staged"])
def test_no_way_back_is_promised_that_git_has_not(
    quay: Path, capsys: pytest.CaptureFixture[str], state: str
) -> None:
    page = quay / "docs/organizations/desk.md"
    block = ":::{org} Harbor Desk\n:id: ORG_DESK\n:kind: ministry\n"
    text = f"# Desk\n\n{block}:gap: country — no source names one\n:::\n"
    if state != "no git":
        git(quay, "init", "-q")
        if state == "never committed":
            commit(quay)
        page.write_text(text.replace("# Desk", "# A desk"), "utf-8")
        if state != "never committed":
            commit(quay)
    page.write_text(text, "utf-8")
    if state == "staged":
        git(quay, "add", "-A")
    before = bytes_of(quay)
    assert main(["delete", "ORG_DESK", "--root", str(quay)]) == 2
    shown, said = capsys.readouterr()
    assert shown == ""
    assert said.startswith("docs/organizations/desk.md is not in git as it is")
    assert "nothing was written" in said
    assert bytes_of(quay) == before
    assert main(["rename", "ORG_DESK", "ORG_OFFICE", "--root", str(quay)]) == 0
    said = capsys.readouterr().out
    assert "git does not have docs/organizations/desk.md as it was" in said
    assert "policykb rename ORG_OFFICE ORG_DESK gives the old id back" in said
    assert "rm " not in said
    assert main(["delete", "ORG_OFFICE", "--anyway", "--root", str(quay)]) == 0
    assert "git restore" not in capsys.readouterr().out


def test_what_git_has_it_takes_back(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(quay, "init", "-q")
    commit(quay)
    before = bytes_of(quay)
    assert main(["rename", "PRG_HEF", "PRG_HARBOR", "--root", str(quay)]) == 0
    said = capsys.readouterr().out
    assert "policykb diff HEAD shows it, git restore . && rm docs/programs/harbor.md takes" in said
    git(quay, "restore", ".")
    (quay / "docs/programs/harbor.md").unlink()
    assert bytes_of(quay) == before
