"""What git answers: by its bytes, or nothing where there is nothing to ask."""

from pathlib import Path

from policykb.base.git import ask, contents

NO_OBJECT = "0" * 40


def committed(root: Path, files: dict[str, bytes]) -> list[str]:
    """Store files in a new repository, and return their object ids."""
    assert ask(root, "init", "--quiet") is not None
    stored = [ask(root, "hash-object", "-w", "--stdin", data=data) for data in files.values()]
    return [found.decode().strip() for found in stored if found is not None]


def test_contents_are_given_by_object_id_as_they_are(tmp_path: Path) -> None:
    files = {"a": b"one\n\ntwo 2\n", "empty": b"", "bytes": b"\xff\0\n"}
    idents = committed(tmp_path, files)
    assert contents(tmp_path, idents) == dict(zip(idents, files.values(), strict=True))


def test_what_git_does_not_have_is_left_out(tmp_path: Path) -> None:
    (ident,) = committed(tmp_path, {"a": b"text"})
    assert contents(tmp_path, [NO_OBJECT, ident]) == {ident: b"text"}


def test_without_a_repository_there_is_no_answer(tmp_path: Path) -> None:
    assert ask(tmp_path, "log") is None
    assert contents(tmp_path, [NO_OBJECT]) == {}
    assert contents(tmp_path, []) == {}
