"""Words in Latin letters without accents, as ids are made of them.

Letters and kana of ``data/latin.tsv`` are written as it says (kana after Hepburn, long vowels
short); accents are left out. Kanji can be read in many ways, and are not guessed at.
"""

import re
import unicodedata
from functools import cache

from policykb.text.language import rows

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_DOUBLED = re.compile(r"っ(?:(?=ch)|([a-z]))")
"""A small っ doubles the consonant after it; before *ch* it is a *t*."""


def latin(text: str) -> str | None:
    """The text in small letters of ASCII; other characters are kept. None if it has a letter that
    the table lacks."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA).replace("ー", "")
    table, pattern = _table()
    plain = pattern.sub(lambda match: table[match[0]], plain)
    plain = _DOUBLED.sub(lambda match: match[1] * 2 if match[1] else "t", plain).replace("っ", "")
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
    )
    return None if any(char.isalpha() and not char.isascii() for char in bare) else bare


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    """The replacement of each text, and a pattern that finds the longest texts first."""
    table = {row[0]: row[1] for row in rows("latin")[1:]}
    return table, re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
