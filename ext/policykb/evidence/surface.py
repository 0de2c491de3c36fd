"""Where a value stands in a quotation, and what else of its kind does: one way for every field,
chosen by what the field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from policykb.evidence import mood, readers
from policykb.evidence.links import Mention, Mentions, swallowed
from policykb.text.normalize import is_cjk, normalize
from policykb.values.reading.numbers import Covered
from policykb.values.term import Vocabulary

if TYPE_CHECKING:
    from policykb.evidence.facts import Fact
    from policykb.evidence.passage import Passage
    from policykb.evidence.readers import Found
    from policykb.text.lexicon import Lexicon

Span = tuple[int, int]

_SKIP = r"[\s,()'\"/-]*(?:\([^()]{0,40}\)\s*)?(?:(?:the|of|a|an|and|for|in)\s+){0,2}"
_TOKEN = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[%€$£¥&+]")
_LIGHT = frozenset("a an the of and for in".split())
_CODE = re.compile(r"[A-Z]{3}")


class Text:
    """A passage as values are looked for in it: every reading made once."""

    def __init__(self, passage: Passage, known: Lexicon | None, mentions: Mentions) -> None:
        self.passage = passage
        self.known = known
        self.all_mentions = mentions
        self.kept: dict[str, list[Span]] = {}
        """What is worked out once for a passage, by name."""
        self._read: dict[str, list[Found]] = {}

    @cached_property
    def mentions(self) -> Mentions:
        """The names of known records that are quoted."""
        return Mentions(one for one in self.all_mentions if self.passage.holds(one.at, one.to))

    def read(self, kind: str) -> list[Found]:
        """The values of a kind that are quoted, read as the source has them."""
        return [one for one in self.read_around(kind) if self.passage.holds(one.at, one.to)]

    def read_around(self, kind: str) -> list[Found]:
        """The values of a kind in the sentences of the quotation."""
        found = self._read.get(kind)
        if found is None:
            found = self._read[kind] = list(self._around(kind))
        return found

    def _around(self, kind: str) -> Iterator[Found]:
        passage = self.passage
        for low, high in passage.windows:
            for one in readers.read(kind, passage.text[low:high], passage.language):
                yield one._replace(at=one.at + low, to=one.to + low)

    def within_name(self, at: int, to: int) -> bool:
        """Whether a stretch lies within the name of a known record."""
        return self.all_mentions.around(at, to) is not None


READ = ("date", "number", "money", "country")
"""Kinds that readers find in a text."""


def kind_of(fact: Fact) -> str:
    """What a field holds: ``link``, ``term``, ``date``, ``number``, ``country`` or ``text``."""
    if fact.spec.is_link:
        return "link"
    if isinstance(fact.spec.value, Vocabulary):
        return "term"
    name = fact.spec.value.name
    return name if name in READ else "text"


def spans(text: Text, fact: Fact) -> list[Span]:
    """Where the value stands in the quotation."""
    kind = kind_of(fact)
    if kind == "link":
        return [(one.at, one.to) for one in _named(text, fact)]
    if kind == "term":
        return sorted(terms(text, fact.spec.value, fact.item, weak=True))
    if kind == "text":
        return list(_texts(text, fact))
    return [
        (one.at, one.to)
        for one in text.read(kind)
        if readers.shows(kind, one, fact.item) and (one.cue != "name" or _in_own(text, fact, one))
    ]


def _in_own(text: Text, fact: Fact, one: Found) -> bool:
    """Whether a country stands within the record's own name: "Ghana Minerals Office"."""
    return any(
        fact.entry.id in name.records and name.at <= one.at and one.to <= name.to
        for name in text.mentions
    )


def _named(text: Text, fact: Fact) -> Iterator[Mention]:
    for one in text.mentions:
        if fact.item in one.records:
            around = swallowed(one, text.all_mentions)
            if around is None or fact.item in around or fact.entry.id in around:
                yield one


def has_value(text: Text, fact: Fact, part: Span) -> bool:
    """Whether a part of the text that is not quoted has a value of the fact's kind: of a
    vocabulary, another one."""
    kind = kind_of(fact)
    if kind in READ:
        return any(part[0] <= one.at and one.to <= part[1] for one in text.read_around(kind))
    return kind == "term" and any(
        pattern.search(text.passage.text, *part)
        for value in values_of(fact.spec.value)
        if value != fact.item
        for pattern in patterns(text, fact.spec.value, value, weak=False)
    )


