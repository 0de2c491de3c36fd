"""Findings within files and folders that are given on a command line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from policykb.base.settings import FILES
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic
from policykb.check.reading import LoadError


def refuse_nothing(base: Context, paths: Sequence[Path] = ()) -> None:
    """Raise `LoadError` where there is nothing to check; a run that saw nothing is no pass."""
    docs, seeds = base.settings.docs.rstrip("/"), base.settings.seeds.rstrip("/")
    if not base.pages and docs in base.ground.folders:
        raise LoadError(f"“{docs}” has no page, so nothing is checked; policykb new writes a first")
    ground = base.ground
    looked_at = [page.path for page in base.pages] + [*FILES]
    looked_at += [*ground.links, *ground.special, *ground.steering]
    for path, name in zip(paths, inside(base.root, paths), strict=True):
        if not any(_within(one, name) for one in looked_at) and not _within(name, seeds):
            raise LoadError(f"{path} holds no page of “{docs}”, so nothing is checked")


def _within(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(f"{folder}/")


def inside(root: Path, paths: Sequence[Path], *, missing_ok: bool = False) -> list[str]:
    """Files and folders given on a command line, relative to the root; raises `LoadError` for one
    that does not exist or lies outside."""
    found = []
    for path in paths:
        try:
            # A link is looked at itself, wherever it leads.
            place = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
            found.append(place.relative_to(root.resolve()).as_posix())
        except ValueError:
            raise LoadError(f"{path} is outside {root}") from None
        if not missing_ok and not path.exists() and not path.is_symlink():
            raise LoadError(f"there is no file or folder {path}")
    return found


def only_paths(
    found: Iterable[Diagnostic], root: Path, paths: Sequence[Path], *, missing_ok: bool = False
) -> list[Diagnostic]:
    """The findings within files or folders given on a command line."""
    wanted = inside(root, paths, missing_ok=missing_ok)
    return [item for item in found if any(_within(item.path, name) for name in wanted)]
