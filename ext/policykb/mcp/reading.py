"""What can be asked of a base: each function answers one question and writes nothing."""

from collections.abc import Iterator
from typing import Any

from policykb.base.entry import Entry
from policykb.base.ground import is_page
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.rules.catalog import all_rules
from policykb.check.rules.pages import first_words, page_of
from policykb.edit.find.passages import documents, find_passages
from policykb.edit.find.records import find_records
from policykb.edit.reshape.uses import uses
from policykb.evidence.document.find import Failure, find
from policykb.evidence.document.source import Source
from policykb.evidence.review import listing
from policykb.export import records as exported
from policykb.markdown.new_page import describe, evidence
from policykb.mcp.answers import Answer, Refused, answer
from policykb.model import TYPES
from policykb.text.characters import encodable
from policykb.text.counted import counted

_MOST = 200
"""Records or passages that one question finds at most."""


def records(base: Context, query: str, kind: str | None, cursor: str | None) -> Answer:
    """The records that a name may mean, best first."""
    types = (_type(kind),) if kind else ()
    items = [
        {"id": entry.id, "type": entry.type, "title": entry.title, "matched": said}
        | {"path": encodable(entry.page.path), "line": entry.raw.line}
        for entry, said in find_records(base, query, types, _MOST)
    ]
    return answer(items, f"the names of {_count(base)}", cursor)


def passages(base: Context, query: str, source: str | None, cursor: str | None) -> Answer:
    """The passages of sources that hold most of some words, best first."""
    only = [_source(base, source).id] if source else []
    items = [
        {"source": one.source.id, "paragraph": one.paragraph, "quote": one.quote}
        | {"start": one.span[0], "end": one.span[1], "matched_words": one.matched}
        | exported.page_keys(one.pages)
        for one in find_passages(base, query, only, _MOST)
    ]
    looked = list(documents(base, only))
    count = sum(len(document.paragraphs) for _, document in looked)
    return answer(
        items, f"{counted(count, 'paragraph')} of {counted(len(looked), 'source')}", cursor
    )


def record(base: Context, ident: str, cursor: str | None) -> Answer:
    """A record: first itself, then each quotation, each fact with its grade, each link to it."""
    entry = engine.record(base, ident)
    whole = exported.record(base, entry)
    quotations, facts = whole.pop("evidence"), whole.pop("facts")
    items = [{"kind": "record"} | whole]
    items += [{"kind": "quotation"} | one for one in quotations]
    items += [{"kind": "fact"} | one for one in facts]
    items += [
        {"kind": "link", "from": other.id, "field": field}
        for other, field in base.incoming.get(entry.id, ())
    ]
    return answer(items, f"1 of {_count(base)}", cursor)


def rests_on(base: Context, ident: str, cursor: str | None) -> Answer:
    """What rests on a record: links, mentions and, of a source, quotations from it."""
    items = [one._asdict() for one in uses(base, engine.record(base, ident))]
    return answer(items, f"the links and quotations of {_count(base)}", cursor)


def fields(base: Context, kind: str | None, cursor: str | None) -> Answer:
    """The types of records; with one named, its fields."""
    if kind is None:
        items: list[dict[str, Any]] = [
            {"type": name, "label": model.label, "prefix": model.prefix, "folder": model.folder}
            | {"description": model.description}
            for name, model in TYPES.items()
        ]
        return answer(items, f"{len(items)} types", cursor)
    items = [
        {"field": name, "required": spec.required, "editorial": spec.editorial, "many": spec.many}
        | {"targets": list(spec.targets), "help": describe(spec)}
        for name, spec in TYPES[_type(kind)].specs.items()
    ]
    return answer(items, f"the fields of {kind}", cursor)


def listed(base: Context, cursor: str | None) -> Answer:
    """Every record, by id."""
    items = [
        {"id": ident, "type": base.by_id[ident].type, "title": base.by_id[ident].title}
        for ident in sorted(base.by_id)
    ]
    return answer(items, _count(base), cursor)