def terms(text: Text, vocabulary: Any, value: str, *, weak: bool) -> Iterator[Span]:
    """Where words of a vocabulary's value are quoted; ``weak`` ones show it, and contradict no
    other."""
    for pattern in patterns(text, vocabulary, value, weak=weak):
        for low, high in text.passage.windows:
            for match in pattern.finditer(text.passage.text, low, high):
                if text.passage.holds(*match.span()):
                    yield match.span()


def values_of(vocabulary: Any) -> tuple[str, ...]:
    """The values of a vocabulary; none of another value type."""
    return vocabulary.choices if isinstance(vocabulary, Vocabulary) else ()


def patterns(text: Text, vocabulary: Any, value: str, *, weak: bool) -> Iterator[re.Pattern[str]]:
    """What shows a value of a vocabulary in the language of the text."""
    known = text.known
    if known is None:
        return
    yield known.pattern("stems", vocabulary.name, value)
    if weak:
        yield known.pattern("weak", vocabulary.name, value)
    if vocabulary.name not in known.vocabularies():
        yield _words(value.replace("-", " "))


@lru_cache(maxsize=2048)
def _words(value: str) -> re.Pattern[str]:
    """The words of a text in their order, but for light words, brackets and marks between them."""
    plain = normalize(value)
    if any(map(is_cjk, plain)):
        return re.compile(re.escape(plain), re.IGNORECASE)
    words = _TOKEN.findall(plain)
    weighty = [word for word in words if word.lower() not in _LIGHT] or words
    if not weighty:
        return re.compile(re.escape(plain))
    body = _SKIP.join(map(re.escape, weighty))
    start = r"(?<!\w)" if weighty[0][0].isalnum() else ""
    end = r"(?:e?s)?(?!\w)" if weighty[-1][-1].isalnum() else ""
    return re.compile(start + body + end, re.IGNORECASE)


def _texts(text: Text, fact: Fact) -> Iterator[Span]:
    code = currency(fact.item) if fact.field == "unit" else None
    if code is not None:
        yield from _sums(text, fact, code)
        return
    amount = _amount(fact.item)
    if amount is not None:
        for one in text.read("number"):
            if one.value == amount.value and one.unit == amount.unit:
                yield one.at, one.to
    pattern = _words(fact.item)
    for low, high in text.passage.runs:
        for match in pattern.finditer(text.passage.text, low, high):
            if _uncut(text.passage.text, match.span()):
                yield match.span()


def _uncut(text: str, span: Span) -> bool:
    """Whether a stretch cuts no number and no name of a Japanese place."""
    at, to = span
    before, after = text[at - 1 : at], text[to : to + 1]
    first, last = text[at], text[to - 1]
    return not (
        (first.isdecimal() and (before.isdecimal() or before in list(".,")))
        or (last.isdecimal() and after.isdecimal())
    )


def _sums(text: Text, fact: Fact, code: str) -> Iterator[Span]:
    value = fact.entry.value("value")
    for one in text.read("number"):
        if one.unit == code and (value is None or readers.shows("number", one, value)):
            yield one.at, one.to
    if value is None:
        for low, high in text.passage.runs:
            for token in _moneys(text.passage.text[low:high]):
                if token.key == code:
                    yield token.at + low, token.end + low


def _moneys(text: str) -> list[Any]:
    from policykb.text.tokens import tokens

    return [one for one in tokens(text.lower()) if one.kind == "money"]


@lru_cache(maxsize=1024)
def currency(unit: str) -> str | None:
    """The code of a currency that a unit is; None where it is another unit."""
    from policykb.text.tokens import tokens

    if _CODE.fullmatch(unit):
        return unit
    found = tokens(normalize(unit).lower())
    return found[0].key if len(found) == 1 and found[0].kind == "money" else None


@lru_cache(maxsize=1024)
def _amount(value: str) -> Found | None:
    """The number that a text is, such as a stake of 30 percent; None where it is more."""
    plain = normalize(value)
    found = readers.read("number", plain, "en")
    if len(found) == 1 and (found[0].at, found[0].to) == (0, len(plain)):
        return found[0]
    return None


def others(text: Text, fact: Fact, span: Span) -> bool:
    """Whether another value of the same kind stands in the quotation that the record does not
    account for."""
    kind = kind_of(fact)
    if kind == "link":
        return _other_link(text, fact)
    if kind == "term":
        return _other_term(text, fact, span)
    if kind == "text":
        return _other_text(text, fact, span)
    if kind == "number":
        return _other_number(text, fact, span)
    return _other_value(text, fact, span, kind)


def _other_link(text: Text, fact: Fact) -> bool:
    own = [(one.at, one.to) for one in text.mentions if one.records & fact.accounted]
    accounted, ends = Covered(own), {to for _, to in own}
    for one in text.mentions:
        if one.records & fact.accounted or not any(map(fact.is_target, one.records)):
            continue
        if accounted.touches(one.at, one.to):
            continue
        if not one.exact or swallowed(one, text.all_mentions) is not None:
            continue
        if not _is_short_for(text, one, ends):
            return True
    return fact.is_returned


