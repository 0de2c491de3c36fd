"""Inputs broken in one known way each: every command answers, in words, and what is sound is still
read."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fuzz.mutate import QUAY
from tests.fuzz.run import READING, hold, run
from tests.volume import take

from policykb.check import engine

pytestmark = pytest.mark.filterwarnings("default")

PAGE = "docs/broken.md"
ORG = ":::{org} Broken\n:id: ORG_BROKEN\n:kind: company\n:::\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(QUAY, tmp_path / "base"))


def found(root: Path) -> dict[str, set[str]]:
    """The codes reported of each path."""
    code, out, _ = run(root, ["check", "--format", "json"])
    assert code in (0, 1)
    said: dict[str, set[str]] = {}
    for one in json.loads(out)["diagnostics"]:
        said.setdefault(one["path"], set()).add(one["code"])
    return said


PAGES: dict[str, tuple[bytes, str]] = {
    "UTF-16": (ORG.encode("utf-16"), "PKB126"),
    "Latin-1": (ORG.replace("Broken", "Brøken").encode("latin-1"), "PKB126"),
    "Shift JIS": (ORG.replace("Broken", "厚生労働省").encode("shift-jis"), "PKB126"),
    "lone surrogate": (b"# A\n\n\xed\xa0\x80\n", "PKB126"),
    "NUL bytes": (ORG.replace("company", "comp\0any").encode(), "PKB711"),
    "nothing but NUL": (b"\0" * 5000, "PKB711"),
    "a million lines": (b"x\n" * 1_000_000 + b"\n" + ORG.encode(), "PKB126"),
    "thousands of records": ((ORG * take(2_000, 9_000, 9_000)).encode(), "PKB113"),
    "a value of 10 MB": (ORG.replace("company", "x" * 10_000_000).encode(), "PKB126"),
    "a line of 10 MB": (b"x" * 10_000_000, "PKB126"),
    "a title of 100 kB": (ORG.replace("Broken", "x" * 100_000).encode(), "PKB126"),
    "fences in fences": (
        "".join(f"{':' * (3000 - deep)}{{note}}\n" for deep in range(1500)).encode(),
        "PKB126",
    ),
    "unclosed fences": (b":::{org} A\n" * 5000, "PKB119"),
    "lists in lists": ("".join(f"{' ' * deep}- a\n" for deep in range(1500)).encode(), ""),
    "quotes in quotes": (b"> " * 20_000 + b":::{org} A\n", ""),
    "thousands of options": (
        (
            ":::{org} A\n"
            + "".join(f":x{n}: y\n" for n in range(take(2_000, 10_000, 10_000)))
            + ":::\n"
        ).encode(),
        "PKB126",
    ),
}
"""A page's bytes, and the code of one finding on it (none: it need only be answered)."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page(root: Path, name: str) -> None:
    data, code = PAGES[name]
    (root / PAGE).write_bytes(data)
    assert code in found(root).get(PAGE, set()) | {""}
    for words in (["fix", "--diff", "--unsafe"], ["export", "json"], ["find", "Vesta"]):
        hold(root, words)
    assert engine.load(root).by_id["JV_QUAYLIGHT"].title == "Quaylight"


LONG = "a" * 300
TARGETS = {
    "link": f"[x]({LONG})",
    "link to a page": f"[x]({LONG}.md#a)",
    "link with folders": f"[x]({'a/' * 3000}b.md)",
    "link of kanji": f"[x]({'漢' * 100})",
    "link with a zero byte": "[x](a%00b)",
    "definition": f"[x]: {LONG}\n\n[x]",
    "doc": f"{{doc}}`{LONG}`",
    "image": f"![x]({LONG}.png)",
    "toctree": f"```{{toctree}}\n{LONG}\n```",
    "image by directive": f"```{{image}} {LONG}.png\n```",
    "figure": f"```{{figure}} {LONG}.png\nwords\n```",
}
"""Names of files that no file system takes."""


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_that_no_path_can_be(root: Path, name: str) -> None:
    (root / PAGE).write_text(f"# A\n\n{TARGETS[name]}\n", "utf-8")
    assert "PKB602" in found(root)[PAGE]


