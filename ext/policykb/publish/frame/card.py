"""The picture that previews of the site's pages show: its mark on its color, as a PNG file, since
they show no SVG file."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache

NAME = "card.png"
WIDTH, HEIGHT = 1200, 630
_COLOR, _GOLD, _WHITE = "#14304f", "#e9b44c", "#ffffff"
_UNIT, _LEFT, _TOP = 12, 408, 123
"""How large a unit of the mark is drawn, and where: as the header's, it is 32 units wide."""

_STROKES = (
    (9, 18, 9, 1, 2),
    (9, 23, 16, 1, 2),
    (9, 18, 23, 1, 2),
    (23.5, 23.5, 9, 2.6, 1),
    (23.5, 23.5, 23, 2.6, 1),
)
"""Lines with round ends: from one ``x`` to another, at ``y``, half as thick, the color's number."""


@cache
def png(accent: str) -> bytes:
    """The file, on a base's color where it has one."""
    colors = b"".join(bytes.fromhex(one[1:]) for one in (accent or _COLOR, _GOLD, _WHITE))
    pixels = b"".join(b"\0" + _row(y) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = (b"IHDR", head), (b"PLTE", colors), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int) -> bytes:
    """The colors of one line: the mark's, and gold at the foot."""
    row = bytearray(WIDTH) if y < HEIGHT - 16 else bytearray([1]) * WIDTH
    for start, end, color in _spans(y):
        row[start:end] = bytes([color]) * (end - start)
    return bytes(row)


def _spans(y: int) -> Iterator[tuple[int, int, int]]:
    for start, end, middle, thick, color in _STROKES:
        far, radius = y - _TOP - middle * _UNIT, thick * _UNIT
        if abs(far) < radius:
            half = (radius**2 - far**2) ** 0.5
            left, right = start * _UNIT - half, end * _UNIT + half
            yield round(_LEFT + left), round(_LEFT + right), color
