"""Which pictures pages may show: by the ending of the name and by the first bytes of the file."""

import posixpath
import re

BEGINNINGS = {
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "GIF": re.compile(rb"GIF8[79]a"),
    "WebP": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
"""How a file of each kind begins. An SVG file can hold scripts and does not count."""
NAMES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WebP"}
"""The kind by the ending of a name."""
FIRST = 12
"""Bytes that tell the kind of a picture."""


def ending(path: str) -> str:
    """The ending of a name, in small letters."""
    return posixpath.splitext(path)[1].lower()


def is_picture(path: str, data: bytes) -> bool:
    """Whether a file is of the kind that its name says, and that kind one that pages may show."""
    kind = NAMES.get(ending(path))
    return kind is not None and BEGINNINGS[kind].match(data) is not None