def _is_short_for(text: Text, one: Mention, ends: set[int]) -> bool:
    """Whether a name in brackets stands right behind one that ends at ``ends``, as its
    abbreviation."""
    near = text.passage.text[max(0, one.at - 3) : one.at]
    return near.rstrip("'\"`").endswith("(") and not ends.isdisjoint(range(one.at - 4, one.at + 1))


def _any_terms(text: Text, vocabulary: Vocabulary) -> list[Span]:
    """Where any words for values of a vocabulary are quoted; looked for once."""
    found = text.kept.get(vocabulary.name)
    if found is None:
        assert text.known is not None
        if vocabulary.name in text.known.vocabularies():
            union = [text.known.union("stems", vocabulary.name)]
        else:
            union = [_words(value.replace("-", " ")) for value in vocabulary.choices]
        found = text.kept[vocabulary.name] = [
            one.span()
            for low, high in text.passage.runs
            for pattern in union
            for one in pattern.finditer(text.passage.text, low, high)
        ]
    return found


def _other_term(text: Text, fact: Fact, span: Span) -> bool:
    vocabulary, known = fact.spec.value, text.known
    if known is None or not isinstance(vocabulary, Vocabulary):
        return False
    own = Covered(terms(text, vocabulary, fact.item, weak=True))
    for other in _any_terms(text, vocabulary):
        if own.touches(*other) or text.within_name(*other):
            continue
        if mood.denied(text.passage, known, other, mood.FAR):
            continue
        is_real = not mood.unreal(text.passage, known, other)
        for value in _values_at(text, vocabulary, other[0]):
            if value != fact.item and (is_real or value in vocabulary.future):
                return True
    return False


def _values_at(text: Text, vocabulary: Vocabulary, at: int) -> Iterator[str]:
    """The values of a vocabulary for which words stand at an offset."""
    for value in vocabulary.choices:
        for pattern in patterns(text, vocabulary, value, weak=False):
            if pattern.match(text.passage.text, at):
                yield value


def _other_text(text: Text, fact: Fact, span: Span) -> bool:
    known = text.known
    passage = text.passage
    if fact.field == "unit":
        if passage.text.startswith((" per ", "/"), span[1]):
            return True
        return _counts_another(text, fact, span)
    if known is not None and fact.field == "role":
        near = passage.text[max(0, span[0] - 24) : span[0]]
        if known.pattern("altering", "before").search(mood.before(near, 0, len(near), 1)):
            return True
        behind = known.pattern("altering", "behind").match(passage.text, span[1])
        if behind is not None and not _goes_on_with_its_own(text, fact, behind.end()):
            return True
        return any(
            one.records
            and all(fact.is_person(ident) for ident in one.records)
            and not one.records & fact.accounted
            for one in text.mentions
        )
    if known is not None and fact.item[:1].isdigit():
        near = passage.text[max(0, span[0] - 16) : span[0]]
        found = list(known.pattern("open").finditer(near))
        return bool(found) and found[-1].end() == len(near)
    return False


def _goes_on_with_its_own(text: Text, fact: Fact, at: int) -> bool:
    """Whether an office goes on with a body that the record accounts for: "chair of the Board"."""
    return any(one.records & fact.accounted and 0 <= one.at - at <= 4 for one in text.mentions)


def _counts_another(text: Text, fact: Fact, span: Span) -> bool:
    """Whether a unit stands behind another number than the record's, or its number has another
    beside it."""
    value = fact.entry.value("value")
    if value is None:
        return False
    numbers = text.read("number")
    if any(
        0 <= span[0] - one.to <= 1 and not readers.shows("number", one, value) for one in numbers
    ):
        return True
    return any(readers.shows("number", one, value) for one in numbers) and _other_number(
        text, fact.of("value"), span
    )


_MEASURES = re.compile(
    r"-|years?|months?|weeks?|days?|hours?|minutes?|[kmgt]?wh?|tonnes?|tons?|kg|km|m|cm|mm|people"
    r"|persons?|countries|country|times?"
)


def _other_number(text: Text, fact: Fact, span: Span) -> bool:
    shown = [one for one in text.read("number") if readers.shows("number", one, fact.item)]
    classes = {one.unit for one in shown}
    for one in shown:
        if (one.at, one.to) == span and _contradicts(one.unit, fact.entry.text("unit")):
            return True
    for one in text.read("number"):
        if one in shown or one.unit not in classes or text.within_name(one.at, one.to):
            continue
        if text.passage.text[one.at : one.to] in fact.entry.title:
            continue
        if not _is_accounted_number(fact, one):
            return True
    return False


