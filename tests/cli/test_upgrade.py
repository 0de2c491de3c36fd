"""A base in the format of version 0.1 is brought to the names of this version."""

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from policykb.base.settings import load
from policykb.check import engine
from policykb.cli import main

OLD = Path(__file__).parent / "base_0_1"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OLD, tmp_path / "base"))


def test_folders_links_and_settings_get_their_new_names(base: Path) -> None:
    before = {one.code for one in engine.check(base)[1].diagnostics}
    assert main(["fix", "--upgrade", "--root", str(base)]) == 0
    assert not (base / "docs/organisations").exists()
    assert (base / "docs/organizations/borealis.md").read_bytes() == (
        OLD / "docs/organisations/borealis.md"
    ).read_bytes()
    index = (base / "docs/index.md").read_text("utf-8")
    assert "[Vesta Lines](organizations/vesta.md#vesta-lines)" in index
    assert "<organizations/borealis>`" in index
    assert "\norganizations/vesta\norganizations/borealis\n" in index
    assert "https://quays.example/organisations/vesta.md" in index
    assert "is in organisations/vesta.md" in index
    vesta = (base / "docs/organizations/vesta.md").read_text("utf-8")
    assert "[Borealis](../organizations/borealis.md)" in vesta
    settings = (base / "pyproject.toml").read_text("utf-8")
    assert 'licence = "none of ours"' in settings
    assert '\nlicense = "CC BY 4.0"' in settings
    assert load(base).license == "CC BY 4.0"
    assert {one.code for one in engine.check(base)[1].diagnostics} == before


def test_a_second_time_there_is_nothing_to_do(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["--diff"], [], []):
        code = main(["fix", "--upgrade", "--root", str(base), *words])
        said = capsys.readouterr().out
        assert code == int(bool(words))
    assert said == "nothing to upgrade; policykb check tells the rest\n"


def test_no_page_takes_the_place_of_another(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (base / "docs/organizations").mkdir()
    shutil.copy(base / "docs/organisations/vesta.md", base / "docs/organizations/vesta.md")
    assert main(["fix", "--upgrade", "--root", str(base)]) == 2
    assert "where another page is; rename one" in capsys.readouterr().err
    assert (base / "docs/organisations/vesta.md").is_file()


def test_no_folder_is_made_behind_a_link(base: Path) -> None:
    (base / "docs/organisations").rename(base / "docs/within")
    (base / "docs/organisations").mkdir()
    (base / "docs/within").rename(base / "docs/organisations/within")
    (base.parent / "outside").mkdir()
    (base / "docs/organizations").symlink_to(base.parent / "outside")
    assert main(["fix", "--upgrade", "--root", str(base)]) == 2
    assert not list((base.parent / "outside").iterdir())
    assert (base / "docs/organisations/within/vesta.md").is_file()


FORMER = "801819e"
"""A commit of this repository at which its own base was in the format of version 0.1."""


@pytest.mark.gate
def test_this_base_as_it_was_in_that_version(root: Path, tmp_path: Path) -> None:
    """Where history is there: a shallow copy of the repository has none."""
    command = ["git", "-C", str(root), "archive", FORMER, "docs", "seeds", "pyproject.toml"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        return
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(tmp_path, filter="data")
    before = {one.fingerprint for one in engine.check(tmp_path)[1].diagnostics}
    assert main(["fix", "--upgrade", "--root", str(tmp_path)]) == 0
    assert not (tmp_path / "docs/organisations").exists()
    loaded, report = engine.check(tmp_path)
    assert len(loaded.by_id) > 100
    assert {one.fingerprint for one in report.diagnostics} == before
    assert main(["fix", "--upgrade", "--diff", "--root", str(tmp_path)]) == 0
