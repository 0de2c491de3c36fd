"""Which day it is, for rules on freshness: reproducible wherever the environment says so."""

import datetime
import os
from contextlib import suppress
from pathlib import Path

from policykb.base.git import ask
from policykb.base.settings import SettingsError


def today(root: Path) -> datetime.date:
    """SOURCE_DATE_EPOCH (seconds, UTC), else the date of the last commit, else the system's. Raises
    `SettingsError` if the epoch is not a date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise SettingsError(
                f"the environment's SOURCE_DATE_EPOCH must be a number of seconds, not “{epoch}”"
            ) from None
    if (root / ".git").exists():
        answer = ask(root, "log", "-1", "--format=%cs") or b""
        with suppress(ValueError):
            return datetime.date.fromisoformat(answer.decode("ascii", "replace").strip())
    return datetime.datetime.now(datetime.UTC).date()
