"""A difference as Markdown for a pull request's comment.

What a stranger wrote on a page must stay words here: it may start no link, image, mention,
reference, heading, table or HTML, and may not turn the direction of the text around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from policykb.check.diagnostics import Report, Severity
from policykb.compare import words
from policykb.compare.changes import Difference, Reading, RecordChange, Stamp
from policykb.markdown.page import RawEvidence
from policykb.text.counted import counted

LIMIT = 60_000
"""Bytes at most; a comment on GitHub holds 65,536 characters."""
FINDINGS = 20
"""Findings that are listed."""
PASSAGES = 15
"""Passages to read that are listed."""
STAMPS = 50
"""Stamps that are listed."""

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
_PLAIN = frozenset("-,.;'/()%+?=")
_STARTS_LINK = re.compile(r"(?i)(?<=www)\.|(?<=\bgh)-(?=\d)|/(?=/)")


def escape(text: str) -> str:
    """Words as Markdown that shows them and nothing else.

    Every character with a meaning becomes a character reference, which never has that meaning; a
    zero-width space after ``@``, ``#``, ``://`` and ``www.`` keeps GitHub from making mentions,
    references and links of them; control characters are dropped.
    """
    text = " ".join(text.split())
    text = "".join(
        char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    text = _STARTS_LINK.sub(lambda match: f"\u200b{match[0]}\u200b", text)
    return _SPECIAL.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    char = match[0]
    if char in _PLAIN:
        return char
    after = "\u200b" if char in "@#" else ""
    return f"&#{ord(char)};{after}"


def render(difference: Difference, report: Report, before: Report) -> str:
    """The verdict in a line, what is to read, the stamps, the findings, and a list of the changes,
    cut at `LIMIT`."""
    kept: list[str] = []
    size = 0
    lines = list(_lines(difference, report, before))
    for index, line in enumerate(lines):
        size += len(line.encode("utf-8", "replace")) + 1
        if size > LIMIT:
            kept += ["", f"… and {counted(len(lines) - index, 'more line')}."]
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def _lines(difference: Difference, report: Report, before: Report) -> Iterator[str]:
    head, _, rest = words.verdict(report, before, escape).partition(":")
    yield f"**{head}:**{rest}"
    yield from _listed(_readings(difference.to_read), "Facts to read")
    yield from _listed(_stamps(difference.stamps), "Stamps of review")
    yield ""
    yield words.summary(difference)
    yield from _listed(_findings(report), "What to fix")
    yield from _listed(_settings(difference), "Settings that changed")
    yield from _listed(_records(difference.records), "What changed")
    yield from _listed(
        (f"- {escape(page.path)}: text {page.change}" for page in difference.pages), "Other pages"
    )


def _listed(lines: Iterable[str], heading: str) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield f"### {heading}"
        yield ""
        yield from lines


def _readings(found: list[Reading]) -> Iterator[str]:
    for item in found[:PASSAGES]:
        facts = "; ".join(words.fact(one, escape) for one in item.facts)
        yield f"- **{escape(item.id)}**: {facts}"
        if item.passage:
            at = f"{item.source}, {item.place or 'not found there'}"
            yield f"  - {escape(item.passage)} ({escape(at)})"
    yield from _more(len(found) - PASSAGES, "passage")


def _stamps(found: list[Stamp]) -> Iterator[str]:
    for item in found[:STAMPS]:
        yield f"- **{escape(item.id)}**: {words.stamp(item, escape)}"
    yield from _more(len(found) - STAMPS, "stamp")


def _findings(report: Report) -> Iterator[str]:
    failing = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    for item in failing[:FINDINGS]:
        fix = f" *{escape(item.help)}*" if item.help else ""
        yield f"- {words.finding(item, escape)}{fix}"
    yield from _more(len(failing) - FINDINGS, "finding")


def _more(number: int, what: str) -> Iterator[str]:
    """The line for those that are not listed."""
    if number > 0:
        yield f"- … and {counted(number, f'more {what}')}"


def _settings(difference: Difference) -> Iterator[str]:
    for item in difference.settings:
        yield f"- {words.setting(item, escape)}"


def _records(changes: Iterable[RecordChange]) -> Iterator[str]:
    for item in changes:
        yield f"- **{escape(item.id or item.path)}**: {words.record(item, escape)}"
        yield from _quotations("added", item.quotations_added)
        if item.change != "removed":
            yield from _quotations("removed", item.quotations_removed)


def _quotations(word: str, items: Iterable[RawEvidence]) -> Iterator[str]:
    for item in items:
        fields = ", ".join(item.supports) or ", ".join(item.disputes)
        use = f" for {escape(fields)}" if fields else ""
        yield f"  - {word}{use}: “{escape(item.text)}” ({escape(item.source)})"