SOURCES: dict[str, bytes] = {
    "UTF-16": "Vesta Lines".encode("utf-16"),
    "empty": b"",
    "blank": b" \n\n\t\n",
    "NUL": b"\0" * 100_000,
    "one line of 20 MB": b"Vesta Lines and " * 1_250_000,
    "very many paragraphs": b"Vesta\n\n" * take(100_000, 1_000_000, 1_000_000),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source(root: Path, name: str) -> None:
    (root / "seeds/notice.txt").write_bytes(SOURCES[name])
    said = found(root)
    assert {path for path in said if not path.startswith("docs/")} == set()
    assert any(code.startswith("PKB3") for code in said["docs/sources/notice.md"])
    for words in (["explain", "JV_QUAYLIGHT"], ["export", "json"], ["find", "harbour"]):
        hold(root, words)


def _chain(root: Path, count: int, last: str) -> None:
    """Organizations each part of the next."""
    rows = (
        f":::{{org}} Office {n}\n:id: ORG_{n}\n:kind: ministry\n:part_of: "
        f"{f'ORG_{n + 1}' if n + 1 < count else last}\n:::\n"
        for n in range(count)
    )
    (root / "docs/chain.md").write_text("# Chain\n\n" + "\n".join(rows), "utf-8")


def test_a_cycle_of_ten_thousand(root: Path) -> None:
    _chain(root, 10_000, "ORG_0")
    _, report = engine.check(root)
    cycles = [one for one in report.diagnostics if one.code == "PKB206"]
    assert len(cycles) == 1
    assert len(cycles[0].message) < 2000


def test_a_chain_of_ten_thousand(root: Path) -> None:
    _chain(root, 10_000, "ORG_VESTA")
    assert "PKB206" not in found(root).get("docs/chain.md", set())


def test_links_in_a_circle(root: Path) -> None:
    (root / "docs/again").symlink_to(root / "docs", target_is_directory=True)
    (root / "docs/self.md").symlink_to("self.md")
    (root / "docs/nothing.md").symlink_to("nowhere.md")
    (root / "seeds/again").symlink_to(root / "seeds", target_is_directory=True)
    said = found(root)
    assert {path for path in said if path.startswith("docs/")} == {
        "docs/again",
        "docs/self.md",
        "docs/nothing.md",
    }
    assert len(engine.load(root).entries) == len(engine.load(QUAY).entries)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A base that another user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        top.chmod(0o755)
        yield Path(shutil.copytree(QUAY, top / "base"))


@pytest.mark.parametrize("name", ["docs/ventures/quaylight.md", "seeds/notice.txt"])
def test_a_file_that_may_not_be_read(open_to_all: Path, name: str) -> None:
    path = open_to_all / name
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        said = found(open_to_all)
    finally:
        os.seteuid(user)
        path.chmod(0o644)
    assert said["docs/sources/notice.md" if name.startswith("seeds") else name]


def test_a_folder_and_a_pipe_that_are_named_like_pages(root: Path) -> None:
    (root / "docs/folder.md").mkdir()
    os.mkfifo(root / "docs/pipe.md")
    (root / "seeds/folder.txt").mkdir()
    for words in READING:
        hold(root, words)


WRITERS: dict[str, tuple[list[str], str]] = {
    "export": (["export", "json", "-o", "all.json"], "all.json"),
    "fix": (["fix"], "docs/many.md"),
    "new": (["new", "org", "--title", "New Harbour", "--kind", "company"], ""),
}


@pytest.mark.gate
@pytest.mark.parametrize("name", WRITERS)
def test_a_process_that_is_killed_leaves_old_or_new(root: Path, name: str) -> None:
    words, target = WRITERS[name]
    rows = "\n".join(
        f":::{{org}} Office {n}\n:id: ORG_{n}\n:kind: Company\n:::\n" for n in range(900)
    )
    many = f"# Many\n\n{rows}"

    def lay_out() -> None:
        (root / "docs/many.md").write_text(many, "utf-8")
        (root / "all.json").write_text("old", "utf-8")
        for path in (root / "docs/organizations").glob("new*"):
            path.unlink()

    states: set[bytes] = set()
    command = [sys.executable, "-m", "policykb", *words]
    lay_out()
    start = time.perf_counter()
    subprocess.run(command, cwd=root, capture_output=True, check=False)
    whole = time.perf_counter() - start
    outcome = _read(root, target)
    chance = random.Random(1)
    for number in range(take(4, 12, 60)):
        lay_out()
        process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # Most of the time goes into starting: the later kills fall into the writing.
        time.sleep(whole * chance.uniform(0.4 if number % 2 else 0.8, 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        states.add(_read(root, target))
    old = {"all.json": b"old", "docs/many.md": many.encode(), "": b""}[target]
    assert states <= {old, outcome}
    assert outcome != old


def _read(root: Path, target: str) -> bytes:
    if target:
        return (root / target).read_bytes()
    made = sorted((root / "docs/organizations").glob("new*"))
    return made[0].read_bytes() if made else b""


DEEP = {
    "strong": ("**" * 200 + "a" + "**" * 200, "PKB126"),
    "emphasis": ("*a **b " * 60 + "b** a* " * 60, "PKB126"),
    "links": ("[" * 60 + "a" + "](index.md)" * 60, "PKB126"),
    "images": ("![" * 400 + "a" + "](a.png)" * 400, "PKB126"),
    "quotes": ("> " * 30 + "a", "PKB125"),
    "lists": ("".join(f"{'  ' * deep}- a\n" for deep in range(12)), "PKB125"),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_told_at_its_line(root: Path, name: str) -> None:
    text, code = DEEP[name]
    (root / PAGE).write_text(f"# A\n\nWords.\n\n{text}\n", "utf-8")
    _, report = engine.check(root)
    (found,) = (one for one in report.diagnostics if one.path == PAGE and one.code == code)
    assert found.line in range(5, 16)


def test_names_of_three_hundred_letters_are_told_at_their_place(root: Path) -> None:
    (root / PAGE).write_text(f":::{{org}} A\n:id: ORG_{'A' * 300}\n:kind: company\n:::\n", "utf-8")
    (root / "docs" / f"{'x' * 252}.md").write_text("# X\n", "utf-8")
    _, report = engine.check(root)
    told = {(one.code, one.path, one.line) for one in report.diagnostics}
    assert told >= {("PKB111", PAGE, 2), ("PKB714", f"docs/{'x' * 252}.md", 1)}
