"""The accents: one for each type and for briefs, legible, and told apart by eye."""

import math
import re
from itertools import combinations

import pytest

from policykb.model import TYPES
from policykb.publish.frame.assets import static_dir
from policykb.publish.frame.look import of_types

CSS = (static_dir / "policykb.css").read_text(encoding="utf-8") + of_types(TYPES.values())
KINDS = (*TYPES, "brief")
PAIR = r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);"
PAIRS = [
    *re.findall(rf"^ *--([\w-]+): {PAIR}", CSS, re.MULTILINE),
    *re.findall(rf"^\.t-([\w-]+) {{ --accent: {PAIR}", CSS, re.MULTILINE),
]
SCHEMES = [{name: pair[at] for name, *pair in PAIRS} for at in (0, 1)]
"""Light and dark."""


def linear(color: str) -> list[float]:
    """Red, green and blue as amounts of light."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def contrast(one: str, other: str) -> float:
    """As WCAG 2 measures it."""
    light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue
        for red, green, blue in (linear(one), linear(other))
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(color: str) -> tuple[float, float, float]:
    """CIE L*a*b*, D65."""
    red, green, blue = linear(color)
    weights = (
        (0.4124, 0.3576, 0.1805, 0.95047),
        (0.2126, 0.7152, 0.0722, 1.0),
        (0.0193, 0.1192, 0.9505, 1.08883),
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in ((red * a + green * b + blue * c) / white for a, b, c, white in weights)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str) -> float:
    """How unlike two colors look, CIE94: it forgives what strong colors differ in strength."""
    (l1, a1, b1), (l2, a2, b2) = lab(one), lab(other)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    hue = max(0.0, (a1 - a2) ** 2 + (b1 - b2) ** 2 - (c1 - c2) ** 2)
    mean = math.sqrt(c1 * c2)
    return math.sqrt(
        (l1 - l2) ** 2 + ((c1 - c2) / (1 + 0.045 * mean)) ** 2 + hue / (1 + 0.015 * mean) ** 2
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_accent_in_both_schemes(kind: str) -> None:
    assert f".t-{kind} {{ --accent: " in CSS
    for scheme in SCHEMES:
        for paper in ("paper", "raised"):
            assert contrast(scheme[kind], scheme[paper]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_no_two_accents_look_alike(scheme: dict[str, str]) -> None:
    found = sorted(
        (round(distance(scheme[one], scheme[other]), 1), one, other)
        for one, other in combinations(KINDS, 2)
    )
    assert [one for one in found if one[0] < 10] == []
