"""Sources: their paragraphs, their checksum, and what is wrong with a file."""

import hashlib
from pathlib import Path

import pytest
from tests.evidence.conftest import Make

from policykb.evidence.document.paragraphs import paragraphs
from policykb.evidence.document.source import Source


@pytest.mark.parametrize(
    ("text", "separator", "expected"),
    [
        ("a\nb\n\nc", "blank-line", ["a\nb", "c"]),
        ("a\nb\n\nc", "line", ["a", "b", "c"]),
        ("\n\n a \n \t\n\n\nb\n", "blank-line", ["a", "b"]),
        ("a\r\nb\r\n\r\nc\r\n", "blank-line", ["a\r\nb", "c"]),
        ("a\r\nb\rc", "line", ["a", "b", "c"]),
        ("a\u3000\n\u3000\nb", "blank-line", ["a", "b"]),
        ("", "blank-line", []),
    ],
)
def test_paragraphs(text: str, separator: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text, separator)] == expected


def test_a_source_is_its_bytes(source: Make) -> None:
    data = "one\r\n\r\ntwo é".encode()
    made = source(data)
    assert made.problem is None
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert made.text == data.decode()


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"caf\xe9", "not-utf8"), (b"", "empty"), (b" \n\t\n", "empty"), (b"\xef\xbb\xbf\n", "empty")],
)
def test_a_file_that_is_no_text(source: Make, data: bytes, problem: str) -> None:
    made = source(data)
    assert (made.problem, made.text) == (problem, "")


def test_a_file_that_is_not_there_or_outside(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (seeds / "link.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "folder").mkdir()
    assert Source(seeds, "nothing.txt").problem == "missing"
    assert Source(seeds, "folder").problem == "missing"
    for file in ("../secret.txt", str(tmp_path / "secret.txt")):
        made = Source(seeds, file)
        assert (made.problem, made.text) == ("outside", "")
    made = Source(seeds, "link.txt")
    assert (made.problem, made.text, made.sha256) == ("link", "", "")
