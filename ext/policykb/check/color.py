"""Whether what is printed for a person is colored."""

import os
from contextvars import ContextVar
from typing import TextIO

CHOICES = ("auto", "always", "never")
CHOICE: ContextVar[str] = ContextVar("color", default="auto")
"""What ``--color`` says."""


def wanted(stream: TextIO) -> bool:
    """``--color`` decides; else NO_COLOR, then FORCE_COLOR, unless empty; else whether the stream
    is a terminal that can show colors."""
    choice = CHOICE.get()
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
