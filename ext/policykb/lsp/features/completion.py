"""What can be written where the cursor is."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lsprotocol import types as lsp

from policykb.base.entry import Entry, names_of
from policykb.check.context import Context
from policykb.check.reading import with_text
from policykb.edit.find.clauses import sentences
from policykb.edit.find.passages import documents, find_passages
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source
from policykb.lsp.desk import Desk
from policykb.lsp.features.looking import grades
from policykb.lsp.server import Server
from policykb.lsp.spot import Cursor, Spot
from policykb.markdown.new_page import describe
from policykb.model import SOURCE, TYPES
from policykb.values.notes import DISTINCT, NOTES

_KINDS = {
    "type": lsp.CompletionItemKind.Class,
    "field": lsp.CompletionItemKind.Field,
    "record": lsp.CompletionItemKind.Reference,
    "value": lsp.CompletionItemKind.EnumMember,
    "quotation": lsp.CompletionItemKind.Text,
}
_SIGNS = [":", "{", "`", " ", ",", "_"]


MOST = 60
"""Proposals of one answer; as more is typed, the next answer has others."""
_FIELD_LISTS = ("supports", "disputes")
_EVIDENCE = {
    "supports": "the fields of the record that the quotation shows, separated by ,",
    "disputes": "the fields that it contradicts",
    "shows": "field = “words” · which words stand for a value",
    "subject": "words of the quotation that stand for the record",
    "said_by": "the id of whoever says so",
}


class Proposal(NamedTuple):
    """``text`` takes the place of what is typed, with which an editor compares ``sought``."""

    text: str
    label: str
    detail: str
    sought: str
    kind: str


def add(server: Server) -> None:
    """Propose what can be written; a quotation is graded once it is looked at."""
    options = lsp.CompletionOptions(trigger_characters=_SIGNS, resolve_provider=True)

    @server.answer(lsp.TEXT_DOCUMENT_COMPLETION, options)
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList:
        cursor = server.at(params)
        if cursor is None:
            return lsp.CompletionList(False, [])
        is_quote = cursor.spot.kind == "quote"
        typed, start = cursor.quote() if is_quote else ("", _start(cursor))
        found = proposals(cursor.desk.base, cursor.spot, typed)
        where = lsp.Range(start, cursor.position)
        items = [_item(one, where, cursor, rank) for rank, one in enumerate(found)]
        return lsp.CompletionList(True, items)

    @server.answer(lsp.COMPLETION_ITEM_RESOLVE)
    def resolve(item: lsp.CompletionItem) -> lsp.CompletionItem:
        data: Any = item.data
        if server.desk and isinstance(data, dict) and item.text_edit:
            item.documentation = _graded(server.desk, data, item.text_edit.new_text)
        return item


def _start(cursor: Cursor) -> lsp.Position:
    units = cursor.desk.codec.client_num_units(cursor.line[: cursor.spot.start])
    return lsp.Position(cursor.position.line, units)


def _item(one: Proposal, where: lsp.Range, cursor: Cursor, rank: int) -> lsp.CompletionItem:
    data = None
    if one.kind == "quotation":
        data = {"path": cursor.path, "from": where.start.line, "to": where.end.line}
    return lsp.CompletionItem(
        one.label if len(one.label) <= 80 else one.label[:79] + "…",
        kind=_KINDS[one.kind],
        detail=one.detail,
        # Only where it is needed: Neovim's own completion passes by items that have it.
        filter_text=None if one.text.startswith(one.sought) else one.sought,
        sort_text=f"{rank:04}",
        text_edit=lsp.TextEdit(where, one.text),
        data=data,
    )


def _graded(desk: Desk, data: dict[str, Any], quote: str) -> str:
    """What the record's facts would be graded with a proposed quotation."""
    page = desk.base.page_at.get(data["path"])
    if page is None:
        return ""
    start, end = page.line_start(data["from"]), page.line_end(page.line_start(data["to"]))
    text = page.text[:start] + quote + page.text[end:]
    for entry in desk.base.entries_at.get(data["path"], ()):
        for one in desk.base.evidence.of(entry):
            if one.raw.block.start <= start <= one.raw.block.end:
                changed = with_text(desk.base, page.path, text)
                known = entry.id in changed.by_id
                return "\n".join(grades(changed, entry.id, one.supports)) if known else ""
    return ""


