"""Whether a quotation names the record it stands in, and where."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from policykb.base.entry import Entry
from policykb.evidence.passage import Passage
from policykb.markdown.page import RawEvidence
from policykb.text.characters import CJK, compiled
from policykb.text.lexicon import Lexicon
from policykb.text.normalize import normalize
from policykb.text.number_words import KANJI, kanji_amount

Span = tuple[int, int]

_WORD = rf"[^\W\d_{CJK}]{{4,}}|[^\W\d_{CJK}]*[A-Z]{{2,}}[^\W_{CJK}]*"
_SIGNS = "[\u30a0-\u30ff\u3400-\u9fff々]{2,}"
_EMPTY = frozenset(
    "with from that this their its into over under between among against about after before "
    "other more than level levels first second year years case record trial".split()
)


def marked_words(raw: RawEvidence) -> str:
    """The words under `subject`, which stand for the record."""
    words = raw.values.get("subject", "").strip()
    if len(words) > 1 and words[0] in "\"“'" and words[-1] in "\"”'":
        words = words[1:-1]
    return words.strip()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a word shares with its inflections."""
    low = word.lower()
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "al", "e", "y"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=4096)
def title_words(title: str) -> frozenset[str]:
    """The content words of a title, as stems."""
    plain = normalize(title)
    words = {stem(word) for word in compiled(_WORD).findall(plain) if word.lower() not in _EMPTY}
    return frozenset(words | set(compiled(_SIGNS).findall(plain)))


def subjects(entry: Entry, text: Passage, vouching: Callable[[], frozenset[str]]) -> Iterator[Span]:
    """Where the quotation names the record: by a name of it; for a record whose title describes it,
    also by a content word of its title or one of ``vouching`` (records linked by another field),
    where no other number stands in the place of its own: of the 4th round no word is the 5th."""
    yield from text.whole(entry.id, entry.names, member=entry.model.person)
    if not entry.model.described:
        return
    if _is_numbered_otherwise(entry.names, text):
        return
    known = vouching()
    for span in _by_words(entry.title, text):
        if not _is_of_other(entry, text, span, known):
            yield span
    yield from ((one.at, one.to) for one in text.longest if not known.isdisjoint(one.records))


def _is_numbered_otherwise(names: Iterable[str], text: Passage) -> bool:
    """Whether a name has a number of something that the quotation has other numbers of."""
    own = [one for name in names for one in _numbered(name, text.known)]
    if not own:
        return False
    said: dict[str, set[str]] = {}
    for of, number in _numbered(text.quoted, text.known):
        said.setdefault(of, set()).add(number)
    return any(number not in said.get(of, {number}) for of, number in own)


@lru_cache(maxsize=4096)
def _numbered(words: str, known: Lexicon) -> tuple[tuple[str, str], ...]:
    """What a text counts by its place in an order, each with its number: 第4回, "4th round"."""
    found = []
    for match in _order(known).finditer(normalize(words)):
        number = match["cjk"] or match["digits"] or match["label"] or match["word"].lower()
        of = match["sign"] or match["behind"] or match["before"]
        plain = kanji_amount(number) if number[0] in KANJI else None
        ordinal = known.entries("dates", "ordinals").get(number, number)
        found.append((of.lower(), str(ordinal if plain is None else int(plain))))
    return tuple(found)


@cache
def _order(known: Lexicon) -> re.Pattern[str]:
    words = "|".join(map(re.escape, known.entries("dates", "ordinals"))) or "(?!)"
    return re.compile(
        rf"第 ?(?P<cjk>\d+|[{KANJI}]+)(?P<sign>[{CJK}])"
        rf"|\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>(?i:{words}))) (?P<behind>[^\W\d]+)"
        r"|\b(?P<before>[A-Z][a-z]+) (?P<label>\d{1,3})(?![\w%]|[.,]\d)"
    )


def _is_of_other(entry: Entry, text: Passage, span: Span, known: frozenset[str]) -> bool:
    """Whether a word stands within the name of another record, which no link leads to: not where
    the title has all of the name, or the name all of the title."""
    around = text.all_mentions.around(*span)
    if around is None or not known.isdisjoint(around.records):
        return False
    name = text.text[around.at : around.to]
    if name.lower() in normalize(entry.title).lower():
        return False
    return not title_words(entry.title) <= title_words(name)


@lru_cache(maxsize=64)
def _by_words(title: str, passage: Passage) -> list[Span]:
    """Where content words of a title stand."""
    wanted = title_words(title)
    found = []
    for low, high in passage.runs:
        for match in compiled(_WORD).finditer(passage.text, low, high):
            if stem(match[0]) in wanted:
                found.append(match.span())
        for word in wanted:
            if word[0] > "\u2e80":
                at = passage.text.find(word, low, high)
                if at >= 0:
                    found.append((at, at + len(word)))
    return sorted(found)
