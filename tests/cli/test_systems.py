"""Windows and macOS, as far as they can be had here: what they lack, and how they write."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.check.rules.examples import Example, lay

from policykb import cli
from policykb.check import engine, second_process
from policykb.check.context import Context
from policykb.edit import start, store
from policykb.export import catalog

ROOT = Path(__file__).parents[2]
QUAY = ROOT / "tests/contract/quay"


def like_windows(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "warn_default_encoding", "-m", "tests.cli.like_windows"]
    return subprocess.run(
        [*command, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_no_import_needs_what_unix_alone_has() -> None:
    done = like_windows()
    assert done.returncode == 0, done.stderr


def test_a_base_is_begun_checked_fixed_and_written_to(tmp_path: Path) -> None:
    root = str(tmp_path / "harbor")
    assert like_windows("init", root).returncode == 0
    assert like_windows("new", "org", "--title", "New", "--kind", "company", "--root", root).stdout
    page = tmp_path / "harbor/docs/ventures/quaylight.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("PRG_HARBOR_POWER_FUND", "PRG_HARBOR_POWER_FUNDS"), "utf-8")
    assert like_windows("check", "--root", root).returncode == 1
    assert like_windows("fix", "--unsafe", "--root", root).returncode == 0
    assert page.read_text("utf-8") == text


@pytest.mark.gate
def test_a_site_is_built(tmp_path: Path) -> None:
    start.write(tmp_path, start.Answers("Harbor"))
    done = like_windows("build", "--root", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "_build/html/ventures/quaylight.html").is_file()


def test_where_no_process_can_be_forked_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    base = engine.load(QUAY)
    monkeypatch.setattr(second_process, "LEAST", 0)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert second_process.worth_it(base) == hasattr(os, "fork")
    monkeypatch.delattr(os, "fork", raising=False)
    assert not second_process.worth_it(base)


def test_a_program_whose_output_nobody_reads_ends_without_a_word() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, "-m", "policykb", "explain", "PKB301"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE, cwd=QUAY, env=buffered)
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


def with_crlf(folder: Path) -> Path:
    """The small base as an editor on Windows saves its pages."""
    root = Path(shutil.copytree(QUAY, folder / "quay"))
    for path in root.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return root


def test_pages_with_other_line_ends_say_the_same(tmp_path: Path) -> None:
    base, report = engine.check(with_crlf(tmp_path))
    assert report.diagnostics == []
    assert records(base) == records(engine.load(QUAY))


def records(base: Context) -> object:
    return json.loads(catalog.written(catalog.found()["json"], base))["records"]


def test_a_fix_leaves_the_line_ends_as_they_are(tmp_path: Path) -> None:
    root = with_crlf(tmp_path)
    page = root / "docs/ventures/quaylight.md"
    data = page.read_bytes()
    page.write_bytes(data.replace(b"PRG_HEF\r", b"PRG_HEFF\r"))
    assert cli.main(["fix", "--unsafe", "--root", str(root)]) == 0
    assert page.read_bytes() == data


def test_a_source_with_other_line_ends_is_told_and_its_quotations_stand(tmp_path: Path) -> None:
    root = Path(shutil.copytree(QUAY, tmp_path / "quay"))
    source = root / "seeds/notice.txt"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    (found,) = engine.check(root)[1].diagnostics
    assert found.code == "PKB310"
    assert "quotations still stand" in found.message


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"docs/sources/back.md": r"sub\notice.txt"},
            (r"file cannot be “sub\notice.txt”: a path is written with /", "sub/notice.txt"),
        ),
        # Windows and macOS would find it; a check says the same everywhere.
        ({"docs/sources/back.md": "NOTICE.txt"}, ("NOTICE.txt", "")),
    ],
)
def test_a_path_of_windows_is_told_how_to_be_written(
    tmp_path: Path, files: dict[str, str], said: tuple[str, str]
) -> None:
    pages = {
        path: f"# Back\n\n:::{{source}} Back\n:id: SRC_BACK\n:file: {name}\n:sha256: {'0' * 64}\n"
        ":language: en\n:rights: ours\n:::\n"
        for path, name in files.items()
    }
    lay(Example(flagged=True, files=pages), tmp_path)
    found = engine.check(tmp_path)[1].diagnostics
    assert [one for one in found if said[0] in one.message and said[1] in (one.help or "")], found


def test_folders_of_the_settings_are_written_with_one_kind_of_slash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "policykb.toml").write_text('docs = "docs\\\\records"\n', "utf-8")
    assert cli.main(["check", "--root", str(tmp_path)]) == 2
    assert "a path is written with /" in capsys.readouterr().err


def test_what_goes_into_a_file_has_plain_line_ends_and_every_character() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
    cli._write_anything(stream)
    stream.write("港\n")
    stream.flush()
    assert raw.getvalue() == "港\n".encode()


def test_a_drive_without_links_gets_new_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    store.create(tmp_path / "a.md", b"new\n")
    assert (tmp_path / "a.md").read_bytes() == b"new\n"
    with pytest.raises(FileExistsError):
        store.create(tmp_path / "a.md", b"other\n")
    assert (tmp_path / "a.md").read_bytes() == b"new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("path", ["README.md", "ext/policykb/edit/starters/en/README.md.in"])
def test_the_commands_told_to_everyone_need_neither_make_nor_unix(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    blocks = re.findall(r"```powershell\n(.*?)```", text, re.DOTALL)
    if path != "README.md":
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) >= 4
    for line in lines:
        assert re.match(r"py -m venv |python -m (pip|policykb) |git (add|rm) |\.venv\\", line), line
        if command := re.match(r"python -m policykb (\w+)", line):
            assert command[1] in cli.COMMANDS
