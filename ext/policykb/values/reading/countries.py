"""Where a text names a country: by its name, an English adjective, or a Japanese name.

A country is named where a text speaks of it, also as the home of a firm, not where it sets it apart
("outside Japan"), calls a currency or a thing by it ("US dollars"), or names something else with it
("Bank of Japan", "New Jersey"). Names that countries share ("Congolese") tell none of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from policykb.text.characters import is_cjk
from policykb.text.language import Words, branched, members, rows
from policykb.text.search import whole
from policykb.values.base import Found
from policykb.values.country_names import ADJECTIVES, JAPANESE, NAMES
from policykb.values.country_parts import codes

_BOTH = frozenset("US U.S. UK U.K. EU E.U. UAE UN".split())
"""Names that describe as well: "US sales"."""
_SHORT = 4
"""Letters of a name up to which capitals may be an abbreviation of something else."""
_BEFORE, _AFTER = 80, 50
"""How much of a text around a country's word is looked at."""


class Grammar(Words):
    """The words for countries in a language, and what around one makes another thing of it. In a
    language without a file only names, as CLDR has them, are known."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(languages, "places")
        self.names = _codes(languages, self.of("world"), self.of("elsewhere"))
        self.name = _pattern(self.names)
        self.after = tuple(self.of("after"))
        self.another, self.joined = frozenset(self.of("another")), frozenset(self.of("joined"))


@cache
def grammar(languages: tuple[str, ...]) -> Grammar:
    """The words for countries of a language, or of those read together."""
    return Grammar(languages)


def _codes(
    languages: tuple[str, ...], world: Iterable[str], elsewhere: Iterable[str]
) -> dict[str, str]:
    """The code of every word for a country; empty for names of other places, and of several."""
    known = [pair for language in languages for pair in _names(language)]
    known += [(word.capitalize() if up else word, "WORLD") for word in world for up in (0, 1)]
    codes = Counter(word for word, _ in dict.fromkeys(known))
    known = [(word, code if codes[word] == 1 else "") for word, code in known]
    known += [(word, "") for word in elsewhere]
    known += [(word.upper(), code) for word, code in known if len(word) > _SHORT and word.isascii()]
    return dict(reversed(known))


def _names(language: str) -> Iterator[tuple[str, str]]:
    table = rows("countries")
    column = table[0].index(language) if language in table[0] else 0
    for row in table[1:]:
        if row[0] != "WORLD" and column and row[column]:
            yield from ((name, row[0]) for name in _parts(row[column]))
    for code in NAMES:
        own = [name for name in NAMES[code] if language == "en" or name.isupper()]
        if language == "en":
            own += [*ADJECTIVES[code], *own]
        if language == "ja":
            own += JAPANESE[code]
        yield from ((name, code) for name in own if code != "WORLD")


def _parts(name: str) -> list[str]:
    """The names in a cell: "Myanmar (Burma)" is two."""
    whole_name, _, inner = name.partition("(")
    return [part for part in (whole_name.strip(), inner.rstrip(") ").strip()) if part]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """One of some names, the longest one. Begun with their letters alone, it is found faster: what
    stands before is looked at afterwards."""
    return re.compile(rf"{branched(names)}(?:(?<=[.\u2e80-\U0003ffff])|(?![^\W_]))")


@lru_cache(maxsize=1024)
def read(text: str, language: str = "") -> tuple[Found, ...]:
    """The countries that a normalized text speaks of, in order. The cue is ``target`` where another
    lays something on one ("sanctions on Japan"), ``name`` where it begins a name ("Japan
    Tobacco")."""
    return tuple(_read(text, grammar(members(language))))


def _read(text: str, words: Grammar) -> Iterator[Found]:
    next_at = 0
    while match := words.name.search(text, next_at):
        (at, to), next_at = match.span(), match.start() + 1
        is_cut = text[at - 1 : at].isalnum() and not is_cjk(text[at])
        if is_cut or not whole(text, at, to, words.after):
            continue
        next_at, code = to, words.names[match[0]]
        if code and _itself(text, at, to, code, words):
            cue = _cue(text, at, to, code, words)
            if cue is not None:
                yield Found(code, at, to, cue=cue)


def _itself(text: str, at: int, to: int, code: str, words: Grammar) -> bool:
    """Whether a word means the country: no town, no people, no state, and no *us* in capitals."""
    if code == "WORLD":
        return True
    if at > 0 and (mark := text[at - 1]) in " -" and text[max(0, at - 4) : at] != " in ":
        previous = text[max(0, at - 14) : at - 1].rpartition(" ")[2]
        if previous in words.another if mark == " " else previous.lower() in words.joined:
            return False
    if text[to : to + 2] == ", " and words.match("town", text, to):
        return False
    if code in _shared():
        return not words.search("state", text, max(0, at - 24), at)
    return text[at:to] != "US" or not words.search("pronoun", text, max(0, at - 24), at)


@cache
def _shared() -> frozenset[str]:
    """The countries that a part of another has the name of, as Georgia has. The part may be the
    country itself (Puerto Rico, US-PR)."""
    found = ((code, codes().get(name, "")) for code, names in NAMES.items() for name in names)
    return frozenset(code for code, part in found if part and part[3:] != code)


def _cue(text: str, at: int, to: int, code: str, words: Grammar) -> str | None:
    """How a text speaks of a country; None if it sets the country apart or names a thing after
    it."""
    before, after = text[max(0, at - _BEFORE) : at], text[to : to + _AFTER]
    if _is_apart(before, words) or words.match("left_out", after):
        return None
    if code == "WORLD":
        other = words.match("world_after", after) or words.search("world_before", before)
        return None if other else ""
    word = text[at:to]
    if (word == "European" and after[1:2].isupper()) or (
        before[-4:-1] != " in" and words.search("name_of", before[-20:])
    ):
        return None
    if after[:1] in " -'$0123456789":
        if words.match("thing", after):
            return None
        if words.match("firm", after):
            return ""
        if word not in _BOTH and word not in adjectives() and _NAMED_AFTER.match(after):
            return "name"
    return "target" if _is_target(before, words) else ""


_NAMED_AFTER = re.compile(r" (?:[A-Z][a-z]|of [A-Z])")


def _is_apart(before: str, words: Grammar) -> bool:
    """True if the words before a country set it apart."""
    if before.endswith(" in "):
        word = before[:-4].rpartition(" ")[2].lower()
        if word not in ("rights", "right", "licence", "licences", "but", "apply"):
            return word in ("not", "except", "than")
    return words.search("apart", before) is not None


def _is_target(before: str, words: Grammar) -> bool:
    """Whether something is laid on the country after a text, and not made for it."""
    return words.search("laid_on", before) is not None and (
        words.search("made_for", before) is None or words.search("burden", before) is not None
    )


@cache
def adjectives() -> frozenset[str]:
    """Every adjective of a country that is not a noun as well."""
    nouns = {word for words in NAMES.values() for word in words}
    return frozenset(word for words in ADJECTIVES.values() for word in words if word not in nouns)
