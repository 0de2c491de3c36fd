"""Which day it is, for rules on freshness: reproducible wherever the environment says so."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path


def today(root: Path) -> datetime.date:
    """SOURCE_DATE_EPOCH (seconds, UTC), else the date of the last commit, else the system's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    if (root / ".git").exists():
        answer = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%cs"],
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            return datetime.date.fromisoformat(answer.stdout.strip())
        except ValueError:
            pass
    return datetime.datetime.now(datetime.UTC).date()
