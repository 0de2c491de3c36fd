"""What the readers of pages must know of blocks: how deep they go, and whose content is no text."""

from __future__ import annotations

MAX_DEPTH = 12
"""Fences nested deeper are not read; the checker says so."""

VERBATIM = frozenset(
    {"", "code", "code-block", "code-cell", "sourcecode", "literalinclude", "math"}
)
"""Directives whose content is text, not Markdown."""

PAGES = "toctree"
"""The directive whose content is a list of pages."""
