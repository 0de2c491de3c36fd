"""Patterns of the names of pages, as Sphinx reads them."""

import re

_PARTS = re.compile(r"\*\*|\*|\?|\[[!\]]?[^\]]*\]|.", re.DOTALL)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern as a regular expression; it finds nothing where no build can read the pattern."""
    try:
        return re.compile(_PARTS.sub(_part, text))
    except re.error:
        return re.compile("(?!)")


def _part(found: re.Match[str]) -> str:
    """A part of a pattern as Sphinx reads it: ``**`` crosses folders, ``*`` and ``?`` do not."""
    part = found[0]
    if part.startswith("[") and part.endswith("]"):
        inner = part[1:-1].replace("\\", "\\\\")
        return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return {"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
