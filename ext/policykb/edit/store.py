"""Write a file whole or not at all."""

import os
from pathlib import Path

from policykb.edit import temporary


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in place of a file: whoever reads it meanwhile, or after a crash, finds the old
    bytes or the new ones. Its permissions stay. Raises `OSError`."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = _new()
    with temporary.file_beside(path, data) as spare:
        spare.chmod(mode)
        spare.replace(path)


def create(path: Path, data: bytes) -> None:
    """Write a new file, whole or not at all and never over another; raises `FileExistsError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with temporary.file_beside(path, data) as spare:
        spare.chmod(_new())
        # Unlike a renaming, a link is refused where the name is taken.
        try:
            path.hardlink_to(spare)
        except FileExistsError:
            raise
        except OSError:
            # Memory sticks and some network drives have no links.
            with path.open("xb") as file:
                file.write(data)


def _new() -> int:
    """The permissions of a new file."""
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
