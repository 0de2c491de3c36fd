"""Classes of characters."""

import re
from functools import cache

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Chinese and Japanese characters, as the inside of a regular expression's class."""

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_CJK = f"[{CJK}{_HANGUL}]"

UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that nobody sees, in the same form: soft hyphen, zero width, direction, inner BOM."""

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
"""Control characters, in the same form, without tabs and line ends."""

_CONTROL = re.compile(f"[{CONTROL}]")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used: one with `CJK` in it takes milliseconds."""
    return re.compile(pattern)


def first_control(text: str) -> str:
    """The first control character of a text, as ``U+0007``; empty where it has none."""
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def encodable(text: str) -> str:
    """The text with ? for what UTF-8 cannot hold: bytes of a file's name that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean: no word boundary is asked beside it."""
    return char > "\u10ff" and compiled(_CJK).match(char) is not None
