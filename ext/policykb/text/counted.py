"""A number with what it counts."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """``1 record``, ``2 records``, ``1,200 people``: ``many`` is the plural if it is irregular."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
