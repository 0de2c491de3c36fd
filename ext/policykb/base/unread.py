"""Ids written in text that could not be parsed. Links to them are not reported."""

import re
import unicodedata
from collections import Counter

from policykb.base.entry import Entry
from policykb.base.ground import read
from policykb.base.index import Base
from policykb.base.nearest import nearest_entry
from policykb.markdown.limits import PAGE
from policykb.markdown.page import Page

_WRITTEN = re.compile(
    r"^[ \t>*\-]*+[:\uff1a]?[ \t]*+id[ \t]*+[:\uff1a][ \t]*+[\"']?([A-Z]+_[A-Z0-9_]+)", re.M
)

_ID = re.compile(r"(?<![A-Za-z0-9_])[A-Z]+_[A-Z0-9_]+")


def named_unread(base: Base) -> set[str]:
    """Ids in text whose meaning is not known: in pages with faults of form, and in blocks of no
    type."""
    found: set[str] = set()
    for page in base.pages:
        if page.faults or page.blocks:
            found |= unread_ids(page)
        if page.faults and not page.text:
            found |= ids_in(_bytes(base, page.path))
    return found


def unread_ids(page: Page) -> set[str]:
    """Those of one page that can be read as text."""
    from policykb.markdown.allowed import DIRECTIVES

    if page.faults:
        return ids_in(unicodedata.normalize("NFKC", page.text))
    found: set[str] = set()
    for block in page.blocks:
        if block.name not in DIRECTIVES:
            found |= ids_in(page.text[block.start : block.end])
    return found


def ids_in(text: str) -> set[str]:
    """The ids in a text, but for those that a record gives itself."""
    return set(_ID.findall(_WRITTEN.sub("", text)))


def lost_ids(base: Base) -> set[str]:
    """Ids that stand in pages with faults of form or in files that are not read, or that are no ids
    as written; and ids no record has, where there is for each a record of its type without an id,
    or with another's."""
    found: set[str] = set()
    for page in base.pages:
        if page.faults:
            text = page.text or _bytes(base, page.path)
            found.update(_WRITTEN.findall(unicodedata.normalize("NFKC", text)))
        for block in page.blocks:
            if "id" in block.values:
                found.add(block.values["id"].strip())
    for path in base.ground.misnamed:
        found.update(_WRITTEN.findall(_bytes(base, path)))
    nameless: Counter[str] = Counter()
    for entry in base.entries:
        if "id" in entry.bad:
            found.add(entry.bad["id"].suggestion or "")
        elif not entry.id:
            found.update(text.strip() for text in entry.raw.values.values())
            nameless[entry.model.prefix] += 1
        elif not entry.id.startswith(entry.model.prefix):
            found.add(entry.model.prefix + entry.id.partition("_")[2])
            nameless[entry.model.prefix] += 1
    for _, copy in base.duplicates:
        nameless[copy.model.prefix] += 1
    if nameless:
        dangling = _dangling(base)
        for prefix, count in nameless.items():
            wanted = {target for target in dangling if target.startswith(prefix)} - found
            wanted = {target for target in wanted if nearest_entry(base, target) is None}
            if len(wanted) <= count:
                found |= wanted
    return found


def _bytes(base: Base, path: str) -> str:
    """The readable part of an unread page: its ASCII, whatever the encoding."""
    try:
        data = read(base.root, path)[:PAGE]
    except OSError:
        return ""
    return data.replace(b"\0", b"").decode("ascii", "replace")


def _dangling(base: Base) -> set[str]:
    """Every id that a link or a reference in prose names and no record has."""
    named = {target for entry in base.entries for ids in entry.links.values() for target in ids}
    for page in base.pages:
        named.update(target for target, _ in page.needs)
    return named - base.by_id.keys()


def unsure(entry: Entry) -> bool:
    """Whether a record has a fault of form, so that some of it may not be read."""
    raw = entry.raw
    return raw.void or any(fault.record is raw for fault in raw.page.faults)
