"""Two records are probably of one thing."""

from collections.abc import Iterator
from functools import lru_cache

from policykb.check.rules.compared_names import (
    exact_key,
    fold,
    is_acronym,
    is_near,
    plain,
    unaddressed,
    variants,
)
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Other, Severity, finds
from policykb.model import RecordType

Key = tuple[str, str, str]
Named = tuple[Other, str]
Pair = tuple[Other, Other, str, str]

LEAST = 7
"""Letters from which two names that differ in one letter are taken for one."""
MOST = 200
"""Letters up to which they are; nobody's name is longer."""


@finds("PKB501", Severity.NOTE)
def rule(known: Known) -> Findings:
    """Names are compared without legal forms, forms of address, case, spacing and width, those of
    people and organizations by close spelling too; each record is reported once. An alias equal to
    a name is PKB502's, unless it is an acronym. Nothing is said of records that are told apart by
    `distinct_from`."""
    for ident, found in _duplicates(known).items():
        yield _finding(known, known.record(ident), *found)


def _duplicates(known: Known) -> dict[str, tuple[Other, str, str]]:
    """By id: the older record that probably is the same, and the names that tell."""
    found: dict[str, tuple[Other, str, str]] = {}
    for one, other, first, second in _pairs(known):
        if other.id in known.distinct(one.id) or one.id in known.distinct(other.id):
            continue
        if known.is_new(one.id) and not known.is_new(other.id):
            one, other, first, second = other, one, second, first
        found.setdefault(other.id, (one, first, second))
    return found


def _pairs(known: Known) -> Iterator[Pair]:
    first: dict[Key, Named] = {}
    more: dict[Key, list[Named]] = {}
    for entry in known.by_id.values():
        model = entry.model
        for name in entry.names:
            named = entry, name
            for key in _keys(name, _group(model), model.person, model.unique):
                if first.setdefault(key, named) is not named:
                    more.setdefault(key, []).append(named)
    for key in (key for key in first if key in more) if more else ():
        yield from _within(known, key[1], [first[key], *more[key]])


def _group(model: RecordType) -> str:
    """Types whose records can be one thing: a joint venture stands where an organization may."""
    return "party" if model.speaks and not model.person else model.name


@lru_cache(maxsize=1 << 13)
def _keys(name: str, group: str, person: bool, unique: bool) -> list[Key]:
    """What two names that may be one have in common: the group, the kind, and letters."""
    bare, key = _bare(name, person), _compared(name, person)
    spelled = unique and LEAST <= len(key) <= MOST and key.isascii()
    parts = dict.fromkeys(variants(key) if spelled else [exact_key(key)]) if key else {}
    found = [(group, kind, part) for kind, part in parts]
    if key and person and " " in bare:
        found.append((group, "words", " ".join(sorted(bare.casefold().split()))))
    return found


def _bare(name: str, person: bool) -> str:
    return unaddressed(name) if person else name


def _compared(name: str, person: bool) -> str:
    """A name as it is compared."""
    return plain(_bare(name, person))


def _within(known: Known, kind: str, group: list[Named]) -> Iterator[Pair]:
    """The pairs of names with something in common that are probably of one thing."""
    keys = [_compared(name, entry.model.person) for entry, name in group]
    for at, (entry, name) in enumerate(group):
        for (other, other_name), other_key in zip(group[: min(at, 20)], keys, strict=False):
            if other is entry or _is_told_elsewhere(known, entry, name, other, other_name):
                continue
            if kind == "words" or is_near(keys[at], other_key):
                yield other, entry, other_name, name


def _is_told_elsewhere(
    known: Known, entry: Other, name: str, other: Other, other_name: str
) -> bool:
    """Whether two names are one alias, or an alias that is the other record's name."""
    if fold(name) != fold(other_name):
        return False
    aliases = _is_alias(known, entry, name), _is_alias(known, other, other_name)
    return any(aliases) and not (all(aliases) and is_acronym(name))


def _is_alias(known: Known, entry: Other, name: str) -> bool:
    return name != entry.title and name in known.aliases(entry.id)


def _finding(known: Known, other: Entry, one: Other, first: str, second: str) -> Diagnostic:
    if first == second and is_acronym(first) and first not in (one.title, other.title):
        said = f"{other.name} and {one.name} both go by “{first}”"
        help = "keep one record if they are one; if they are two"
    else:
        same = "has the same name as" if first == second else "has nearly the same name as"
        spelt = "" if first == second == one.title == other.title else f" (“{first}”)"
        spelt = spelt if first == second else f" (“{second}” and “{first}”)"
        said = f"{other.name} {same} {one.name}{spelt}; it is probably the same "
        said += one.model.label.lower()
        help = "keep one record and give it the other name as an alias; if they are two"
    return rule.on_record(
        other,
        said,
        help=f"{help}, say what tells them apart: “:distinct_from: {one.id} — why”",
        related=(known.where(one.id, f"{one.name} stands here"),),
    )
