"""A text becomes a source without any library of the extra, and its language is asked for."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from policykb.check.rules.evidence.too_much_quoted import share
from policykb.cli import main
from policykb.documents import formats
from policykb.documents.extracted import Refused, Wish
from policykb.documents.formats.plain import read
from policykb.evidence.document.source import Source

ABSENT = ("docx", "lxml", "pypdf", "pypdfium2", "trafilatura")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return the folder of a base of one empty page."""
    for folder in ("docs", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs/index.md").write_text("# Base\n")
    return tmp_path


def test_a_text_needs_no_library_and_a_pdf_says_which(tmp_path: Path) -> None:
    code = f"import sys; sys.modules.update(dict.fromkeys({ABSENT}))\n"
    code += "from policykb.documents.child import main; sys.exit(main(sys.argv[1], '[]'))"
    said = []
    for name in ("a.txt", "a.pdf"):
        (tmp_path / name).write_text("%PDF- The fund is open and the ministry pays for it.")
        command = [sys.executable, "-c", code, str(tmp_path / name)]
        said.append(subprocess.run(command, capture_output=True, check=False).stdout.decode())
    assert "The fund is open" in said[0]
    assert "is not installed: pip install 'policykb[documents]'" in said[1]


def test_a_library_that_lacks_a_part_says_what_it_says_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(name: str) -> object:
        raise ImportError("lxml.html.clean is now a project of its own.\nInstall it.")

    monkeypatch.setattr(formats, "import_module", broken)
    with pytest.raises(Refused, match=r"is not installed: pip install .* \(lxml\.html\.clean is"):
        formats.reader("page.html")


def test_the_language_is_asked_for_on_a_terminal_alone(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = base / "seeds/a.txt"
    file.write_text("Xyz 123\n")
    command = ["source", "add", "--root", str(base), str(file)]
    assert main([*command, "--dry-run"]) == 0
    shown, told = capsys.readouterr()
    assert "give it with --language" in told
    assert "\n+:language:" not in shown
    terminal = io.StringIO("no such tag\nja\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    assert main(command) == 0
    assert "cannot be used" in capsys.readouterr().err
    assert ":language: ja" in next((base / "docs/sources").glob("*.md")).read_text()


def test_a_given_language_is_told_and_a_text_is_no_twin_of_its_original(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = base / "seeds/NOTICE.TXT"
    file.write_text("Xyz 123\n")
    assert main(["source", "add", "--root", str(base), "--language", "de", str(file)]) == 0
    said = capsys.readouterr()
    assert "language de" in said.out + said.err
    names = [path.name.lower() for path in (base / "seeds").iterdir()]
    assert len(names) == len(set(names))


def test_a_name_of_a_file_gives_a_title_in_words(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = base / "Lake report_2024 (final).txt"
    file.write_text("湖水 is clean.\n")
    words = ["source", "add", "--root", str(base), "--language", "en", "--dry-run"]
    assert main([*words, str(file)]) == 0
    out, told = capsys.readouterr()
    assert "+# Lake report 2024 (final)\n" in out
    assert ": 4 words, " in told
    assert share(Source.of_text(file.read_text()), [])[1] == 4  # as the page on coverage has it


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(Refused, match="line 2 has a null character"):
        read(b"One\nt\x00o\n", Wish())


def test_bytes_of_no_encoding_are_refused_with_their_place() -> None:
    assert read("税関 の 通知".encode("utf-16"), Wish()).text.startswith("税関")
    for data, line in ((b"\xff\xfe\x00bad", 1), (b"\xff\xfe\x00bad!", 1)):
        with pytest.raises(Refused, match=f"byte 0xff in line {line} is no UTF-8"):
            read(data, Wish())


def test_a_day_in_japanese_is_answered_with_the_one_to_write(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = base / "seeds/a.txt"
    file.write_text("Xyz 123\n")
    command = ["source", "add", "--root", str(base), str(file), "--language", "ja"]
    assert main([*command, "--published", "令和5年5月15日"]) == 2
    assert "did you mean 2023-05-15?" in capsys.readouterr().err
