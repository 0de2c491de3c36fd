"""What keeps a finding quiet: a comment in a page, or a line of the baseline."""

import re
from typing import NamedTuple

from policykb.markdown.page import Page, RawRecord
from policykb.values.notes import is_reason

_IGNORE = re.compile(r"ignore\[(?P<codes>[^\]]*)\]\s*(?:[—–:-]\s*)?(?P<why>.*)")
KEPT = ("PKB7", "PKB90")
"""Beginnings of the codes that no comment in a page can ignore."""


class Suppression:
    """One comment: the codes it ignores, its reason, its place (``[start, end)`` of the page), the
    records or page it is for, and the codes it has kept quiet in this run."""

    __slots__ = ("codes", "end", "page", "record", "start", "subjects", "used", "why")

    def __init__(self, page: Page, record: RawRecord | None, start: int, text: str) -> None:
        self.page = page
        self.record = record
        self.start = start
        self.end = page.line_end(start)
        found = _IGNORE.fullmatch(text)
        self.codes: tuple[str, ...] = ()
        self.why = ""
        if found:
            given = (code.strip().upper() for code in found["codes"].split(","))
            self.codes = tuple(code for code in given if code)
            self.why = found["why"].strip()
        self.used: set[str] = set()
        self.subjects: set[int] = {id(record if record is not None else page)}
        if record is None:
            following = self.end + 1
            self.subjects.update(id(each) for each in page.records if each.block.start == following)

    @property
    def reads(self) -> bool:
        """Whether it names codes, all of which a comment can ignore, and gives a reason."""
        return bool(self.codes) and is_reason(self.why) and not self.refused

    @property
    def refused(self) -> tuple[str, ...]:
        """The codes that a comment cannot ignore."""
        return tuple(code for code in self.codes if code.startswith(KEPT))


class Known(NamedTuple):
    """One line of a baseline: a finding that was there when it was written."""

    fingerprint: str
    line: int
    said: str


class Kept:
    """What a run kept quiet: by which comments, and which lines of the baseline it did not find."""

    def __init__(self) -> None:
        self.suppressions: list[Suppression] = []
        self.stale: list[Known] = []
