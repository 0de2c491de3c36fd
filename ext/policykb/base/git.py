"""Ask git; the answer is bytes, since names and subjects have no certain encoding."""

import re
from collections.abc import Collection
from pathlib import Path

_ID_LINE = re.compile(r"HEAD:(.+?\.md):\s*:?id:[ \t]*[\"']?([A-Z][A-Z0-9_]*)")


def ask(root: Path, *arguments: str, data: bytes | None = None) -> bytes | None:
    """The output of git in ``root``; None if git, a repository or the thing asked for is
    missing."""
    import subprocess

    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def committed_ids(root: Path, docs: str) -> dict[str, str] | None:
    """The ids of records in the last commit with the (first) pages they were on, relative to the
    root; None without git, or without records in it."""
    answer = ask(root, "grep", "-I", "-E", r"^\s*:?id:", "HEAD", "--", docs)
    if answer is None:
        return None
    lines = answer.decode("utf-8", "replace").split("\n")
    found = [_ID_LINE.match(line) for line in lines]
    return {match[2]: match[1] for match in reversed(found) if match}


def not_kept(root: Path, paths: Collection[str]) -> list[str]:
    """Those of some files that the last commit does not have as they are; all of them without git
    or without a commit."""
    if not paths:
        return []
    known = _names(root, paths, "ls-tree", "-r", "--name-only", "HEAD")
    for against in (["HEAD"], []):  # Staged as well, since git restores what is staged.
        known -= _names(root, paths, "diff", "--name-only", "--relative", *against)
    return sorted(set(paths) - known)


def _names(root: Path, paths: Collection[str], command: str, *options: str) -> set[str]:
    """The names that git gives of some files, relative to ``root``."""
    answer = ask(root, "--literal-pathspecs", command, "-z", *options, "--", *paths) or b""
    return set(answer.decode("utf-8", "surrogateescape").split("\0"))


def texts(root: Path, revision: str, paths: Collection[str]) -> dict[str, bytes]:
    """The files that a revision has of some paths, relative to ``root``."""
    listed = ask(root, "--literal-pathspecs", "ls-tree", "-z", revision, "--", *paths) or b""
    idents = {}
    for line in filter(None, listed.split(b"\0")):
        head, _, name = line.partition(b"\t")
        idents[name.decode("utf-8", "surrogateescape")] = head.split()[2].decode()
    found = contents(root, idents.values())
    return {path: found[ident] for path, ident in idents.items() if ident in found}


def contents(root: Path, idents: Collection[str]) -> dict[str, bytes]:
    """The contents of files by their object ids, without the objects that git lacks."""
    request = "".join(f"{ident}\n" for ident in idents).encode()
    answer = (ask(root, "cat-file", "--batch", data=request) if idents else None) or b""
    found: dict[str, bytes] = {}
    at = 0
    while (end := answer.find(b"\n", at)) >= 0:
        ident, _, head = answer[at:end].partition(b" ")
        at = end + 1
        size = head.rpartition(b" ")[2]
        if size.isdigit():
            found[ident.decode()] = answer[at : at + int(size)]
            at += int(size) + 1
    return found
