"""Any export as git had the base: at a revision, or at the end of a day."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.contract.conftest import HERE as CONTRACT
from tests.contract.conftest import change
from tests.publish.test_history import commit, git

from policykb.cli import main


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base whose venture was agreed first, and operates a month later."""
    root = Path(shutil.copytree(CONTRACT / "quay", tmp_path / "quay"))
    git(root, "init", "-b", "main")
    commit(root, "All", "2025-01-02")
    git(root, "tag", "v1")
    change(root / "docs/ventures/quaylight.md", ":status: agreed", ":status: operating")
    commit(root, "It operates", "2025-02-03")
    change(root / "docs/ventures/quaylight.md", ":status: operating", ":status: ended")
    return root


def export(root: Path, *words: str, form: str = "json") -> bytes:
    out = root.parent / "out"
    assert main(["export", form, "--root", str(root), "-o", str(out), *words]) == 0
    return out.read_bytes()


def status(content: bytes) -> str:
    records: list[dict[str, Any]] = json.loads(content)["records"]
    return next(str(one["fields"]["status"]) for one in records if one["id"] == "JV_QUAYLIGHT")


@pytest.mark.parametrize(
    ("at", "was"),
    [
        ("v1", "agreed"),
        ("HEAD", "operating"),
        ("2025-01-02", "agreed"),
        ("2025-02-02", "agreed"),
        ("2025-02-03", "operating"),
        ("2026-01-01", "operating"),
    ],
)
def test_what_was_held_then(base: Path, at: str, was: str) -> None:
    assert status(export(base, "--at", at)) == was
    assert status(export(base)) == "ended"
    assert "ended" in (base / "docs/ventures/quaylight.md").read_text("utf-8")


def test_refused_facts_are_counted_beside_the_json(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = [fact for one in json.loads(export(base))["records"] for fact in one["facts"]]
    assert [one["grade"] for one in facts].count("refused") == 1
    said = "1 fact is refused, and marked so in the export; policykb check tells why\n"
    assert capsys.readouterr() == ("", said)
    export(base, "--at", "v1")
    assert capsys.readouterr() == ("", "")


def test_any_format_and_the_same_bytes_each_time(base: Path) -> None:
    for form in ("jsonld", "sqlite", "datapackage", "needs"):
        made = export(base, "--at", "v1", form=form)
        assert made == export(base, "--at", "2025-01-02", form=form)
        assert made != export(base, "--at", "HEAD", form=form)
    assert b'"schema:dateModified": "2025-01-02"' in export(base, "--at", "v1", form="jsonld")


def refusal(capsys: pytest.CaptureFixture[str], root: Path, at: str) -> str:
    capsys.readouterr()
    assert main(["export", "json", "--root", str(root), "--at", at]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    return found.err


def test_what_git_cannot_tell_is_said(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, base, "v9") == "policykb: git knows no revision “v9” here\n"
    assert "no revision “2025-02-31”" in refusal(capsys, base, "2025-02-31")
    assert "begins on 2025-01-02; there was nothing on 2024-12-31" in refusal(
        capsys, base, "2024-12-31"
    )
    git(base, "stash")
    git(base, "clone", "--depth", "1", base.as_uri(), str(tmp_path / "cut"))
    assert status(export(tmp_path / "cut", "--at", "2025-02-03")) == "operating"
    assert "history begins on 2025-02-03; fetch the whole of it first" in refusal(
        capsys, tmp_path / "cut", "2025-01-02"
    )
    shutil.rmtree(base / ".git")
    assert "is in no git repository" in refusal(capsys, base, "2025-01-02")
