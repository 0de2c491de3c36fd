"""Facts about blocks for the readers of pages: how deep they go, and which hold no text."""

from __future__ import annotations

MAX_DEPTH = 12
"""Fences nested deeper are not read; the checker says so."""

VERBATIM = frozenset(
    {"", "code", "code-block", "code-cell", "sourcecode", "literalinclude", "math"}
)
"""Directives whose content is text, not Markdown."""

PAGES = "toctree"
"""The directive whose content is a list of pages."""
