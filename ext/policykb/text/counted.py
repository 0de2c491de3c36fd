"""A number with what it counts."""

from policykb.text.characters import CJK, compiled

_WORD = rf"[{CJK}]|[^\s{CJK}]+"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 record``, ``2 records``, ``1,200 people``: ``many`` is the plural if it is irregular."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def word_count(text: str) -> int:
    """How many words a text has; each character of Chinese, Japanese or Korean is one."""
    return len(text.split()) if text.isascii() else sum(1 for _ in compiled(_WORD).finditer(text))
