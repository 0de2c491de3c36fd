"""Which pictures pages may show: by the ending of the name and by the first bytes of the file."""

from __future__ import annotations

import posixpath

BEGINNINGS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
}
"""How a file begins, by the ending of its name. An SVG file can hold scripts and is no picture
here."""
NAMES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WebP"}
FIRST = 12
"""Bytes that tell the kind of a picture."""


def ending(path: str) -> str:
    """The ending of a name, in small letters."""
    return posixpath.splitext(path)[1].lower()


def kind(data: bytes) -> str | None:
    """The kind that a file's first bytes are of: ``PNG``; None for those of no picture."""
    for name, beginning in BEGINNINGS.items():
        if data.startswith(beginning) and (name != ".webp" or data[8:12] == b"WEBP"):
            return NAMES[name]
    return None


def is_picture(path: str, data: bytes) -> bool:
    """Whether a file is of the kind that its name says, and that kind one that pages may show."""
    return NAMES.get(ending(path)) == (kind(data) or "")
