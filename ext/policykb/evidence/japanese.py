"""Numbers in Japanese numerals: 五千億, 5千億, 1兆5,000億, 三."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
NUMERALS = "".join((*DIGITS, *SMALL, *LARGE))
"""All characters that numbers are written in, beside digits."""

LONGEST = 40
"""No number is longer; what is, is none."""


def amount(text: str) -> Decimal | None:
    """The number that digits and numerals stand for together, or None for none."""
    if len(text) > LONGEST:
        return None
    total, section, current, last = Decimal(0), Decimal(0), "", 10**16
    ceiling = 10**4
    for char in text:
        if char in ", '’":
            continue
        if char.isdecimal() or char == ".":
            current += char
        elif char in DIGITS:
            current += str(DIGITS[char])
        elif char in SMALL:
            if SMALL[char] >= ceiling:
                return None
            section += (Decimal(current) if current else 1) * SMALL[char]
            ceiling, current = SMALL[char], ""
        else:
            if LARGE[char] >= last or not (current or section):
                return None
            section += Decimal(current) if current else 0
            total += section * LARGE[char]
            last, section, current, ceiling = LARGE[char], Decimal(0), "", 10**4
    if current.count(".") > 1:
        return None
    return total + section + (Decimal(current) if current else 0)
