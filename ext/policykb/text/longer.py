"""Whether a name is only part of a longer one, which is another thing: a ministry's ordinance, a
firm of another form, "Trade" of "Trade and Industry".

What a language's names go on with stands in its file. Any word with a capital behind a name makes a
longer one of it, where names alone have capitals and other words around have none.
"""

import re
from collections.abc import Iterable
from functools import cache

from policykb.text.company_forms import laws, without_form
from policykb.text.language import Words, members
from policykb.text.normalize import normalize

Span = tuple[int, int]


@cache
def words(languages: tuple[str, ...]) -> Words:
    """What names go on with in a language, or in those read together."""
    return Words(languages, "names")


def longer(
    text: str, at: int, to: int, names: Iterable[str], language: str, *, member: bool = False
) -> Span | None:
    """The longer name that ``text[at:to]`` is part of; None where it is whole. ``names`` are all
    that the thing goes by, and ``text`` a sentence or less. For a ``member`` a part of a body, and
    any word behind its name, is no other body."""
    written, start, end = laws(text, at, to)
    known = [law for law in map(_law, names) if law] if written else []
    if known and written not in known:
        return start, end
    more = words(members(language))
    goes_on = more.match("any", text, end)
    found = more.match("behind", text, end) if goes_on else None
    if found is None and more.search("of", text, at, to):
        found = more.match("series", text, end)
    if found is None and goes_on and not member:
        found = more.match("parts", text, end) or _capital(text, end, more)
    return (at, found.end()) if found else None


def _capital(text: str, end: int, more: Words) -> re.Match[str] | None:
    """Another word with a capital, in a text that has words without one."""
    found = more.match("capital", text, end)
    return found if found and more.of("light") and more.search("plain", text) else None


def _law(name: str) -> frozenset[str]:
    """The laws that the forms of a name as written are of."""
    plain = normalize(name)
    bare = without_form(plain)
    at = plain.find(bare)
    return laws(plain, at, at + len(bare))[0]
