"""One record of two that mean the same."""

import posixpath
from collections.abc import Iterable

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.advice import without_advice
from policykb.edit.reshape.delete import remove, unlink
from policykb.edit.reshape.options import items_of, set_notes, set_option, without
from policykb.edit.reshape.plan import Plan, Refused
from policykb.edit.reshape.uses import entry_of, named, own_page, to_page
from policykb.markdown.page import RawEvidence
from policykb.text.counted import counted
from policykb.values.identifier import ID
from policykb.values.names import NAMES
from policykb.values.notes import DISTINCT

_APART = frozenset(
    "id title aliases name_ja former_ids distinct_from gap inferred reviewed coined tags".split()
)
"""Fields that are not taken over as they are."""


def merge(base: Context, keep: str, gone: str) -> Plan:
    """The plan to make one record of two of a type. The one kept gets the other's names, its fields
    where it has none, its evidence and its words. Where they differ, its value stays, and
    the other is told. Links to the other lead to it. Raises `Refused`."""
    kept, other = entry_of(base, keep), entry_of(base, gone)
    if kept is other:
        raise Refused(f"{keep} cannot be merged with itself")
    if kept.type != other.type:
        labels = kept.model.label.lower(), other.model.label.lower()
        raise Refused(f"{keep} is of the type {labels[0]}, {gone} of the type {labels[1]}")
    plan = Plan(base)
    differ = _fields(plan, kept, other)
    _names(plan, kept, other)
    _take(plan, kept, other, differ)
    _links(plan, kept, other)
    _remove(plan, kept, other)
    return plan


def _fields(plan: Plan, kept: Entry, other: Entry) -> set[str]:
    """Take over the fields that only the other has; the fields on which they differ."""
    differ = set()
    for name, spec, text in other.filled():
        if name in _APART:
            continue
        if kept.id in other.links.get(name, ()):
            text = ", ".join(one for one in other.links[name] if one != kept.id)
        if not text:
            differ.add(name)
            plan.said.append(f"{name}: {kept.id} would name itself; it goes")
        elif not kept.text(name):
            set_option(plan, kept, name, text)
            plan.said.append(f"{name}: {text} is taken over")
        elif spec.many and spec.is_link:
            ids = dict.fromkeys((*kept.links.get(name, ()), *other.links.get(name, ())))
            set_option(
                plan, kept, name, ", ".join(one for one in ids if one not in (kept.id, other.id))
            )
        elif kept.text(name) != text:
            differ.add(name)
            plan.said.append(f"{name}: {kept.text(name)} stays; {other.id} had {text}")
    return differ


def _names(plan: Plan, kept: Entry, other: Entry) -> None:
    own, more = (one.value("aliases", NAMES) or () for one in (kept, other))
    names = [*own, other.title, *more]
    if other.text("name_ja") and not kept.text("name_ja"):
        set_option(plan, kept, "name_ja", other.text("name_ja"))
    elif other.text("name_ja") != kept.text("name_ja"):
        names.append(other.text("name_ja"))
    taken = (kept.title, kept.text("name_ja"))
    aliases = [one for one in dict.fromkeys(names) if one and one not in taken]
    if aliases:
        set_option(plan, kept, "aliases", "; ".join(aliases))
        plan.said.append(f"{kept.id} is also called {'; '.join(aliases)}")
    former = dict.fromkeys(
        (*kept.values("former_ids", ID), other.id, *other.values("former_ids", ID))
    )
    set_option(plan, kept, "former_ids", ", ".join(former))
    _notes(plan, kept, other)


def _notes(plan: Plan, kept: Entry, other: Entry) -> None:
    """Gaps that neither fills, conclusions of both, and no word on one being the other."""
    filled = {name for one in (kept, other) for name, _, _ in one.filled()}
    gaps = {name: why for name, why in {**other.gaps, **kept.gaps}.items() if name not in filled}
    set_notes(plan, kept, "gap", gaps)
    taken = {name: why for name, why in other.inferred.items() if not kept.text(name)}
    set_notes(plan, kept, "inferred", {**kept.inferred, **taken})
    apart = {one.field: one.why for one in kept.value("distinct_from", DISTINCT) or ()}
    apart.pop(other.id, None)
    set_notes(plan, kept, "distinct_from", apart)


def _take(plan: Plan, kept: Entry, other: Entry, differ: set[str]) -> None:
    """Put the other's words and quotations behind those of the record kept."""
    page, block = kept.page, kept.raw.block
    words = "".join(other.page.text[start:end] for start, end in other.raw.prose)
    words = without_advice(plan.base, words).strip()
    blocks = [_block(kept, other, one, differ) for one in _unknown(kept, other)]
    text = "\n\n".join(part for part in (words, *blocks) if part)
    if text:
        gap = "\n" if page.text[: block.stop].endswith("\n") else "\n\n"
        plan.put(page, block.stop, block.stop, f"{gap}{text}\n")
    are = "is" if len(blocks) == 1 else "are"
    plan.said.append(f"{counted(len(blocks), 'quotation')} of {other.id} {are} kept")


def _unknown(kept: Entry, other: Entry) -> Iterable[RawEvidence]:
    """The quotations of the other that the record kept has not, or not for the same fields."""
    known = {(one.source.strip(), " ".join(one.quote.split())) for one in kept.raw.evidence}
    own = {field for raw in kept.raw.evidence for field in items_of(raw, "supports")}
    for one in other.raw.evidence:
        same = (one.source.strip(), " ".join(one.quote.split())) in known
        if not same or not own.issuperset(items_of(one, "supports")):
            yield one


def _block(kept: Entry, other: Entry, raw: RawEvidence, differ: set[str]) -> str:
    """A quotation of the other that says nothing of the fields on which they differ; with nothing
    else to say, it stands for the text."""
    text = without(other.page, raw, differ)
    if not text:
        lines = other.page.text[raw.block.start : raw.block.end].rstrip("\n").split("\n")
        left = [
            one for one in lines[1:] if not one.startswith((":supports:", ":disputes:", ":shows:"))
        ]
        text = "\n".join([lines[0], ":supports: text", *left])
    said_by, shown = f":said_by: {other.id}", f" {other.id} = "
    return text.replace(said_by, f":said_by: {kept.id}").replace(shown, f" {kept.id} = ")


def _links(plan: Plan, kept: Entry, other: Entry) -> None:
    """Lead to the record kept what named the other; no list names one twice, no record itself."""
    base = plan.base
    for one, field in base.incoming.get(other.id, ()):
        ids = one.links[field]
        if one is kept:
            unlink(plan, kept, other.id, "")
        elif kept.id in ids:
            left = dict.fromkeys(kept.id if ident == other.id else ident for ident in ids)
            set_option(plan, one, field, ", ".join(left))
    for page, at in named(base, other.id):
        plan.put(page, at, at + len(other.id), kept.id)


def _remove(plan: Plan, kept: Entry, other: Entry) -> None:
    base = plan.base
    if own_page(base, other):
        for link in to_page(base, other.page):
            folder = posixpath.dirname(link.page.path)
            target = posixpath.relpath(kept.page.path, folder or ".")
            if not link.path.endswith(".md"):
                target = target.removesuffix(".md")
            plan.put(link.page, link.start, link.start + len(link.path), target)
        plan.gone.add(other.page.path)
        plan.said.append(f"{other.page.path} goes")
    else:
        remove(plan, other)
