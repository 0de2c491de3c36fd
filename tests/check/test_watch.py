"""What is told of changes on the disk, however a file or a folder came to be another one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policykb.base.settings import load
from policykb.check.watch import Places, follow, inputs_now

TICKS = 40
"""How often it is asked, each time for half a second at most."""
Told = Iterator[set[str]]


def told(root: Path, places: Places) -> Told:
    """The names of what changed, relative to the root."""
    for found in follow(places, debounce=50):
        yield {Path(name).relative_to(root).as_posix() for _, name in found}


def heard(stream: Told, name: str) -> bool:
    return any(name in next(stream) for _ in range(TICKS))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A base without pages."""
    root = tmp_path.resolve() / "base"
    for name in ("docs", "seeds"):
        (root / name).mkdir(parents=True)
    return root


@pytest.fixture
def stream(root: Path) -> Told:
    """What is told of the base, from now on."""
    found = told(root, inputs_now(root, lambda: load(root)))
    next(found)
    return found


def in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def anew(path: Path, text: str) -> None:
    """As most editors, sed and git write a file."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


@pytest.mark.parametrize("write", [in_place, anew])
@pytest.mark.parametrize("name", ["policykb.toml", "pyproject.toml", "conf.py"])
def test_a_setting_is_followed_however_often_it_is_written(
    root: Path, stream: Told, name: str, write: Callable[[Path, str], None]
) -> None:
    for number in range(3):
        write(root / name, f"# {'x' * number}\n")
        assert heard(stream, name)
    (root / name).unlink()
    assert heard(stream, name)


def test_folders_are_followed_where_they_are_made_anew(root: Path, stream: Told) -> None:
    for number in range(2):
        shutil.rmtree(root / "docs")
        assert heard(stream, "docs")
        (root / "docs").mkdir()
        assert heard(stream, "docs")
        (root / "docs/a.md").write_text(f"# A {number}\n", "utf-8")
        assert heard(stream, "docs/a.md")


def test_the_folders_that_the_settings_name_now_are_followed(root: Path, stream: Told) -> None:
    (root / "pages").mkdir()
    (root / "policykb.toml").write_text("docs = 'pages'\n", "utf-8")
    assert heard(stream, "policykb.toml")
    assert heard(stream, "pages")
    (root / "policykb.toml").write_text("docs = [\n", "utf-8")
    assert heard(stream, "policykb.toml")
    (root / "pages/a.md").write_text("# A\n", "utf-8")
    assert heard(stream, "pages/a.md")
