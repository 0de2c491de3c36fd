"""Fixes for dates written as people write them."""

import re
import unicodedata
from collections.abc import Callable

from policykb.values.base import BadValue

_MONTH = {
    name[:3]: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(),
        start=1,
    )
}
_WORD = (
    r"(?P<mon>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})\s*[-/.]\s*(?P<m>\d{1,2})(?:\s*[-/.]\s*(?P<d>\d{1,2}))?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d{4})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*日)?)?",
        r"(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_WORD}(?:,?\s+(?P<y>\d{{4}}))?",
        rf"{_WORD}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{{4}}))?",
        rf"{_WORD},?\s+(?P<y>\d{{4}})",
        r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4})",
        r"(?P<y>[Xx]{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    )
)
_PARTS = {
    "first quarter": "Q1", "second quarter": "Q2", "third quarter": "Q3", "fourth quarter": "Q4",
    "first half": "H1", "second half": "H2",
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
    "第1四半期": "Q1", "第2四半期": "Q2", "第3四半期": "Q3", "第4四半期": "Q4",
    "上半期": "H1", "下半期": "H2", "春": "21", "夏": "22", "秋": "23", "冬": "24",
}  # fmt: skip
_PART = rf"(?P<p>{'|'.join(_PARTS)}|[QH]\d|\d[QH])"
_OF_YEAR = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"{_PART},?\s*(?:of\s+)?(?P<y>\d{{4}})", rf"(?P<y>\d{{4}})\s*[-/年の]*\s*{_PART}")
)
_ABOUT = re.compile(
    r"(?:about|around|circa|ca?\.|approximately|約)\s*(.+)|(\S+)(?:頃|ごろ)", re.IGNORECASE
)
_SINCE = re.compile(r"(?:since|from)\s+(.+)|(\S+)\s*(?:/|から|より|以降)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|up to)\s+(.+)|/\s*(\S+)|(\S+)(?:まで|以前)", re.IGNORECASE)
_JOIN = re.compile(r"\s*/\s*|\s+(?:to|until|and)\s+|\s*[–—〜~]\s*|\s+-\s+")


def fix(text: str, parse: Callable[[str], object]) -> str | None:
    """The EDTF form, or None if no date or more than one can be meant.

    ``05/04/2025`` has two readings and gets none; ``21/05/2025`` has one. ``parse`` reads that
    form, and raises `BadValue` where it is none.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).split()).rstrip(".")
    result = _one(folded) or _in_japanese(folded.removesuffix("まで"), ends=2)
    if result is None:
        parts = _JOIN.split(folded)
        if len(parts) == 2:
            first, last = _one(parts[0]), _one(parts[1])
            if first and last:
                result = f"{first}/{last}"
    result = result or _marked(folded)
    if result is None or result == text:
        return None
    try:
        parse(result)
    except BadValue:
        return None
    return result


def _marked(text: str) -> str | None:
    """The form of what is approximate or open at one end."""
    for pattern, form in ((_ABOUT, "{}~"), (_SINCE, "{}/.."), (_UNTIL, "../{}")):
        match = pattern.fullmatch(text)
        one = _one(next(filter(None, match.groups()))) if match else None
        if one:
            return form.format(one)
    return None


def _part_of_year(text: str) -> str | None:
    for form in _OF_YEAR:
        if match := form.fullmatch(text):
            part = match["p"].lower()
            name = _PARTS.get(part) or "".join(sorted(part.upper(), reverse=True))
            return f"{match['y']}-{name}"
    return None


def _one(text: str) -> str | None:
    if (part := _part_of_year(text.strip())) is not None:
        return part
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match:
            return _iso(match.groupdict())
    if re.fullmatch(r"\d{4}", text.strip()):
        return text.strip()
    return _in_japanese(text.strip(), ends=1)


def _in_japanese(text: str, ends: int) -> str | None:
    """The form of a date, or of an interval of two, as Japanese texts have it: 令和5年3月1日."""
    from policykb.values.reading import dates

    if text.isascii():
        return None
    whole = [one for one in dates.read(text, "ja") if (one.at, one.to) == (0, len(text))]
    days = [one for one in (whole[0].start, whole[0].end) if one] if len(whole) == 1 else []
    return "/".join(map(str, days)) if len(days) == ends and not whole[0].either else None


def _iso(part: dict[str, str | None]) -> str | None:
    month, day = part.get("m"), part.get("d")
    if part.get("mon"):
        month = str(_MONTH[str(part["mon"])[:3].lower()])
    if part.get("a"):
        a, b = int(str(part["a"])), int(str(part["b"]))
        if a != b and a <= 12 and b <= 12:
            return None
        month, day = (str(b), str(a)) if a > 12 else (str(a), str(b))
    text = (part.get("y") or "XXXX").upper()
    if month:
        text += f"-{int(month):02}"
    if day:
        text += f"-{int(day):02}"
    return text
