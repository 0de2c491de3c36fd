"""A finding: its place, message, explanation and fix."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from typing import Any

MOST = 10_000
"""Findings of one rule in one run; nobody reads more, and telling them takes memory."""


class Severity(IntEnum):
    """How much a finding weighs; notes never fail a run."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` (1-based lines and code-point columns) of a file with ``text``."""

    path: str
    line: int
    col: int
    end_line: int
    end_col: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A fix: ``safe`` where exactly one is possible, ``unsafe`` where a person should look."""

    applicability: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding."""

    message: str
    path: str
    line: int
    col: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Lines and columns are 1-based code points, the end is exclusive, ``path`` is a
    POSIX path relative to the root; ``subject`` is the internal key of the record (or page) that
    it is about, by which consequences of another finding are kept quiet; ``reason`` is what notes
    of one code are counted by; ``shakes`` tells that some of that record is not read, or not as
    meant."""

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    col: int
    end_line: int
    end_col: int
    record: str | None = None
    field: str | None = None
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    reason: str = dataclasses.field(default="", compare=False)
    subject: object = dataclasses.field(default=None, compare=False)
    shakes: bool = dataclasses.field(default=False, compare=False)

    @property
    def url(self) -> str:
        return f"rules/{self.code}.html"

    @property
    def fingerprint(self) -> str:
        """Stays the same when lines move: what is said, of what, where in terms of content."""
        place = self.record or self.path
        message = re.sub(r"\blines? \d+", "line", self.message)
        text = "\0".join((self.code, place, self.field or "", message))
        return blake2b(text.encode("utf-8", "replace"), digest_size=10).hexdigest()

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.severity, self.path, self.line, self.col, self.code, self.message)

    @property
    def with_help(self) -> str:
        """What is said, and in parentheses what to do."""
        return self.message + (f" ({self.help})" if self.help else "")

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _TOLD} | {
            "severity": self.severity.word,
            "fix": self.fix and dataclasses.asdict(self.fix),
            "related": [dataclasses.asdict(item) for item in self.related],
            "url": self.url,
            "fingerprint": self.fingerprint,
        }


_TOLD = [one.name for one in dataclasses.fields(Diagnostic) if one.compare]
"""What of a finding is for others."""


@dataclass(slots=True)
class Report:
    """The findings of one run, errors first, then in order of place; how many records were read."""

    diagnostics: list[Diagnostic]
    records: int
    hidden: list[Diagnostic] = dataclasses.field(default_factory=list)
    """Notes that are not printed."""
    ungraded: bool = False
    """Whether only errors were looked for, and no fact was graded."""

    def hide_notes(self) -> None:
        """Keep notes back, so that they are only counted."""
        kept = [one for one in self.diagnostics if one.severity is not Severity.NOTE]
        self.hidden = [one for one in self.diagnostics if one.severity is Severity.NOTE]
        self.diagnostics = kept

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for item in self.diagnostics)

    @property
    def cut(self) -> list[str]:
        """The rules that found so much that the rest is left out."""
        counts = Counter(item.code for item in self.diagnostics)
        return sorted(code for code, count in counts.items() if count >= MOST)

    @property
    def failed(self) -> bool:
        return any(item.severity is not Severity.NOTE for item in self.diagnostics)

    @property
    def summary(self) -> dict[str, int]:
        return {
            "records": self.records,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "notes": self.count(Severity.NOTE),
        }


Findings = Iterator[Diagnostic]
"""What the function of a rule yields."""
