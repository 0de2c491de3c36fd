"""A text names a record without a link."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from policykb.check.rules.rule import Findings, Known, Other, Severity, finds, rewrite
from policykb.markdown.inline import need_target
from policykb.markdown.page import Page, Place, RawRecord
from policykb.text.covered import Covered

_WORD = re.compile(r"[^\W_]+")
_NO_PROSE = re.compile(
    r"""\A---\n[\s\S]*?\n---[ \t]*$                    # front matter
    | ^[ ]{0,3}\#{1,6}[ \t].*$                         # a heading with marks
    | ^.+(?=\n[ ]{0,3}(?:=+|-+)[ \t]*$)               # an underlined heading
    | ^\(.+\)=[ \t]*$                                 # a label
    | ^(?:[ ]{4}|\t).*$                               # indented code
    | (?P<quote>[“「])(?:[^”」\n]|\n(?!\n))*+(?P<closed>[”」])?  # a quotation in a paragraph
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Front matter, headings, labels, code and what is quoted: no place for a link."""
_OF_TEXT = frozenset(
    "note tip hint important warning caution attention seealso admonition table list-table figure "
    "versionadded versionchanged deprecated".split()
)
"""Directives that hold text."""
_LONGEST = 200
"""Letters of the names that are looked for; a longer one is no name but a description."""


class Names:
    """The names of all records but sources: by their first word and their length, longest first,
    with the ids of those that have each."""

    def __init__(self, known: Known) -> None:
        self.by_word: dict[str, dict[int, dict[str, tuple[str, ...]]]] = {}
        self.rename((), known.by_id.values())

    def rename(self, old: Iterable[Other], new: Iterable[Other]) -> None:
        """Take other records, or the same by other names, in the place of some."""
        for entry in old:
            for word, name in _looked_for(entry):
                names = self.by_word[word][len(name)]
                names[name] = tuple([one for one in names[name] if one != entry.id])
        longer = set()
        for entry in new:
            for word, name in _looked_for(entry):
                lengths = self.by_word.setdefault(word, {})
                if len(name) not in lengths:
                    longer.add(word)
                names = lengths.setdefault(len(name), {})
                names[name] = (*dict.fromkeys((*names.get(name, ()), entry.id)),)
        for word in longer:
            self.by_word[word] = dict(sorted(self.by_word[word].items(), reverse=True))

    def at(self, text: str, at: int, stop: int, word: str) -> tuple[str, str] | None:
        """The longest name that one record alone has and that stands at a word of a text, with the
        record's id."""
        for length, known in self.by_word.get(word, {}).items():
            end = at + length
            owners = known.get(text[at:end]) if end <= stop else None
            if owners and len(owners) == 1:
                after = text[end : end + 1]
                if not after.isalnum() or not (after + text[end - 1]).isascii():
                    return text[at:end], owners[0]
        return None


def _looked_for(entry: Other) -> Iterator[tuple[str, str]]:
    """The names of a record that are looked for in texts, each with its first word."""
    for name in () if entry.is_source else entry.names:
        if word := _first_word(name):
            yield word, name


@finds("PKB604", Severity.NOTE, requires=("PKB614",))
def rule(page: Page, known: Known) -> Findings:
    """The first mention of a record in another record's text, or in a page's, is a link, so that
    readers can follow it. A name that several records have is left alone."""
    names = known.from_names(Names)
    for record in page.records:
        own = {record.values.get("id", "").strip()}
        yield from _text(page, record, record.prose, own, names)
    own = {record.values.get("id", "").strip() for record in page.records}
    yield from _text(page, None, page.prose, own, names)


@lru_cache(maxsize=1 << 13)
def _first_word(name: str) -> str:
    """The word by which a name is looked for; empty where it is not."""
    word = _WORD.match(name) if 3 < len(name) <= _LONGEST and name != name.lower() else None
    return word[0] if word else ""


def _text(
    page: Page, record: RawRecord | None, spans: list[tuple[int, int]], done: set[str], names: Names
) -> Findings:
    """What one record's text, or a page's, has; nothing is said of the records ``done``."""
    text = page.text
    taken: Covered | None = None
    linked: dict[str, int] = {}
    for start, stop in spans:
        at = start
        while match := _WORD.search(text, at, stop):
            at = match.end()
            if match[0] not in names.by_word:
                continue
            hit = names.at(text, match.start(), stop, match[0])
            if hit is None:
                continue
            name, target = hit
            begin, end = match.start(), match.start() + len(name)
            if taken is None and target in done and _is_alone(text, at, end, stop, names):
                at = end
                continue
            if taken is None:
                taken, linked = _marked(page, record)
            if taken.touches(begin, end):
                continue
            at = end
            if target in done:
                continue
            done.add(target)
            if linked.get(target, end) < begin:
                continue
            link = f"{{need}}`{name} <{target}>`"
            yield rule.at(
                Place(page, begin, end),
                f"the text names “{name}” ({target}) without a link",
                record=record,
                help=f"write {link} or {{need}}`{target}`",
                fix=rewrite(page, (begin, end), link),
            )


def _is_alone(text: str, at: int, end: int, stop: int, names: Names) -> bool:
    """Whether no other name begins within a name, from its second word on: then nothing hangs on
    whether it stands where names are no plain words."""
    while (match := _WORD.search(text, at, stop)) and match.start() < end:
        at = match.end()
        if at > end or names.at(text, match.start(), stop, match[0]):
            return False
    return True


def _marked(page: Page, record: RawRecord | None) -> tuple[Covered, dict[str, int]]:
    """The spans in which names are no plain words, and where each record is first linked."""
    taken: list[tuple[int, int]] = []
    linked: dict[str, int] = {}
    if record is None:
        taken += [
            match.span()
            for match in _NO_PROSE.finditer(page.text)
            if match["closed"] or not match["quote"]
        ]
        taken += [(block.start, block.end) for block in page.blocks if block.name not in _OF_TEXT]
    for item, owner in page.inlines:
        if owner is record:
            taken.append((item.start, item.end))
            if item.kind == "role" and item.name == "need":
                linked.setdefault(need_target(item)[0], item.start)
    return Covered(taken), linked
