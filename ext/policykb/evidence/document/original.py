"""The original of a source's text: a PDF, Word or HTML file, of which only the checksum is read."""

from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from policykb.base.ground import NotReal, real

MOST = 100_000_000
"""Bytes of an original."""


class Unread(Exception):
    """An original cannot be read; the text says why, to follow its path."""


def digest(root: Path, path: str) -> str:
    """The SHA-256 checksum of a plain file below a root, worked out anew only where the file has
    changed. Raises `Unread`."""
    try:
        place = real(root, path)
        stat = place.stat()
        if stat.st_size > MOST:
            raise Unread(f"has more than {MOST // 1_000_000} MB")
        return _digest(place, stat.st_size, stat.st_mtime_ns, stat.st_ino)
    except NotReal as error:
        raise Unread(error.strerror) from None
    except (OSError, ValueError):
        raise Unread("does not exist") from None


@lru_cache(maxsize=10_000)
def _digest(place: Path, *_stamp: int) -> str:
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
