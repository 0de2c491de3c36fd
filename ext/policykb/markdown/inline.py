"""What stands within lines of prose: roles, links, images, autolinks, code spans, with offsets.

Read as CommonMark and MyST read them, as far as a checker needs: code spans and roles bind first,
a backslash takes the meaning from what follows, a comment line (``%``) holds nothing.
"""

import re
from dataclasses import dataclass
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


@dataclass(slots=True, eq=False, repr=False)
class Inline:
    """One thing in a line. ``kind`` is ``role``, ``code``, ``link``, ``image``, ``auto``,
    ``definition``, ``html``, ``comment``, ``note`` (a footnote's mark), ``entity`` (a character
    written by its number) or ``math``; ``[start, end)`` all of it; ``name`` a role's name;
    ``text`` a role's or code span's content, or a link's destination, at ``[at, stop)``; ``shown``
    where the words a link shows stand."""

    kind: str
    start: int
    end: int
    text: str
    at: int
    name: str = ""
    shown: tuple[int, int] = (0, 0)

    @property
    def stop(self) -> int:
        return self.at + len(self.text)


def inlines(text: str, start: int, stop: int) -> list[Inline]:
    """Everything of note in ``text[start:stop]``, in order."""
    items: list[Inline] = []
    reader: _Reader | None = None
    at = start
    while hot := _HOT.search(text, at, stop):
        begin, at = hot.span()
        if hot[1]:
            items.append(Inline("role", begin, at, hot[2], hot.start(2), intern(hot[1])))
        elif found := _TOKEN.match(text, begin, stop):
            reader = reader or _Reader(text, start, stop)
            item, at = reader.item(found)
            if item is not None:
                items.append(item)
    return items


class _Reader:
    """Reads what tokens begin in one stretch of a text; each method returns that, if anything, and
    where to read on."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.start, self.stop = text, start, stop
        self.limit = start
        """The end of the paragraph whose ``closers`` are known."""
        self.closers: dict[int, int] = {}

    def item(self, found: re.Match[str]) -> tuple[Inline | None, int]:
        begin, end = found.span()
        match found.lastgroup:
            case None:
                return None, end
            case "comment":
                return self.comment(found)
            case "ticks" | "code":
                return self.span(found)
            case "open":
                return self.bracket(begin, end), end
            case "auto":
                return Inline("auto", begin, end, found[0][1:-1], begin + 1), end
            case "note":
                return Inline("note", begin, end, found[0][2:-1], begin + 2), end
            case kind:
                return Inline(kind, begin, end, found[0], begin), end

    def comment(self, found: re.Match[str]) -> tuple[Inline | None, int]:
        """A line that is a comment; a % after other words is one of them."""
        at, end = found.span()
        line = self.text.rfind("\n", self.start, at) + 1 or self.start
        indent = self.text[line:at]
        if len(indent) > 3 or indent.strip(" "):
            return None, at + 1
        return Inline("comment", line, end, found["comment"], at + 1), end

    def span(self, found: re.Match[str]) -> tuple[Inline | None, int]:
        """A role or a code span, where its backticks are closed."""
        role, begin = found["role"] or "", found.end()
        width = len(found["ticks"] or found["code"])
        close = _closing(self.text, begin, self.stop, width, bool(role))
        if close < 0:
            return None, begin
        kind, words, end = "role" if role else "code", self.text[begin:close], close + width
        return Inline(kind, found.start(), end, words, begin, role), end

    def bracket(self, begin: int, after: int) -> Inline | None:
        """A link, image or definition; its words are read on."""
        if after > self.limit:
            self.limit = _paragraph_end(self.text, after, self.stop)
            self.closers = _closers(self.text, begin, self.limit)
        before = self.text[max(begin - 2, 0) : begin]
        image = before.endswith("!") and before != "\\!"
        if not image and before[-1:] in ("", "\n", " ") and (item := self.definition(begin)):
            return item
        close = self.closers.get(begin)
        target = _DEST.match(self.text, close + 1, self.limit) if close is not None else None
        if target is None or close is None:
            return None
        return _destination("image" if image else "link", target, begin - image, (after, close))

    def definition(self, begin: int) -> Inline | None:
        line = self.text.rfind("\n", max(begin - 4, 0), begin) + 1
        found = _DEFINITION.match(self.text, line, self.stop) if line or begin < 4 else None
        if found is None or found.start("label") != begin + 1:
            return None
        return _destination("definition", found, begin, found.span("label"))


def _paragraph_end(text: str, at: int, stop: int) -> int:
    end = text.find("\n\n", at, stop)
    return stop if end < 0 else end


def _closing(text: str, at: int, stop: int, length: int, role: bool) -> int:
    """Where the run of exactly ``length`` backticks that ends a span begins, or -1; a span ends
    within its paragraph. A role ends at the first such run, however many more follow."""
    limit = _paragraph_end(text, at, stop)
    mark = "`" * length
    if role:
        return text.find(mark, at + 1, limit)
    while (close := text.find(mark, at, limit)) >= 0:
        at = close + length
        if text[at : at + 1] != "`" and text[close - 1] != "`":
            break
        while text[at : at + 1] == "`":
            at += 1
    return close


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
