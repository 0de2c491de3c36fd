"""What is told of the thing under the cursor, in plain words."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.rules.catalog import all_rules
from policykb.check.rules.pages import first_words
from policykb.evidence.beside import told as told_beside
from policykb.evidence.quotation import Quotation
from policykb.evidence.review import grade_words, graded
from policykb.lsp.spot import Spot, ident_at, word_at
from policykb.markdown.new_page import describe
from policykb.model import TYPES
from policykb.text.counted import counted

_LONG = 400


def told(base: Context, spot: Spot, line: str, col: int) -> str:
    """A record, a field, a rule; empty where there is nothing to tell."""
    named = ident_at(line, col)
    if named and named[0] in base.by_id:
        return "\n".join(_record(base, base.by_id[named[0]]))
    word = word_at(line, col)
    if word.upper().startswith("PKB"):
        rules = (one for one in all_rules(base.settings) if one.code == word.upper())
        return "".join(f"{one.code} {one.name}: {first_words(one)}" for one in rules)
    if spot.record and (spec := TYPES[spot.record.name].specs.get(word)):
        return f"{word}: {describe(spec)}"
    return ""


def _record(base: Context, entry: Entry) -> Iterator[str]:
    yield f"{entry.title} ({entry.model.label.lower()}, {entry.id})"
    for name in entry.model.columns:
        if entry.text(name):
            titles = [
                base.by_id[one].title for one in entry.links.get(name, ()) if one in base.by_id
            ]
            yield f"{name}: {', '.join(titles) or entry.text(name)}"[:_LONG]
    incoming = base.incoming.get(entry.id, ())
    yield f"{counted(len(incoming), 'link')} to it · {entry.page.path}:{entry.raw.line}"


def quotation(base: Context, path: str, line: int) -> str:
    """Where the quotation around a line (from 1) stands in its source, and what it shows."""
    for entry in base.entries_at.get(path, ()):
        page = entry.page
        for one in base.evidence.of(entry):
            first, last = page.line(one.raw.at), page.line(one.raw.end)
            if first <= line <= last:
                return "\n".join(_passage(base, one))
    return ""


def _passage(base: Context, one: Quotation) -> Iterator[str]:
    where = f", paragraph {one.match.paragraph}" if one.match else ": not found there"
    yield f"{one.raw.source.strip()}{where}"
    yield from grades(base, one.entry.id, one.supports)


def grades(base: Context, ident: str, fields: list[str]) -> Iterator[str]:
    """A line for each fact of some fields of a record."""
    for one in graded(base.evidence, [ident]):
        if one.fact.field in fields:
            yield f"{one.fact.field} = {one.fact.value}: {grade_words(one)}{told_beside(one)}"


def graded_with(base: Context, path: str, text: str, ident: str, fields: list[str]) -> str:
    """The grades that a record would have with another text of its page."""
    changed = engine.with_page(base, engine.page_with(path, text, base.conf.grammar))
    return "\n".join(grades(changed, ident, fields)) if ident in changed.by_id else ""
