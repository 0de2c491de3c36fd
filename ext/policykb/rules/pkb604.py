"""A record's text names another record without a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.entry import names_of
from policykb.parse.inline import Inline, need_target
from policykb.rules.rule import Rule, edit, unsafe

if TYPE_CHECKING:
    from policykb.entry import Entry
    from policykb.kb import Base
    from policykb.parse.page import RawRecord

_WORD = re.compile(r"[^\W_]+")
Names = dict[str, list[tuple[str, str]]]


def check(base: Base) -> Iterator[Diagnostic]:
    """The first mention of a record in another record's text is a link, so that readers can follow
    it. A name that several records have is left alone."""
    names = base.from_names(_names)
    if not names:
        return
    # Of most texts no word begins as a name does; what few do are looked up.
    first = names.keys()
    initials = "".join({word[0] for word in first})
    candidate = re.compile(rf"[{initials}](?<![^\W_].)[^\W_]*")
    for entry in base.entries:
        for start, stop in entry.raw.prose:
            if not first.isdisjoint(candidate.findall(entry.page.text, start, stop)):
                yield from _record(entry, names)
                break


def _names(base: Base) -> Names:
    """Names by their first word, longest first, each with the id it belongs to."""
    owners: dict[str, Entry | None] = {}
    for entry in base.by_id.values():
        if entry.type == "source":
            continue
        for name in names_of(entry):
            if len(name) > 3 and name != name.lower():
                owners[name] = None if owners.get(name, entry) is not entry else entry
    found: Names = {}
    for name in sorted(owners, key=len, reverse=True):
        owner = owners[name]
        word = _WORD.search(name)
        if owner is not None and word and word.start() == 0:
            found.setdefault(word[0], []).append((name, owner.id))
    return found


def _record(entry: Entry, names: Names) -> Iterator[Diagnostic]:
    text = entry.page.text
    done = {entry.id}
    taken: list[tuple[int, int]] | None = None
    linked: dict[str, int] = {}
    for start, stop in entry.raw.prose:
        at = start
        while match := _WORD.search(text, at, stop):
            at = match.end()
            hit = _hit(text, match.start(), stop, names.get(match[0], ()))
            if hit is None:
                continue
            name, target = hit
            if taken is None:
                taken, linked = _marked(entry.raw)
            begin, end = match.start(), match.start() + len(name)
            if any(begin < last and end > first for first, last in taken):
                continue
            at = end
            if target in done:
                continue
            done.add(target)
            if linked.get(target, end) < begin:
                continue
            yield RULE.at(
                entry.page,
                begin,
                end,
                f"the text names “{name}” ({target}) without a link",
                record=entry.raw,
                help=f"write {{need}}`{name} <{target}>` or {{need}}`{target}`",
                fix=unsafe(edit(entry.page, begin, end, f"{{need}}`{name} <{target}>`")),
            )


def _hit(
    text: str, at: int, stop: int, candidates: list[tuple[str, str]] | tuple[()]
) -> tuple[str, str] | None:
    for name, target in candidates:
        end = at + len(name)
        if end <= stop and text.startswith(name, at):
            after = text[end : end + 1]
            if not after.isalnum() or not (after + name[-1]).isascii():
                return name, target
    return None


def _marked(record: RawRecord) -> tuple[list[tuple[int, int]], dict[str, int]]:
    """The spans in which names are no plain words, and where each record is first linked."""
    taken: list[tuple[int, int]] = []
    linked: dict[str, int] = {}
    for item, owner in record.page.inlines:
        if owner is record:
            taken.append(_span(item))
            if item.kind == "role" and item.name == "need":
                linked.setdefault(need_target(item)[0], item.start)
    return taken, linked


def _span(item: Inline) -> tuple[int, int]:
    return item.start, item.end


RULE = Rule("PKB604", "unlinked-name", Severity.NOTE, check)
