"""Take a record away, with what rests on it turned into gaps or into words."""

from collections.abc import Collection

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.edit.reshape.options import drop_option, items_of, set_notes, set_option, without
from policykb.edit.reshape.plan import Plan, Refused
from policykb.edit.reshape.uses import Use, entry_of, mentions, own_page, to_page, uses
from policykb.markdown.page import Page


class Rests(Refused):
    """Something rests on the record; ``uses`` tell what."""

    def __init__(self, entry: Entry, found: list[Use]) -> None:
        more = "change it first, or give --gap “why it is not known any more”"
        more = "quote another source first" if entry.is_source else more
        rests = "place rests" if len(found) == 1 else "places rest"
        super().__init__(f"{len(found)} {rests} on {entry.id} (“{entry.title}”): {more}")
        self.uses = found


def delete(base: Context, ident: str, gap: str = "") -> Plan:
    """The plan to take a record away. Raises `Rests` while something rests on it, but with the
    reason for gaps: links then become gaps with it, mentions become words. What is quoted from a
    source has no such way."""
    entry = entry_of(base, ident)
    found = uses(base, entry)
    if found and (not gap or base.evidence.quoting(ident)):
        raise Rests(entry, found)
    plan = Plan(base, lost={entry.page.path})
    linking = {id(one): one for one, _ in base.incoming.get(ident, ())} | {id(entry): entry}
    for other in [one for one in linking.values() if one is not entry]:
        unlink(plan, other, ident, gap)
    for other in [one for one in base.entries if id(one) not in linking]:
        _unsupport(plan, other, (), ident)
    for page, item in mentions(base, ident):
        shown = item.text.rpartition("<")[0].strip() or entry.title
        plan.put(page, *_role(page, item.at), shown)
        plan.said.append(f"{page.path}:{page.line(item.at)}: the link becomes the words “{shown}”")
    remove(plan, entry)
    return plan


def _role(page: Page, at: int) -> tuple[int, int]:
    """Start and end of the ``{need}`` role around a place."""
    start = page.text.rindex("{need}", 0, at + 1)
    first = page.text.index("`", start)
    return start, page.text.index("`", first + 1) + 1


def unlink(plan: Plan, other: Entry, ident: str, gap: str) -> None:
    """Take a record out of the links of another. A field that is left with too few goes; it
    becomes a gap where it is required and a reason is given."""
    gaps: dict[str, str] = {}
    emptied = set()
    for field, ids in other.links.items():
        spec, left = other.specs[field], [one for one in ids if one != ident]
        if ident not in ids:
            continue
        if left and len(left) >= spec.minimum:
            set_option(plan, other, field, ", ".join(left))
            plan.said.append(f"{other.id}: {field} is left with {', '.join(left)}")
            continue
        drop_option(plan, other.raw, other.page, field)
        emptied.add(field)
        if spec.required and spec.gap and gap:
            gaps[field] = gap
        said = f"{other.id}: {field} {'becomes a gap' if field in gaps else 'goes'}"
        plan.said.append(f"{said}{_too_few(left, field, spec.minimum)}")
    _unsupport(plan, other, emptied, ident)
    if gaps:
        set_notes(plan, other, "gap", {**other.gaps, **gaps})
    kept = {field: why for field, why in other.inferred.items() if field not in emptied}
    if kept != other.inferred:
        set_notes(plan, other, "inferred", kept)


def _too_few(left: list[str], field: str, least: int) -> str:
    """What goes too, since a field holds no fewer."""
    if not left:
        return ""
    go = "goes" if len(left) == 1 else "go"
    return f"; {', '.join(left)} {go} from it too, since {field} needs {least} or more"


def _unsupport(plan: Plan, other: Entry, fields: Collection[str], gone: str) -> None:
    """Take fields that are gone, and a record that is, out of what quotations say; a quotation with
    nothing left goes."""
    page = other.page
    for raw in other.raw.evidence:
        said = {*items_of(raw, "supports"), *items_of(raw, "disputes")}
        names = f"{raw.values.get('shows', '')} {raw.values.get('said_by', '')}".split()
        if not said.isdisjoint(fields) or gone in names:
            text, end = without(page, raw, fields, gone), raw.block.end
            end += not text and page.text[end : end + 1] == "\n"
            plan.put(page, raw.block.start, end, f"{text}\n" if text else "")


def remove(plan: Plan, entry: Entry) -> None:
    """Take the record's block away, or its page where it has nothing else."""
    page = entry.page
    if not own_page(plan.base, entry):
        end = entry.raw.block.end
        plan.put(page, entry.raw.block.start, end + (page.text[end : end + 1] == "\n"), "")
        plan.said.append(f"{page.path}: the record {entry.id} goes")
        return
    plan.gone.add(page.path)
    plan.said.append(f"{page.path} goes")
    for link in to_page(plan.base, page):
        line = link.page.text.rfind("\n", 0, link.start) + 1, link.page.line_end(link.start) + 1
        if link.kind == "entry":
            plan.put(link.page, *line, "")
        elif link.kind == "link" and link.page.text[: link.start].endswith("("):
            close = link.page.text.index(")", link.start) + 1
            opened = link.page.text.rindex("[", 0, link.start)
            words = link.page.text[opened + 1 : link.start - 2]
            plan.put(link.page, opened, close, words)
        else:
            at = f"{link.page.path}:{link.page.line(link.start)}"
            raise Refused(f"{at} links to {page.path}; change that first")
