"""A source document: its checksum, text and paragraphs, read once and searched many times."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import Any

from policykb.base.ground import NotReal, read_bytes, real
from policykb.base.index import Base
from policykb.evidence.document import page_breaks, paragraphs
from policykb.evidence.document.index import Finder
from policykb.markdown import limits
from policykb.text.normalize import collapse, fold_characters, keeps_length, normalize, origins

Pages = tuple[int, ...]
"""The first and the last page of a passage; empty where its source has no pages."""


class Source:
    """One file under the folder of sources.

    ``problem`` is None, ``missing``, ``outside`` (the path leaves the folder), ``link`` (one is on
    the way, from ``root`` on), ``special`` (no plain file), ``not-utf8``, ``empty``, or
    ``too-large``, ``long-paragraph`` or ``marks``, of which ``excess`` tells more; with a problem
    the text is empty. ``sha256`` is the checksum of its bytes, empty where they are not read.
    Offsets are code points of the decoded text, whose page breaks are spaces here.
    """

    language = ""
    """The tag of its language, as its record gives it."""

    def __init__(
        self, folder: Path, file: str, separator: str = "blank-line", root: Path | None = None
    ) -> None:
        self.path = folder / file
        self.separator = separator
        self.problem: str | None = None
        self.excess = ""
        self.sha256 = ""
        self.text = ""
        self.breaks: list[int] = []
        """Where the form feeds stood that part its pages."""
        self.ends: dict[int, str | None] = {}
        """By place in the normalized text, what is wrong with a run that begins or ends there."""
        self.found: dict[str, Any] = {}
        """What came of the quotations that were looked for: a place, or why there is none."""
        self._origins: dict[int, tuple[array[int], array[int]] | None] = {}
        self._read(folder, file, root or folder)

    @classmethod
    def of_text(cls, text: str, separator: str = "blank-line") -> Source:
        """A document that is in no file."""
        made = cls(Path(), "", separator)
        made.problem = None
        made.breaks = page_breaks.form_feeds(text)
        made.text = page_breaks.blanked(text)
        return made

    def _read(self, folder: Path, file: str, root: Path) -> None:
        try:
            real(folder, file)
            place = real(root, self.path.relative_to(root).as_posix())
            if place.stat().st_size > limits.DOCUMENT:
                self._refuse("too-large", f"has more than {limits.DOCUMENT // 1_000_000} MB")
                return
            data = read_bytes(str(place))
        except NotReal as error:
            self.problem = error.kind
            return
        except (OSError, ValueError):
            # A path may be too long, or hold a character that no path can have.
            self.problem = "missing"
            return
        self.sha256 = sha256(data).hexdigest()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            self.problem = "not-utf8"
            return
        if limits.has_too_many_lines(text):
            self._refuse("too-large", f"has more than {limits.LINES:,} lines")
            return
        self.breaks = page_breaks.form_feeds(text)
        self.text = page_breaks.blanked(text)
        if not self.text.strip("\ufeff \t\r\n"):
            self.problem = "empty"
            self.text = ""
            return
        excess = limits.document_excess(self.text, lambda: self.paragraphs)
        if excess:
            self._refuse(*excess)

    def _refuse(self, problem: str, excess: str) -> None:
        self.problem, self.excess = problem, excess
        self.text = ""
        self.__dict__.pop("paragraphs", None)

    def pages(self, start: int, end: int) -> Pages:
        """The first and the last page of a span of the text, counted from 1; nothing where the
        source has no pages."""
        if not self.breaks:
            return ()
        return tuple(bisect_right(self.breaks, at) + 1 for at in (start, end - 1))

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Start and end of each paragraph."""
        return paragraphs.paragraphs(self.text, self.separator)

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that an offset of the text lies in."""
        return bisect_right(self.paragraphs, offset, key=itemgetter(0)) - 1

    @cached_property
    def _is_ascii(self) -> bool:
        return self.text.isascii()

    @cached_property
    def normalized(self) -> str:
        """All paragraphs as they are compared, a line feed between them."""
        spans = self.paragraphs
        text = self.text
        folded = fold_characters(text) if keeps_length(text) else None
        if folded is not None:
            return "\n".join([collapse(folded[start:end]) for start, end in spans])
        return "\n".join([normalize(text[start:end]) for start, end in spans])

    @cached_property
    def finder(self) -> Finder:
        """The normalized text in which runs are looked for."""
        return Finder(self.normalized)

    @cached_property
    def joined(self) -> Finder:
        """The same with a space between paragraphs, for what runs over several."""
        return Finder(self.normalized.replace("\n", " "), self.finder)

    def number(self, at: int) -> int:
        """The number, from 1, of the paragraph that an offset of ``normalized`` lies in."""
        return bisect_right(self.normalized_starts, at)

    def bounds(self, at: int) -> tuple[int, int]:
        """Start and end of the paragraph of the normalized text that ``at`` lies in."""
        return self.bounds_of(self.number(at))

    def bounds_of(self, number: int) -> tuple[int, int]:
        """The same of a paragraph by its number."""
        starts = self.normalized_starts
        stop = starts[number] - 1 if number < len(starts) else len(self.normalized)
        return starts[number - 1], stop

    @cached_property
    def normalized_starts(self) -> list[int]:
        """Where each paragraph begins in ``normalized``."""
        found = [0]
        at = self.normalized.find("\n")
        while at >= 0:
            found.append(at + 1)
            at = self.normalized.find("\n", at + 1)
        return found

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a span of ``normalized`` that lies in one paragraph."""
        number = self.number(start)
        shift, stop = self.bounds_of(number)
        first, last = self.paragraphs[number - 1]
        if self._is_ascii and last - first == stop - shift:
            return first + start - shift, first + end - shift
        if number not in self._origins:
            self._origins[number] = origins(self.text[first:last])
        where = self._origins[number]
        if where is None:
            return first + start - shift, first + end - shift
        begins, ends = where
        return first + begins[start - shift], first + ends[end - shift - 1]


def in_base(base: Base, file: str, separator: str = "blank-line") -> Source:
    """The document of a source of a base, by its path below the folder of sources."""
    return Source(base.root / base.settings.seeds, file, separator, base.root)
