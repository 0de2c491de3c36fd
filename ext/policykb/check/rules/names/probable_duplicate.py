"""Two records are probably of one organization, or of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.entry import names_of
from policykb.check.diagnostics import Diagnostic, Related, Severity
from policykb.check.rules.compared_names import fold, near, plain, unaddressed, variants
from policykb.check.rules.rule import Rule
from policykb.model import TYPES, RecordType

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.base.index import Base

LEAST = 7
"""Letters from which two names that differ in one letter are taken for one."""
MOST = 200
"""Letters up to which they are; nobody's name is longer."""


def check(base: Base) -> Iterator[Diagnostic]:
    """Names are compared without legal forms, forms of address, case, spacing and width, and by
    close spelling; each record is reported once, with one before it. An alias equal to a name is
    PKB502's."""
    for kind in filter(lambda kind: kind.unique, TYPES.values()):
        said: set[int] = set()
        for one, other, first, second in _pairs(base, kind):
            if id(other) not in said:
                said.add(id(other))
                yield _finding(one, other, first, second)


def _pairs(base: Base, model: RecordType) -> Iterator[tuple[Entry, Entry, str, str]]:
    groups: dict[tuple[str, str], list[tuple[Entry, str, str]]] = defaultdict(list)
    for entry in base.entries:
        if entry.model is not model or base.by_id.get(entry.id) is not entry:
            continue
        for name in names_of(entry):
            bare = unaddressed(name) if model.person else name
            key = plain(bare)
            if not key:
                continue
            keys = variants(key) if LEAST <= len(key) <= MOST and key.isascii() else [("", key)]
            if model.person and " " in bare:
                keys.append(("words", " ".join(sorted(bare.casefold().split()))))
            for each in dict.fromkeys(keys):
                groups[each].append((entry, name, key))
    for (kind, _), group in groups.items():
        if len(group) < 2:
            continue
        for at, (entry, name, key) in enumerate(group):
            for other, other_name, other_key in group[: min(at, 20)]:
                if other is entry or (
                    fold(name) == fold(other_name)
                    and (_is_alias(entry, name) or _is_alias(other, other_name))
                ):
                    continue
                if kind == "words" or near(key, other_key):
                    yield other, entry, other_name, name


def _is_alias(entry: Entry, name: str) -> bool:
    return name != entry.title and name in (entry.value("aliases") or ())


def _finding(one: Entry, other: Entry, first: str, second: str) -> Diagnostic:
    same = "has the same name as" if first == second else "has nearly the same name as"
    spelt = f" (“{second}” and “{first}”)"
    if first == second:
        spelt = "" if first == one.title == other.title else f" (“{first}”)"
    line, col = one.page.position(one.raw.block.start)
    return RULE.on_record(
        other,
        f"{other.name} {same} {one.name}{spelt}; it is probably the same {one.model.label.lower()}",
        help="keep one record and give it the other name as an alias; if they are two, "
        "tell them apart in their titles",
        related=(Related(f"{one.name} stands here", one.page.path, line, col),),
    )


RULE = Rule("PKB501", "probable-duplicate", Severity.WARNING, check, across=("names",))
