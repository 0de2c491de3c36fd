"""Two records are probably of one organization, or of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.compared_names import fold, near, plain, unaddressed, variants
from policykb.check.rules.rule import Rule
from policykb.model import TYPES, RecordType

if TYPE_CHECKING:
    from policykb.base.entry import Entry
    from policykb.check.known import Known, Other

LEAST = 7
"""Letters from which two names that differ in one letter are taken for one."""
MOST = 200
"""Letters up to which they are; nobody's name is longer."""


def check(entry: Entry, known: Known) -> Iterator[Diagnostic]:
    """Names are compared without legal forms, forms of address, case, spacing and width, and by
    close spelling; each record is reported once, with one before it. An alias equal to a name is
    PKB502's."""
    if entry.model.unique and known.by_id.get(entry.id) is entry:
        found = known.from_names(_duplicates).get(entry.id)
        if found is not None:
            yield _finding(known, entry, *found)


def _duplicates(known: Known) -> dict[str, tuple[Other, str, str]]:
    """By id: the record before it that probably is the same, and the names that tell."""
    found: dict[str, tuple[Other, str, str]] = {}
    for kind in filter(lambda kind: kind.unique, TYPES.values()):
        for one, other, first, second in _pairs(known, kind):
            found.setdefault(other.id, (one, first, second))
    return found


def _pairs(known: Known, model: RecordType) -> Iterator[tuple[Other, Other, str, str]]:
    groups: dict[tuple[str, str], list[tuple[Other, str, str]]] = defaultdict(list)
    for entry in known.by_id.values():
        if entry.model is not model:
            continue
        for name in entry.names:
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
                    and (_is_alias(known, entry, name) or _is_alias(known, other, other_name))
                ):
                    continue
                if kind == "words" or near(key, other_key):
                    yield other, entry, other_name, name


def _is_alias(known: Known, entry: Other, name: str) -> bool:
    return name != entry.title and name in known.aliases(entry.id)


def _finding(known: Known, other: Entry, one: Other, first: str, second: str) -> Diagnostic:
    same = "has the same name as" if first == second else "has nearly the same name as"
    spelt = f" (“{second}” and “{first}”)"
    if first == second:
        spelt = "" if first == one.title == other.title else f" (“{first}”)"
    return RULE.on_record(
        other,
        f"{other.name} {same} {one.name}{spelt}; it is probably the same {one.model.label.lower()}",
        help="keep one record and give it the other name as an alias; if they are two, "
        "tell them apart in their titles",
        related=(known.where(one.id, f"{one.name} stands here"),),
    )


RULE = Rule("PKB501", "probable-duplicate", Severity.WARNING, check)