def _contradicts(unit: str, recorded: str) -> bool:
    """Whether a number counts something else than the record's unit says."""
    if not recorded or unit in ("", "%"):
        return False
    code = currency(recorded)
    if len(unit) == 3 and unit.isupper():
        return code is not None and code != unit
    if code is not None:
        return True
    if unit.startswith("-"):
        return unit[1:] not in recorded.lower()
    if not unit.isascii():
        return not set(unit) & set(normalize(recorded))
    return bool(_MEASURES.fullmatch(unit)) and unit not in recorded.lower()


def _is_accounted_number(fact: Fact, one: Found) -> bool:
    return any(
        readers.shows("number", one, value)
        for name, spec in fact.entry.specs.items()
        if spec.value.name in ("number", "money") and name != fact.field
        for value in fact.entry.items(name)
    ) or any(
        str(one.value[0]) in fact.entry.text(name)
        for name, spec in fact.entry.specs.items()
        if spec.value.name == "text" and fact.entry.needs_support(name) and name != fact.field
    )


_ACT_OF = re.compile(r"[A-Z]\w*,? of $|[A-Z]\w+, $|/$")


def _other_value(text: Text, fact: Fact, span: Span, kind: str) -> bool:
    if text.within_name(*span) and not any(
        readers.shows(kind, one, fact.item) and not text.within_name(one.at, one.to)
        for one in text.read(kind)
    ):
        return kind == "date"
    if kind == "date" and (
        _cue_contradicts(text, fact, span) or _names_an_act(text.passage.text, *span)
    ):
        return True
    if fact.field in _OWN and _is_laid_on(text, span):
        return True
    accounted = [
        value
        for name, spec in fact.entry.specs.items()
        if spec.value.name == kind and fact.entry.needs_support(name)
        for value in fact.entry.items(name)
    ]
    for one in text.read(kind):
        if (one.at, one.to) == span or text.within_name(one.at, one.to) or one.cue == "name":
            continue
        if any(readers.agrees(kind, one, value) for value in accounted):
            continue
        if kind == "date" and _names_an_act(text.passage.text, one.at, one.to):
            continue
        return True
    return False


_OWN = ("jurisdiction", "country")
"""Fields of a country that something is of, not of one that something is laid on."""


def _is_laid_on(text: Text, span: Span) -> bool:
    """Whether a country is one that something is laid on: "sanctions on Syria"."""
    return any((one.at, one.to) == span and one.cue == "target" for one in text.read("country"))


def _names_an_act(text: str, at: int, to: int) -> bool:
    """Whether a bare year belongs to the name of an act: "Policies Act of 1978"."""
    return to - at == 4 and _ACT_OF.search(text[max(0, at - 24) : at]) is not None


CONTRADICTED = {
    **dict.fromkeys(
        ("announced", "adopted", "published", "agreed"), ("end", "start", "base", "target")
    ),
    "effective": ("end", "announce", "base", "target"),
    "ended": ("start", "announce", "base", "target"),
    "opens": ("end", "base"),
    "closes": ("start", "base"),
    "as_of": ("base", "origin"),
    "date": ("base",),
}
"""By field, the cues that contradict it: on a day of expiry no policy takes effect."""
_CUES = ("start", "end", "announce", "base", "target", "origin")
_AWAY = 7


def _cue_contradicts(text: Text, fact: Fact, span: Span) -> bool:
    against = CONTRADICTED.get(fact.field)
    if text.known is None or against is None:
        return False
    return nearest_cue(text.passage, text.known, span) in against


def nearest_cue(passage: Passage, known: Lexicon, span: Span) -> str | None:
    """The kind of the nearest cue word in the sentence, within seven words; None without one."""
    low, high = passage.sentence(span[0])
    text = passage.text
    best: tuple[int, int, str] | None = None
    for kind in _CUES:
        for match in known.pattern("cues", kind).finditer(text, low, high):
            if match.end() <= span[0]:
                away = _distance(text[match.end() : span[0]], mood.is_spaced(known))
                side = 0
            elif match.start() >= span[1]:
                away = _distance(text[span[1] : match.start()], mood.is_spaced(known))
                side = 0 if not mood.is_spaced(known) else 1
            else:
                continue
            entry = (away + side, -(match.end() - match.start()), kind)
            if away <= _AWAY and (best is None or entry < best):
                best = entry
    return best[2] if best else None


def _distance(text: str, spaced: bool) -> int:
    return len(text.split()) if spaced else (len(text) + 1) // 2
