"""A base as a git revision has it, laid out in a folder of its own; nothing is checked out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.check.engine import LoadError

_FILE = ("100644", "100755")


def lay_out(root: Path, revision: str, folder: Path) -> Settings:
    """Write the pages, sources and settings that ``revision`` has for the base at ``root`` into
    ``folder``, and return those settings. Only plain files are written, by their exact bytes.

    Raises `LoadError` where git, the repository or the revision is not there.
    """
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise LoadError(f"git knows no revision “{revision}” here")
    prefix = (_git(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    blobs = dict(_blobs(root, commit.decode().strip(), prefix))
    _write(root, folder, {path: oid for path, oid in blobs.items() if path == "pyproject.toml"})
    settings = load_settings(folder)
    wanted = tuple(f"{name.strip('/')}/" for name in (settings.docs, settings.seeds))
    chosen = {
        path: oid
        for path, oid in blobs.items()
        if path.startswith(wanted) or path == settings.baseline
    }
    _write(root, folder, chosen)
    return settings


def merge_base(root: Path, one: str, other: str) -> str:
    """The commit from which two revisions parted; raises `LoadError` where there is none."""
    found = _git(root, "merge-base", "--", one, other)
    if not found:
        raise LoadError(f"“{one}” and “{other}” have no commit in common here")
    return found.decode().strip()


def _git(root: Path, *args: str, data: bytes | None = None) -> bytes | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *args], input=data, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise LoadError("git is not installed; policykb diff reads revisions with it") from None
    if done.returncode and b"not a git repository" in done.stderr:
        raise LoadError(f"{root} is in no git repository")
    return None if done.returncode else done.stdout


def _blobs(root: Path, commit: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Path relative to the root, and object id, of every plain file."""
    listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit) or b""
    for line in listing.split(b"\0"):
        head, _, name = line.partition(b"\t")
        path = name.decode("utf-8", "surrogateescape")
        if head.decode().startswith(_FILE) and path.startswith(prefix):
            path = path[len(prefix) :]
            if _is_inside(path):
                yield path, head.split()[2].decode()


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts and "\\" not in path


def _write(root: Path, folder: Path, blobs: dict[str, str]) -> None:
    if not blobs:
        return
    request = "".join(f"{oid}\n" for oid in blobs.values()).encode()
    answer = _git(root, "cat-file", "--batch", data=request)
    if answer is None:
        raise LoadError("git cannot read the files of the revision")
    at = 0
    for path in blobs:
        line_end = answer.index(b"\n", at)
        size = answer[at:line_end].rsplit(b" ", 1)[-1]
        if not size.isdigit():
            raise LoadError(f"git has no content for {path}; fetch the whole history first")
        begin = line_end + 1
        at = begin + int(size) + 1
        target = folder / Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(answer[begin : at - 1])
