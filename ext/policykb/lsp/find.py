"""Where a record is, where it is named, and what it would take to give it another id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.check.diagnostics import Edit
from policykb.edit.find.records import find_records
from policykb.markdown.page import Page
from policykb.model import TYPES
from policykb.values.base import BadValue
from policykb.values.identifier import ID


def named(base: Context, ident: str) -> Iterator[tuple[Page, int]]:
    """Every place in a page where an id stands whole, as an offset."""
    whole = re.compile(rf"(?<![A-Z0-9_]){re.escape(ident)}(?![A-Z0-9_])")
    for page in base.pages:
        if ident in page.text:
            yield from ((page, found.start()) for found in whole.finditer(page.text))


def edits(base: Context, old: str, new: str) -> list[Edit]:
    """The edits that give a record another id wherever it stands; the record keeps the old one
    among its former ids."""
    found = []
    entry = base.by_id[old]
    for page, at in named(base, old):
        if not _is_former(page, at):
            line, col = page.position(at)
            found.append(Edit(page.path, line, col, line, col + len(old), new))
    option, page = entry.raw.options["id"], entry.page
    former = entry.raw.options.get("former_ids")
    end = former.end if former else page.line_end(option.end)
    line, col = page.position(end)
    text = f"; {old}" if former and entry.text("former_ids") else f"\n:former_ids: {old}"
    found.append(Edit(page.path, line, col, line, col, text))
    return found


def _is_former(page: Page, at: int) -> bool:
    """Whether a place is in a list of former ids."""
    start = page.text.rfind("\n", 0, at) + 1
    return page.text.startswith(":former_ids:", start)


def refusal(base: Context, old: str, new: str) -> str:
    """Why a record cannot have an id; empty where it can."""
    prefix = base.by_id[old].model.prefix
    if new in base.by_id:
        return f"{new} is the id of “{base.by_id[new].title}”"
    if not new.startswith(prefix):
        return f"ids of this type begin with {prefix}"
    try:
        ID.parse(new)
    except BadValue as bad:
        return f"{new} is no id: {bad.reason}"
    return ""


def of_name(base: Context, words: str) -> list[Entry]:
    """The records that some words may mean; all of them where there are none."""
    if not words.strip():
        return list(base.by_id.values())[:200]
    return [entry for entry, _ in find_records(base, words, limit=50)]


def type_of(ident: str) -> str | None:
    """The type whose prefix an id has."""
    return next((name for name, one in TYPES.items() if ident.startswith(one.prefix)), None)
