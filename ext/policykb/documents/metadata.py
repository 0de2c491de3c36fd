"""What a document says of itself: its language, headline, date and rights."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from policykb.documents.extracted import Extracted
from policykb.text.normalize import normalize
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.reading import dates

_SAMPLE = 20_000
_SURE = 0.04
_TWICE = 1.3
_START = 1_500
_LONGEST = 300
_SHORTEST = 4
_FIRST, _DATE_LINE = 12, 80


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("metadata.toml").read_text(encoding="utf-8"))


def language(text: str) -> str:
    """The language of a text by its letters and its frequent words; empty where that is not
    sure."""
    sample = text[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample) or 1
    for tag, only in _data()["letters"].items():
        if len(re.findall(f"[{only}]", sample)) > letters / 20:
            return str(tag)
    words = re.findall(r"[^\W\d_]+", sample.lower())
    known = {tag: frozenset(some.split()) for tag, some in _data()["words"].items()}
    counts = sorted((sum(word in known[tag] for word in words), tag) for tag in known)[::-1]
    (best, tag), (second, _) = counts[:2]
    return tag if best > _SURE * len(words) and best > second * _TWICE else ""


@cache
def between() -> frozenset[str]:
    """Words before which a hyphen at a line's end belongs to the word."""
    return frozenset(_data()["hyphen"]["between"].split())


@cache
def upright() -> dict[int, str]:
    """The signs that fonts have for vertical lines, with those that they stand for."""
    codes = (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE45), 0xFE47, 0xFE48)
    return {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}


@cache
def _plainer() -> dict[int, str]:
    radicals = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    data = _data()["radicals"]
    return radicals | {ord(a): b for a, b in zip(data["from"], data["to"], strict=True)}


def plain(text: str) -> str:
    """A text without control characters, its radicals as the characters that they stand for."""
    text = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", "", text.replace("\r\n", "\n"))
    return text.translate(_plainer())


def standing(words: str, text: str) -> str:
    """Words that a document's properties have, as they stand in its beginning; else nothing."""
    words = " ".join(words.split())
    if not _SHORTEST <= len(words) <= _LONGEST:
        return ""
    beginning = text[: _START * 4]
    if normalize(words) in normalize(beginning):
        return words
    at = re.search(r"\s+".join(map(re.escape, words.split())), beginning, re.IGNORECASE)
    return " ".join(at[0].split()) if at else ""


def as_headline(text: str) -> str:
    """A text as a headline; nothing where it is too short or too long for one."""
    text = " ".join(text.split())
    return text if _SHORTEST <= len(text) <= _LONGEST else ""


def complete(found: Extracted) -> None:
    """Fill in what the text itself tells: its language, and when it was published where one of its
    first lines is a date."""
    found.language = found.language or language(found.text)
    found.published = found.published or _date(found.text)


def _date(text: str) -> str:
    lines = [line.strip() for line in text[: _START * 2].split("\n") if line.strip()]
    for line in lines[:_FIRST]:
        plain = normalize(re.sub(r"^[^\d:：]{0,25}[:：]|[(（][^)）]*[)）]$", "", line)).strip()
        if len(line) <= _DATE_LINE and dates.is_date(plain):
            return _day(dates.read(plain)[0].value)
    return ""


def _day(date: Edtf) -> str:
    start = date.start
    if date.end is not None or start.year is None or start.day is None or start.month is None:
        return ""
    return f"{start.year:04}-{start.month:02}-{start.day:02}"


def day(text: str) -> str:
    """A date as programs write it (2025-03-04T10:00:00Z), as a day; else nothing."""
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)(?!\d)", text)
    try:
        return str(DATE.parse(match[1])) if match else ""
    except ValueError:
        return ""


def rights(text: str) -> str:
    """The first line of a text that tells of its rights; empty where none does."""
    words = _data()["rights"]["words"]
    for line in text.split("\n"):
        if len(line) <= _LONGEST and any(word in line.lower() for word in words):
            return " ".join(line.split())
    return ""
