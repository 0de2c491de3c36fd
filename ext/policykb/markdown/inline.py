"""What stands within lines of prose: roles, links, images, autolinks, code spans, with offsets.

Read as CommonMark and MyST read them, as far as a checker needs: code spans and roles bind first,
a backslash takes the meaning from what follows, a comment line (``%``) holds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern

_HOT = re.compile(r"[`\[<{%&\\](?:(?<=\{)([A-Za-z0-9_\-+:]+)\}`([^`\n]+)`)?")
"""Where something may begin; with groups where it is a role as most are: on one line, between
single backticks."""
_TOKEN = re.compile(
    r"""\\[\s\S]
    | %(?P<comment>[^\n]*)
    | \{(?P<role>[A-Za-z0-9_\-+:]+)\}(?P<ticks>`+)
    | (?P<code>`+)
    | (?P<note>\[\^[^\]\s]+\])
    | (?P<open>\[)
    | (?P<entity>&\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});)
    | (?P<auto><[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*>)
    | (?P<html><(?:[A-Za-z][\w.:\-]*(?=[\s/>])|/[A-Za-z]|!--|![A-Za-z\[]|\?))
    """,
    re.VERBOSE,
)
TAG = re.compile(r"<(?:[A-Za-z][\w.:\-]*(?=[\s/>]|\Z)|/[A-Za-z]|!--|![A-Za-z\[]|\?)")
"""Where a tag begins, if pages had HTML: the last of what a token can be."""
_DEST = re.compile(
    r"""\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))
    (?:\s+(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*\)""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"\\[\s\S]|[\[\]]")
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?P<label>[^\]\n^][^\]\n]*)\]:[ \t]*\n?[ \t]*  # [label]: not [^note]:
    (?:<(?P<angle>[^<>\n]*)>|(?P<bare>\S+))                       # the address
    """,
    re.MULTILINE | re.VERBOSE,
)


class Inline:
    """One thing in a line. ``kind`` is ``role``, ``code``, ``link``, ``image``, ``auto``,
    ``definition``, ``html``, ``comment``, ``note`` (a footnote's mark), ``entity`` (a character
    written by its number) or ``math``; ``[start, end)`` all of it; ``name`` a role's name;
    ``text`` a role's or code span's content, or a link's destination, at ``[at, stop)``; ``shown``
    where the words a link shows stand."""

    __slots__ = ("at", "end", "kind", "name", "shown", "start", "stop", "text")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        text: str,
        at: int,
        name: str = "",
        shown: tuple[int, int] = (0, 0),
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.at = at
        self.stop = at + len(text)
        self.name = name
        self.shown = shown


def inlines(text: str, start: int, stop: int) -> Iterator[Inline]:
    """Everything of note in ``text[start:stop]``, in order."""
    at = limit = start
    closers: dict[int, int] = {}
    while True:
        hot = _HOT.search(text, at, stop)
        if hot is None:
            return
        at, end = hot.span()
        if end > at + 1:
            yield Inline("role", at, end, hot[2], hot.start(2), intern(hot[1]))
            at = end
            continue
        found = _TOKEN.match(text, at, stop)
        if found is None:
            at += 1
            continue
        at = found.end()
        kind = found.lastgroup
        if kind is None:
            continue
        if kind == "comment":
            line = text.rfind("\n", start, found.start()) + 1 or start
            indent = text[line : found.start()]
            if len(indent) > 3 or indent.strip(" "):
                at = found.start() + 1
                continue
            yield Inline("comment", line, at, found["comment"], found.start("comment"))
        elif kind in ("ticks", "code"):
            role = found["role"] or ""
            close = _closing(text, at, stop, len(found[kind]), bool(role))
            if close < 0:
                continue
            yield Inline(
                "role" if role else "code",
                found.start(),
                close + len(found[kind]),
                text[at:close],
                at,
                role,
            )
            at = close + len(found[kind])
        elif kind == "open":
            if at > limit:
                limit = text.find("\n\n", at, stop)
                limit = stop if limit < 0 else limit
                closers = _closers(text, at - 1, limit)
            yield from _bracket(text, found, stop, limit, closers.get(at - 1))
        elif kind == "auto":
            inner = found["auto"][1:-1]
            yield Inline("auto", found.start(), at, inner, found.start() + 1)
        elif kind == "note":
            yield Inline("note", found.start(), at, found["note"][2:-1], found.start() + 2)
        else:
            yield Inline(kind, found.start(), at, found[kind], found.start())


def _closing(text: str, at: int, stop: int, length: int, role: bool) -> int:
    """Where the run of exactly ``length`` backticks that ends a span begins, or -1; a span ends
    within its paragraph. A role ends at the first such run, however many more follow."""
    limit = text.find("\n\n", at, stop)
    limit = stop if limit < 0 else limit
    mark = "`" * length
    if role:
        return text.find(mark, at + 1, limit)
    while True:
        close = text.find(mark, at, limit)
        if close < 0:
            return -1
        after = close + length
        if text[after : after + 1] != "`" and text[close - 1] != "`":
            return close
        at = after
        while text[at : at + 1] == "`":
            at += 1


def _closers(text: str, at: int, limit: int) -> dict[int, int]:
    """Where each bracket that opens in the rest of a paragraph is closed."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for match in _BRACKET.finditer(text, at, limit):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            found[opened.pop()] = match.start()
    return found


def _bracket(
    text: str, found: re.Match[str], stop: int, limit: int, close: int | None
) -> Iterator[Inline]:
    """A link, image or definition that opens here, its bracket closed at ``close``. Its words are
    scanned on by the caller."""
    begin, after = found.span()
    image = text[begin - 1 : begin] == "!" and text[begin - 2 : begin - 1] != "\\"
    if not image and (begin == 0 or text[begin - 1] in "\n "):
        line = text.rfind("\n", max(begin - 4, 0), begin) + 1
        definition = _DEFINITION.match(text, line, stop) if line or begin < 4 else None
        if definition and definition.start("label") == after:
            yield _destination("definition", definition, begin, (after, definition.end("label")))
            return
    target = _DEST.match(text, close + 1, limit) if close is not None else None
    if target and close is not None:
        kind = "image" if image else "link"
        yield _destination(kind, target, begin - image, (after, close))


def _destination(kind: str, found: re.Match[str], begin: int, shown: tuple[int, int]) -> Inline:
    group = "angle" if found["angle"] is not None else "bare"
    return Inline(kind, begin, found.end(), found[group], found.start(group), "", shown)


def definition(text: str, start: int, label: str) -> Inline | None:
    """Where a link is defined under a label, the first from a line's start on; inside of lists and
    quotes as well."""
    words = r"\s+".join(re.escape(word) for word in label.split())
    pattern = rf"\[(?P<label>\s*{words}\s*)\]:\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>\S+))"
    found = re.compile(pattern, re.IGNORECASE).search(text, start)
    return _destination("definition", found, found.start(), found.span("label")) if found else None


def need_target(role: Inline) -> tuple[str, int, int]:
    """The id that a ``{need}`` role names and where it stands: ``ID`` or ``words <ID>``; a part
    (``ID.part``) belongs to its record."""
    raw, offset = role.text, 0
    if raw.isidentifier():
        return raw, role.at, role.stop
    if raw.rstrip().endswith(">") and "<" in raw:
        offset = raw.rindex("<") + 1
        raw = raw.rstrip()[offset:-1]
    bare = raw.strip()
    offset += raw.index(bare) if bare else 0
    ident = bare.partition(".")[0]
    at = role.at + offset
    return ident, at, at + len(ident)
