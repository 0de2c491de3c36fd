"""Where a base begins: its top folder."""

from __future__ import annotations

from pathlib import Path


def find_root(given: Path | None) -> Path:
    """The folder given, else the nearest one upwards that has ``docs`` and ``seeds``."""
    if given is not None:
        return given.absolute()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "docs").is_dir() and (folder / "seeds").is_dir():
            return folder
    return here
