"""Options of a record as text: set, taken away, put before the others."""

from collections.abc import Collection, Mapping

from policykb.base.entry import Entry
from policykb.edit.reshape.plan import Plan
from policykb.markdown.new_page import option
from policykb.markdown.page import Page, RawEvidence, RawRecord
from policykb.values.base import BadValue
from policykb.values.shows import SHOWS


def set_option(plan: Plan, entry: Entry, name: str, text: str) -> None:
    """Give a field of a record another text, or a text where it has none."""
    given, page = entry.raw.options.get(name), entry.page
    if given is not None:
        plan.put(page, given.at, given.end, option(text))
        return
    end = page.line_end(entry.raw.options["id"].end)
    plan.put(page, end, end, f"\n:{name}: {option(text)}")


def drop_option(plan: Plan, raw: RawRecord | RawEvidence, page: Page, name: str) -> None:
    """Take the line of an option away."""
    given = raw.options[name]
    start = page.text.rfind("\n", 0, given.name_at) + 1
    plan.put(page, start, min(page.line_end(given.end) + 1, len(page.text)), "")


def set_notes(plan: Plan, entry: Entry, name: str, notes: Mapping[str, str]) -> None:
    """Give a record other notes on its fields, or none."""
    if notes:
        set_option(plan, entry, name, "; ".join(f"{field} — {why}" for field, why in notes.items()))
    elif name in entry.raw.options:
        drop_option(plan, entry.raw, entry.page, name)


def items_of(raw: RawEvidence, name: str) -> list[str]:
    """The fields that a quotation supports or disputes."""
    return [one.strip() for one in raw.values.get(name, "").split(",") if one.strip()]


def without(page: Page, raw: RawEvidence, fields: Collection[str], gone: str = "") -> str:
    """The block of a quotation that says nothing of some fields, nor names the record with the id
    ``gone`` in its options; empty where nothing is left to say."""
    lists = {
        name: [one for one in items_of(raw, name) if one not in fields]
        for name in ("supports", "disputes")
    }
    if not any(lists.values()):
        return ""
    lines = page.text[raw.block.start : raw.block.end].rstrip("\n").split("\n")
    shows = _shows(raw, fields, gone)
    given = {name: ", ".join(items) for name, items in lists.items()} | {"shows": shows}
    dropped = (*(f":{name}:" for name in given), *([f":said_by: {gone}"] if gone else ()))
    added = [f":{name}: {text}" for name, text in given.items() if text]
    return "\n".join([lines[0], *added, *(one for one in lines[1:] if not one.startswith(dropped))])


def _shows(raw: RawEvidence, fields: Collection[str], gone: str) -> str:
    """The mappings of all else; the text as it is where it does not read."""
    text = raw.values.get("shows", "").strip()
    try:
        found = SHOWS.parse(text) if text else ()
        left = [
            one for one in found if one.field not in fields and not (gone and one.value == gone)
        ]
        return SHOWS.print(tuple(left)) if len(left) < len(found) else text
    except BadValue:
        return text
