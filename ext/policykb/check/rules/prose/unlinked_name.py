"""A text names a record without a link."""

import re
from functools import lru_cache

from policykb.check.rules.rule import Findings, Known, Other, Rule, Severity, rewrite
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
Names = dict[str, dict[int, dict[str, str]]]
"""By first word and length, longest first, the id of each name."""


def check(page: Page, known: Known) -> Findings:
    """The first mention of a record in another record's text, or in a page's, is a link, so that
    readers can follow it. A name that several records have is left alone."""
    names = known.from_names(_names)
    for record in page.records:
        own = {record.values.get("id", "").strip()}
        yield from _text(page, record, record.prose, own, names)
    own = {record.values.get("id", "").strip() for record in page.records}
    yield from _text(page, None, page.prose, own, names)


def _names(known: Known) -> Names:
    """The names that one record alone has."""
    owners: dict[str, Other | None] = {}
    for entry in known.by_id.values():
        if entry.is_source:
            continue
        for name in entry.names:
            if _first_word(name):
                owners[name] = None if owners.get(name, entry) is not entry else entry
    found: Names = {}
    for name in sorted(owners, key=len, reverse=True):
        if (owner := owners[name]) is not None:
            found.setdefault(_first_word(name), {}).setdefault(len(name), {})[name] = owner.id
    return found


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
            hit = _hit(text, match.start(), stop, names.get(match[0], {}))
            if hit is None:
                continue
            name, target = hit
            if taken is None:
                taken, linked = _marked(page, record)
            begin, end = match.start(), match.start() + len(name)
            if taken.touches(begin, end):
                continue
            at = end
            if target in done:
                continue
            done.add(target)
            if linked.get(target, end) < begin:
                continue
            link = f"{{need}}`{name} <{target}>`"
            yield RULE.at(
                Place(page, begin, end),
                f"the text names “{name}” ({target}) without a link",
                record=record,
                help=f"write {link} or {{need}}`{target}`",
                fix=rewrite(page, (begin, end), link),
            )


def _hit(
    text: str, at: int, stop: int, candidates: dict[int, dict[str, str]]
) -> tuple[str, str] | None:
    for length, known in candidates.items():
        end = at + length
        if end <= stop and (name := text[at:end]) in known:
            after = text[end : end + 1]
            if not after.isalnum() or not (after + name[-1]).isascii():
                return name, known[name]
    return None


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


RULE = Rule("PKB604", "unlinked-name", Severity.NOTE, check, requires=("PKB614",))