def rules(base: Context) -> str:
    """Every rule in a line."""
    found = sorted(all_rules(base.settings), key=lambda rule: rule.code)
    return "\n".join(f"{rule.code} {rule.name}: {first_words(rule)}" for rule in found)


def explained(base: Context, code: str) -> str:
    """The page of a rule."""
    known = all_rules(base.settings)
    for rule in known:
        if code.strip().upper() in (rule.code, rule.name.upper()):
            return page_of(rule)
    raise Refused(f"there is no rule {code[:40]}; a code is such as {known[0].code}")


def draft(base: Context, path: str, text: str, cursor: str | None) -> Answer:
    """What a page would be told: findings, then the grade of every fact in it."""
    changed = with_draft(base, path, text)
    report = engine.run(changed)
    items: list[dict[str, Any]] = [
        {"kind": "finding", "code": one.code, "severity": one.severity.word}
        | {"path": one.path, "line": one.line}
        | {"record": one.record, "field": one.field, "message": one.message, "help": one.help}
        for one in report.diagnostics
        if one.path == path or any(other.path == path for other in one.related)
    ]
    ids = [entry.id for entry in changed.entries_at.get(path, ())]
    facts = listing(changed.evidence, ids)["facts"] if ids else []
    items += [{"kind": "fact"} | one for one in facts]
    return answer(
        items, f"{path}, {counted(len(ids), 'record')} in it, in a base of {_count(base)}", cursor
    )


def with_draft(base: Context, path: str, text: str) -> Context:
    """The base with a page that is not written. Raises `Refused` for a path that is no page's."""
    if not is_page(path, base.settings) or ".." in path.split("/") or "\\" in path:
        raise Refused(f"“{path[:80]}” is no page; a page is such as {base.settings.docs}/new.md")
    return engine.with_text(base, path, text)


def proposed(base: Context, source: str, opening: str, closing: str, fields: list[str]) -> Answer:
    """The run of a source from some opening words to some closing words, as it stands there, each
    as an evidence block to put into a record."""
    entry = _source(base, source)
    document = next((one for _, one in documents(base, [entry.id])), None)
    if document is None:
        raise Refused(f"the text of {entry.id} cannot be read")
    items = [
        {"paragraph": number, "start": start, "end": end, "quote": quote}
        | {"block": evidence(entry.id, quote, tuple(fields) or ("text",))}
        for number, start, end, quote in _runs(document, opening, closing)
    ]
    if not items:
        raise Refused(
            f"no paragraph of {entry.id} has “{opening[:60]}” and after it “{closing[:60]}” where "
            "a quotation can begin and end; take words as find_passages gives them"
        )
    return answer(items, f"{counted(len(document.paragraphs), 'paragraph')} of {entry.id}")


def _runs(document: Source, opening: str, closing: str) -> Iterator[tuple[int, int, int, str]]:
    """Paragraph, start, end and words of the runs that can be quoted, in the order of the text."""
    text = document.text
    first, last = " ".join(opening.split()), " ".join(closing.split())
    if not first or not last:
        return
    for number, (low, high) in enumerate(document.paragraphs, 1):
        flat = [char if not char.isspace() else " " for char in text[low:high]]
        plain = "".join(flat)
        start = plain.find(first)
        end = plain.find(last, start) if start >= 0 else -1
        if end >= 0:
            quote = " ".join(plain[start : end + len(last)].split())
            if not isinstance(find(document, quote), Failure):
                yield number, low + start, low + end + len(last), quote


def _source(base: Context, ident: str) -> Entry:
    found = engine.record(base, ident)
    if not found.is_source:
        raise Refused(f"{found.id} is no source but {found.model.label.lower()}")
    return found


def _type(name: str) -> str:
    if name not in TYPES:
        raise Refused(f"there is no type {name[:40]}; there are {', '.join(TYPES)}")
    return name


def _count(base: Context) -> str:
    return counted(len(base.by_id), "record")
