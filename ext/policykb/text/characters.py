"""Classes of characters."""

from __future__ import annotations

import re

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Chinese and Japanese characters, as the inside of a regular expression's class."""

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_CJK = re.compile(f"[{CJK}{_HANGUL}]")

UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that nobody sees, in the same form: soft hyphen, zero width, direction, inner BOM."""


def encodable(text: str) -> str:
    """The text with ? for what UTF-8 cannot hold: bytes of a file's name that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean: no word boundary is asked beside it."""
    return char > "\u10ff" and _CJK.match(char) is not None
