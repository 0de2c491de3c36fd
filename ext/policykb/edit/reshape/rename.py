"""Another id for a record, wherever the old one stands."""

import posixpath

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.reshape.options import set_option
from policykb.edit.reshape.plan import Plan, Refused
from policykb.edit.reshape.uses import entry_of, named, own_page, to_page
from policykb.markdown.page import Page
from policykb.text.counted import counted
from policykb.values.base import BadValue
from policykb.values.identifier import ID


def rename(base: Context, old: str, new: str, *, moves: bool = True) -> Plan:
    """The plan to give a record another id: links, prose and evidence follow, the old id becomes a
    former one. With ``moves``, a page that is named for the record gets its new name. Raises
    `Refused`."""
    entry = entry_of(base, old)
    if why := refusal(base, entry, new):
        raise Refused(why)
    plan = Plan(base, back=f"policykb rename {new} {old}")
    places = [(page, at) for page, at in named(base, old) if not _is_former(page, at)]
    for page, at in places:
        plan.put(page, at, at + len(old), new)
    former = [one for one in entry.values("former_ids", ID) if one != new]
    set_option(plan, entry, "former_ids", ", ".join([*former, old]))
    pages = len({page.path for page, _ in places})
    plan.said.append(
        f"{old} becomes {new} in {counted(len(places), 'place')} on {counted(pages, 'page')}"
    )
    if moves:
        _move(plan, entry, new)
    return plan


def refusal(base: Context, entry: Entry, new: str) -> str:
    """Why a record cannot have an id; empty where it can."""
    if new in base.by_id:
        return f"{new} is the id of “{base.by_id[new].title}”; policykb merge makes one of two"
    if not new.startswith(entry.model.prefix):
        return f"ids of this type begin with {entry.model.prefix}, not as {new}"
    holder = next((one for one in base.by_id.values() if new in one.values("former_ids", ID)), None)
    if holder is not None and holder is not entry:
        return f"{new} is a former id of {holder.id} (“{holder.title}”), and leads there"
    try:
        ID.parse(new)
    except BadValue as bad:
        return f"{new} is no id: {bad.reason}"
    return ""


def _is_former(page: Page, at: int) -> bool:
    """Whether a place is in a list of former ids."""
    return page.text.startswith(":former_ids:", page.text.rfind("\n", 0, at) + 1)


def _move(plan: Plan, entry: Entry, new: str) -> None:
    """Rename the page where its name follows the id, and lead its links there."""
    folder, name = posixpath.split(entry.page.path)
    if name != entry.model.file_name(entry.id) or not own_page(plan.base, entry):
        return
    target = posixpath.join(folder, entry.model.file_name(new))
    if plan.base.ground.holds(target):
        plan.said.append(f"{entry.page.path} stays: there is a {target} already")
        return
    plan.moved[entry.page.path] = target
    plan.said.append(f"{entry.page.path} becomes {target}")
    stem = name.removesuffix(".md")
    for link in to_page(plan.base, entry.page):
        at = link.start + link.path.rindex(stem)
        plan.put(link.page, at, at + len(stem), posixpath.basename(target).removesuffix(".md"))
