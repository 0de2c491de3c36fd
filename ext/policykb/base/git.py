"""Ask git; the answer is bytes, since names and subjects have no certain encoding."""

from __future__ import annotations

import subprocess
from pathlib import Path


def ask(root: Path, *arguments: str, data: bytes | None = None) -> bytes | None:
    """What git prints in ``root``; None where git, a repository or the thing asked for is not
    there."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout
