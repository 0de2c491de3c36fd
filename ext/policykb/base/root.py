"""Where a base begins: its top folder."""

from pathlib import Path


def find_root(given: Path | None) -> Path:
    """The folder given, else the nearest one upwards that has ``docs`` and ``seeds``."""
    return root_around(Path.cwd()) if given is None else given.absolute()


def root_around(folder: Path) -> Path:
    """The nearest folder upwards that has ``docs`` and ``seeds``, else the folder itself."""
    here = folder.absolute()
    found = [folder for folder in (here, *here.parents) if _has_both(folder)]
    return next((folder for folder in found if not _is_content(folder, found)), here)


def _has_both(folder: Path) -> bool:
    return (folder / "docs").is_dir() and (folder / "seeds").is_dir()


def _is_content(folder: Path, bases: list[Path]) -> bool:
    """True if a folder is among the pages or sources of another base: then it is not a base."""
    return any(folder.is_relative_to(outer / name) for outer in bases for name in ("docs", "seeds"))
