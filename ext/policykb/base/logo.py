"""The picture that a base puts in the head of its site, and whether it can be used."""

import re
from pathlib import Path

from policykb.base import ground, pictures
from policykb.base.settings import Settings, SettingsError, file_of, position

MOST = 100_000
"""Bytes of a logo at most: every first visit loads it."""
_LIVELY = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|a|use|image|style|animate|set)\b"
    rb"|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|<\?xml-stylesheet",
    re.IGNORECASE,
)
"""What an SVG file could do something with, or load."""


def check(root: Path, settings: Settings) -> None:
    """Raises `SettingsError`, with its place, for a logo that cannot be used."""
    problem = settings.logo and _problem(root, settings.logo, (settings.docs, settings.seeds))
    if problem:
        line, col = position(root, "logo")
        raise SettingsError(f"{file_of(root)}:{line}:{col}: “logo” {problem}")


def _problem(root: Path, path: str, shut: tuple[str, ...]) -> str | None:
    """The fault of a logo, as the end of a sentence; ``shut`` are the folders that anyone may
    change."""
    if any(ground.is_within(path, folder.rstrip("/")) for folder in shut):
        return f"must not lie in {' or '.join(shut)}, where anyone may change it"
    try:
        data = ground.read(root, path)
    except FileNotFoundError:
        return f"names {path}, which is not there"
    except OSError as error:
        return f"names {path}, which cannot be read: {error.strerror}"
    if len(data) > MOST:
        return f"names {path}, which has {len(data):,} bytes; {MOST:,} are the most"
    if pictures.ending(path) == ".svg":
        lively = _LIVELY.search(data)
        said = lively and lively[0].decode("ascii", "replace").strip()
        return f"names {path}, a drawing that does more than draw: “{said}”" if lively else None
    if not pictures.is_picture(path, data):
        kinds = ", ".join((".svg", *pictures.NAMES))
        return f"names {path}, which is no picture of its kind; use one of {kinds}"
    return None
