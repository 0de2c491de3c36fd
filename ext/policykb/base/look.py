"""What a base chooses of its look: one color, and the blocks of its front page."""

import re

LANDING = ("search", "numbers", "briefs", "chain", "types")
"""The blocks that follow the written beginning of the front page."""
GROUNDS = {"#ffffff": 4.5, "#f3f1ea": 4.5, "#e9b44c": 3.0}
"""What the color stands on or beside, and the contrast that WCAG 2 asks for there: white text on
it, links on the darkest paper, and the golden ring of what has the focus."""
DARK_PAPER = "#1a2029"
DARK_CONTRAST = 7.0
_COLOR = re.compile(r"#[0-9a-f]{6}")


def light(color: str) -> float:
    """The relative luminance of a color, as WCAG 2 defines it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, 1 to 21, as WCAG 2 measures it."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def mixed(color: str, with_: str, share: float) -> str:
    """A color with a share of another in it."""
    parts = ((int(color[at : at + 2], 16), int(with_[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)


def on_dark(color: str) -> str:
    """The color lightened until it can be read on a dark ground."""
    steps = (mixed(color, "#ffffff", share / 20) for share in range(21))
    return next(one for one in steps if contrast(one, DARK_PAPER) >= DARK_CONTRAST)


def accent_problem(color: str) -> str | None:
    """The fault of a color, as the end of a sentence."""
    if not _COLOR.fullmatch(color):
        return f"must be a color such as #17477e, not “{color}”"
    for ground_color, least in GROUNDS.items():
        found = contrast(color, ground_color)
        if found < least:
            return (
                f"is too light to be read: its contrast with {ground_color} is {found:.1f}, and "
                f"{least:.1f} is needed; {_darkened(color)} would do"
            )
    return None


def _darkened(color: str) -> str:
    steps = (mixed(color, "#000000", share / 50) for share in range(51))
    fits = (
        one
        for one in steps
        if all(contrast(one, other) >= least for other, least in GROUNDS.items())
    )
    return next(fits)


def landing_problem(blocks: list[str]) -> str | None:
    """The fault of a choice of blocks, as the end of a sentence."""
    unknown = next((one for one in blocks if one not in LANDING), None)
    return f"has no block “{unknown}”; blocks are {', '.join(LANDING)}" if unknown else None
