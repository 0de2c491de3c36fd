"""The one search for whole words.

A hyphen and an apostrophe bound a word; a word in kanji or katakana must not run on in the same
script, except into titles after names (氏, 社長) and forms of companies.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policykb.text.characters import CJK, compiled
from policykb.text.company_forms import AFTER, BEFORE
from policykb.text.language import section
from policykb.text.normalize import is_cjk, normalize

_KANJI = "[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_is_kana = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_CJK = f"[{CJK}]"
_TRIES = 50
_SKIP = r"[\s,()'\"/-]*(?:\([^()]{0,40}\)\s*)?(?:(?:the|of|a|an|and|for|in)\s+){0,2}"
_TOKEN = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[%€$£¥&+]")
_LIGHT = frozenset("a an the of and for in".split())
LONGEST = 100
"""Words of the longest name or text that is looked for loosely, so that it takes time in proportion
to the length of what is searched."""


@cache
def titles() -> tuple[str, ...]:
    """Titles that stand behind a Japanese name."""
    return tuple(section("ja", "names")["titles"])


@cache
def _after() -> tuple[str, ...]:
    """Words that may follow one directly."""
    return (*(form for form in AFTER if not form.isascii()), *titles())


def find_whole(text: str, word: str) -> Iterator[tuple[int, int]]:
    """The spans of a whole word in a text, in order. Of places that lie in one another no more than
    ``_TRIES`` are looked at: only a word and a text that repeat themselves have more."""
    at, end, tries = text.find(word) if word else -1, 0, 0
    while at >= 0:
        if at >= end:
            end, tries = at + len(word), 0
        if whole(text, at, at + len(word)):
            yield at, at + len(word)
        tries += 1
        at = text.find(word, at + 1 if tries < _TRIES else end)


def whole(text: str, at: int, end: int, after: tuple[str, ...] | None = None) -> bool:
    """Whether ``text[at:end]`` is bounded as a word. ``after`` are the words that may follow in its
    script: titles where none are given."""
    left, right = text[at - 1 : at], text[end : end + 1]
    if not (left.isalnum() or right.isalnum()):
        return True
    if at > 0 and _runs_on(text[at - 1], text[at]) and not text.endswith(BEFORE, 0, at):
        return False
    runs_on = end < len(text) and _runs_on(text[end - 1], text[end])
    return not runs_on or text.startswith(_after() if after is None else after, end)


def _runs_on(left: str, right: str) -> bool:
    if left.isascii() and right.isascii():
        return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")
    kanji, cjk = compiled(_KANJI).match, compiled(_CJK).match
    if kanji(left) and kanji(right):
        return True
    if _is_kana.match(left) and _is_kana.match(right):
        return True
    if cjk(left) or cjk(right):
        return False
    return left.isalnum() and right.isalnum()


@lru_cache(maxsize=2048)
def words(value: str) -> re.Pattern[str]:
    """The words of a text in their order, but for light words, brackets and marks between them."""
    plain = normalize(value)
    if any(map(is_cjk, plain)):
        return re.compile(re.escape(plain), re.IGNORECASE)
    found = _TOKEN.findall(plain)
    weighty = [word for word in found if word.lower() not in _LIGHT]
    if not weighty:
        # Light words that may be left out between light words would be tried in all ways.
        return re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)", re.IGNORECASE)
    if len(weighty) > LONGEST:
        return re.compile(re.escape(plain))
    body = _SKIP.join(map(re.escape, weighty))
    start = r"(?<!\w)(?<!\d[.,])" if weighty[0][0].isalnum() else ""
    end = r"(?:e?s)?(?!\w|[.,]\d)" if weighty[-1][-1].isalnum() else ""
    return re.compile(start + body + end, re.IGNORECASE)
