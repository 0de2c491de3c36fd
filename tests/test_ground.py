"""What the checkout promises before any of its code runs."""

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

MACHINE_PATH = re.compile(r"(?<![\w.~*-])/(?:root|home|Users|work|private)/\w")
REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com|io)\b", re.IGNORECASE)
SOURCE_RECORD = re.compile(r"^:file: *(?P<file>\S+)\n(?:.*\n)*?:sha256: *(?P<sha256>\S+)$", re.M)


def tracked(root: Path) -> list[Path]:
    """Return the files git tracks, but for the sources, whose words are not ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", ":!seeds/*.txt"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [root / name for name in listed.stdout.split("\0") if name]
    assert files
    return [path for path in files if path.is_file()]


def lock_entries(lock: Path) -> list[list[str]]:
    """Return the lock's requirements, each a list of its requirement and its options."""
    joined = lock.read_text("utf-8").replace("\\\n", " ")
    return [re.split(r"\s+(?=--)", line.strip()) for line in joined.splitlines() if line.strip()]


def normal(name: str) -> str:
    """Return a distribution's name in the form that compares equal."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", ["requirements.lock", ".ci/requirements.lock"])
def test_a_lock_pins_every_requirement_by_hash_and_nothing_else(root: Path, lock: str) -> None:
    for requirement, *options in lock_entries(root / lock):
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", requirement), requirement
        assert options, f"{requirement} has no hash"
        for option in options:
            assert re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", option), option


def names(requirements: Iterable[str]) -> set[str]:
    """Return the normal names of some requirements."""
    return {normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def locked(lock: Path) -> dict[str, str]:
    """Return the requirements of a lock, without their conditions, by normal name."""
    bare = (requirement.split(" ;")[0] for requirement, *_ in lock_entries(lock))
    return {normal(pin.split("==")[0]): pin for pin in bare}


def test_the_locks_hold_all_that_pyproject_asks_for_with_the_build_backend(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    groups = settings["dependency-groups"]
    asked = names([*settings["project"]["dependencies"], *settings["build-system"]["requires"]])
    asked |= names([*groups["build"], *groups["test"]])
    assert "setuptools" in asked
    assert asked <= set(locked(root / "requirements.lock"))
    assert names(groups["gate"]) <= set(locked(root / ".ci/requirements.lock"))


def test_what_both_locks_hold_is_of_one_version(root: Path) -> None:
    site, gate = (locked(root / name) for name in ("requirements.lock", ".ci/requirements.lock"))
    assert {name: gate[name] for name in gate.keys() & site} == {
        name: site[name] for name in gate.keys() & site
    }


def test_every_source_document_stands_as_its_record_pins_it(root: Path) -> None:
    pins = {
        match["file"]: match["sha256"]
        for page in (root / "docs/sources").glob("*.md")
        for match in SOURCE_RECORD.finditer(page.read_text("utf-8"))
    }
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (root / "seeds").glob("*.txt")
    }
    assert found
    assert pins == found


def test_git_never_converts_a_source_document(root: Path) -> None:
    seeds = [path.relative_to(root).as_posix() for path in (root / "seeds").glob("*.txt")]
    attributes = subprocess.run(
        ["git", "check-attr", "text", "--", *seeds],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert attributes.stdout.splitlines() == [f"{seed}: text: unset" for seed in seeds]


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["path", "registry"])
def test_no_tracked_file_depends_on_one_machine(root: Path, pattern: re.Pattern[str]) -> None:
    hits = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in tracked(root)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert hits == []


def test_the_failed_check_in_the_readme_is_what_policykb_prints(root: Path, tmp_path: Path) -> None:
    for folder in ("docs", "seeds"):
        shutil.copytree(root / folder, tmp_path / folder)
    shutil.copy(root / "pyproject.toml", tmp_path)
    venture = tmp_path / "docs/ventures/akita-biosimilars.md"
    text = venture.read_text("utf-8")
    venture.write_text(re.sub(r"^:funded_by: .*\n", "", text, flags=re.M), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "policykb", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stderr
    shown = (root / "README.md").read_text("utf-8").split("$ make check\n")[1].split("\n```")[0]
    assert run.stdout.split("\n\n")[0] == shown
    assert re.search(r"^\d+ records checked: 1 error\.", run.stdout, re.M)
