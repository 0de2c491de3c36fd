"""What changed in a record, in words for readers: labels and titles rather than fields and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policykb.compare import words as said
from policykb.compare.changes import FieldChange, RecordChange
from policykb.model import TYPES
from policykb.model.spec import Spec
from policykb.publish.facts import value_words, words
from policykb.publish.facts.site import Site
from policykb.text import sentences

LONG = 160
"""Characters of a value that are shown."""

MOST_SENTENCES = 2
"""Sentences of a text that are shown, of those that went and of those that came."""

_REFERENCE = re.compile(r"\{need\}`(?:(?P<words>[^`<]*?)\s*<(?P<target>\w+)>|(?P<id>\w+))`")

_NOTES = ("gap", "inferred")


def says(site: Site, change: RecordChange) -> list[str]:
    """What happened to a record that was there before and still is."""
    return list(_parts(site, change))


def _parts(site: Site, change: RecordChange) -> Iterator[str]:
    if change.former_id:
        yield site.t("change.id", id=change.former_id)
    if change.former_path:
        yield site.t("change.moved")
    specs = TYPES[change.type].specs if change.type in TYPES else {}
    for one in change.fields:
        yield from _field(site, change.type, one, specs)
    if change.text is not None:
        yield _text(site, *change.text)
    for what in ("quotations_added", "quotations_removed", "reassigned"):
        if number := len(getattr(change, what)):
            yield site.t.plural(f"change.{what}", number)


def _text(site: Site, before: str, after: str) -> str:
    """The sentences that went and that came; of many, only that the text is another."""
    old, new = _sentences(before), _sentences(after)
    gone = [one for one in old if one not in new]
    fresh = [one for one in new if one not in old]
    if max(len(gone), len(fresh)) > MOST_SENTENCES or not (gone or fresh):
        return site.t(f"change.text_{said.verb(before, after)}")
    return _turned(site, site.t("change.text"), *(_quoted(site, some) for some in (gone, fresh)))


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


def _quoted(site: Site, some: list[str]) -> str:
    """Sentences as readers see them: a reference to a record is its title."""

    def words_of(found: re.Match[str]) -> str:
        target = site.entry(found["target"] or found["id"])
        return found["words"] or (site.name(target) if target is not None else found["id"])

    text = _REFERENCE.sub(words_of, " ".join(some))
    return site.t("quotation.quoted", words=words.shorten(text, LONG)) if text else ""


def _field(site: Site, kind: str, change: FieldChange, specs: Mapping[str, Spec]) -> Iterator[str]:
    name, spec = change.field, specs.get(change.field)
    label, colon = site.field(kind, name, spec), site.t("list.colon")
    if name == "sha256":
        yield site.t("change.document")
    elif name in _NOTES:
        fresh, gone = said.noted(change)
        now = {item.split()[0] for item in change.before}
        for what, names in (("now", (one for one in fresh if one not in now)), ("gone", gone)):
            for one in names:
                noted = site.field(kind, one, specs.get(one))
                yield f"{noted}{colon}{site.t(f'change.{name}_{what}')}"
    elif change.many:
        for verb, items in (("added", change.added), ("removed", change.removed)):
            if items:
                shown = site.t("list.comma").join(_value(site, kind, spec, one) for one in items)
                yield f"{label}{colon}{site.t(f'change.items_{verb}', items=shown)}"
    else:
        before, after = (
            _value(site, kind, spec, items[0]) if items else ""
            for items in (change.before, change.after)
        )
        short = (words.shorten(text, LONG) for text in (before, after))
        yield _turned(site, label, *short)


def _turned(site: Site, label: str, before: str, after: str) -> str:
    colon = site.t("list.colon")
    if before and after:
        return f"{label}{colon}{before} → {after}"
    key = "change.value_added" if after else "change.value_removed"
    return f"{label}{colon}{site.t(key, value=after or before)}"


def _value(site: Site, kind: str, spec: Spec | None, text: str) -> str:
    """A value as readers see it; as written where it is none any more."""
    if spec is None:
        return text
    if spec.is_link:
        target = site.entry(text)
        return site.name(target) if target is not None else text
    return value_words.written(site.t, kind, spec, text)
