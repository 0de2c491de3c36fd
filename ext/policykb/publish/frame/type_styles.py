"""The stylesheet made of the types' files: an accent for each, on light and on dark ground."""

from collections.abc import Iterable

from policykb.model import RecordType

NAME = "types.css"
SHADE = 0.55
"""How much white makes a color fit for a dark ground, where its type names none."""


def css(types: Iterable[RecordType]) -> str:
    """The whole stylesheet."""
    return "".join(
        f".t-{one.name} {{ --accent: light-dark({one.color}, {dark_color(one)}); }}\n"
        for one in types
    )


def dark_color(kind: RecordType) -> str:
    """The color of a type on a dark ground."""
    if kind.color_dark:
        return kind.color_dark
    parts = (int(kind.color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * SHADE):02x}" for part in parts)