def proposals(base: Context, spot: Spot, typed_quote: str = "") -> list[Proposal]:
    """The proposals for a place, best first."""
    found: Iterable[Proposal] = ()
    if spot.kind == "directive":
        found = _directives()
    elif spot.kind == "role":
        found = _records(base, spot.word, ())
    elif spot.kind == "argument" and spot.field == "evidence":
        found = _records(base, spot.word, (SOURCE,))
    elif spot.kind == "option":
        found = _options(spot)
    elif spot.kind == "value":
        found = _values(base, spot)
    elif spot.kind == "quote" and spot.block:
        found = _quotations(base, spot.block.argument, typed_quote)
    return list(found)[:MOST]


def _directives() -> Iterator[Proposal]:
    for name, model in TYPES.items():
        text = f"{name}}} "
        yield Proposal(text, name, model.description, name, "type")
    yield Proposal("evidence} ", "evidence", "a quotation from a source", "evidence", "type")


def _options(spot: Spot) -> Iterator[Proposal]:
    if spot.block and spot.block.name == "evidence":
        for name, detail in _EVIDENCE.items():
            yield Proposal(f"{name}: ", name, detail, name, "field")
    elif spot.record:
        for name, spec in TYPES[spot.record.name].specs.items():
            if name != "title":
                rank = "required" if spec.required else ""
                detail = " · ".join(filter(None, (rank, describe(spec))))
                yield Proposal(f"{name}: ", name, detail, name, "field")


def _values(base: Context, spot: Spot) -> Iterator[Proposal]:
    if spot.block is None or spot.record is None:
        return
    specs = TYPES[spot.record.name].specs
    if spot.block.name == "evidence":
        if spot.field in _FIELD_LISTS:
            for name in specs:
                yield Proposal(name, name, describe(specs[name]), name, "field")
            yield Proposal("text", "text", "what the record's own words say", "text", "field")
        elif spot.field == "said_by":
            yield from _records(base, spot.word, ())
        return
    spec = specs.get(spot.field)
    if spec is None:
        return
    if spec.is_link or spec.value is DISTINCT:
        targets = () if "any" in spec.targets else spec.targets
        yield from _records(base, spot.word, targets or (spot.record.name,) * (not spec.is_link))
    elif spec.value is NOTES:
        for name in specs:
            yield Proposal(f"{name} — ", name, describe(specs[name]), name, "field")
    else:
        for word in spec.value.choices:
            yield Proposal(word, word, "", word, "value")


def _records(base: Context, word: str, types: tuple[str, ...]) -> list[Proposal]:
    """The records whose id or a name has what is typed: at its beginning, within, or its letters in
    order."""
    wanted = word.strip().casefold()
    ranked = sorted(
        (rank, entry.id)
        for entry in base.by_id.values()
        if (not types or entry.type in types) and (rank := _rank(entry, wanted)) is not None
    )
    found = [base.by_id[ident] for _, ident in ranked[:MOST]]
    return [
        Proposal(
            one.id, one.id, f"{one.title} ({one.model.label.lower()})", word or one.id, "record"
        )
        for one in found
    ]


def _rank(entry: Entry, wanted: str) -> int | None:
    best: int | None = None
    for name in (entry.id, entry.id.removeprefix(entry.model.prefix), *names_of(entry)):
        folded = name.casefold()
        if folded.startswith(wanted):
            return 0
        if wanted in folded:
            best = 1
        elif best is None and _in_order(wanted, folded):
            best = 2
    return best


def _in_order(wanted: str, name: str) -> bool:
    """Whether the letters of one word stand in another, in order."""
    letters = iter(name)
    return all(letter in letters for letter in wanted)


def _quotations(base: Context, source: str, typed: str) -> Iterator[Proposal]:
    """Runs of a source: first those that begin with what is typed, then passages of its words."""
    if not typed.strip():
        return
    seen = set()
    for entry, document in documents(base, [source]):
        for paragraph, quote in _from_words(document, typed, entry.text("language") or "en"):
            seen.add(quote)
            yield Proposal(quote, quote, f"{entry.id}, paragraph {paragraph}", typed, "quotation")
    for one in find_passages(base, typed, [source], 8) if source in base.by_id else ():
        if one.quote not in seen:
            detail = f"{one.source.id}, paragraph {one.paragraph}"
            yield Proposal(one.quote, one.quote, detail, typed, "quotation")


def _from_words(document: Source, typed: str, language: str) -> Iterator[tuple[int, str]]:
    """The run from the typed words to the end of their sentence, by paragraph."""
    wanted = " ".join(typed.split())
    for number, (low, high) in enumerate(document.paragraphs, 1):
        plain = " ".join(document.text[low:high].split())
        at = plain.find(wanted)
        if at < 0:
            continue
        ends = (
            end for _, end in sentences(plain, 0, len(plain), language) if end >= at + len(wanted)
        )
        quote = plain[at : next(ends, len(plain))].strip()
        if isinstance(find(document, quote), Match):
            yield number, quote
