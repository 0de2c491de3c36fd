"""Ids, checksums, languages, addresses, paths, names, text: what each takes and how it fixes."""

from typing import Any

import pytest

from policykb.values.base import BadValue, ValueType
from policykb.values.digest import SHA256
from policykb.values.identifier import ID
from policykb.values.language import LANGUAGE
from policykb.values.names import NAMES
from policykb.values.path import FILE
from policykb.values.text import TEXT
from policykb.values.url import URL

DIGEST = "5053d0b6c8ebb024c57a6cc85faf2de3be116e0088aa1d44615ab3c6a1797ad0"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ID, "ORG_VESTA_2"),
        (SHA256, DIGEST),
        (LANGUAGE, "en"),
        (LANGUAGE, "en-GB"),
        (LANGUAGE, "zh-Hant-TW"),
        (URL, "https://example.org/a?b=c#d"),
        (URL, "http://example.org"),
        (FILE, "000_notice.txt"),
        (FILE, "2025/会見.txt"),
        (TEXT, "words as they are"),
    ],
)
def test_what_is_taken(kind: ValueType[Any], text: str) -> None:
    assert kind.print(kind.parse(text)) == text


@pytest.mark.parametrize(
    ("kind", "text", "fix"),
    [
        (ID, "org-vesta", "ORG_VESTA"),
        (ID, "Org Vésta", "ORG_VESTA"),
        (ID, "VESTA", None),
        (ID, "ＯＲＧ_X", "ORG_X"),
        (SHA256, DIGEST.upper(), DIGEST),
        (SHA256, f"sha256:{DIGEST}", DIGEST),
        (SHA256, DIGEST[:-1], None),
        (SHA256, "x", None),
        (LANGUAGE, "English", "en"),
        (LANGUAGE, "jp", "ja"),
        (LANGUAGE, "EN_gb", "en-GB"),
        (LANGUAGE, "xx", None),
        (URL, "www.example.org/x", "https://www.example.org/x"),
        (URL, "javascript:alert(1)", None),
        (URL, "data:text/html,x", None),
        (URL, "file:///etc/passwd", None),
        (URL, "https://user@example.org", None),
        (URL, "https://example.org/a b", None),
        (URL, 'https://example.org/"><script>', None),
        (FILE, "../notice.txt", None),
        (FILE, "a/../../b", None),
        (FILE, "/etc/passwd", None),
        (FILE, "C:/notice.txt", None),
        (FILE, "~/notice.txt", None),
        (FILE, "a\\b.txt", "a/b.txt"),
        (FILE, "..\\b.txt", None),
        (FILE, "a//b", "a/b"),
        (FILE, "a\x00b", None),
        (NAMES, "A;; B", "A; B"),
        (NAMES, "A; B; A", "A; B"),
        (NAMES, ";", None),
    ],
)
def test_what_is_refused_and_how_it_is_fixed(
    kind: ValueType[Any], text: str, fix: str | None
) -> None:
    with pytest.raises(BadValue) as found:
        kind.parse(text)
    assert found.value.suggestion == fix
    assert found.value.accepted == kind.accepted


def test_names_and_text_lose_only_spare_space() -> None:
    assert NAMES.parse("A  B ; C") == ("A B", "C")
    assert TEXT.parse("a  b\tc") == "a b c"
