"""What can be done about a finding: its fix, a page for a record that is missing, a field more
that a quotation supports."""

from collections.abc import Iterator
from typing import NamedTuple

from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Edit
from policykb.edit.advice import advice
from policykb.lsp.spot import ident_at
from policykb.markdown import new_page
from policykb.model import TYPES


class Action(NamedTuple):
    """``edits`` change files that are there; ``path`` and ``text`` are a new one."""

    title: str
    edits: tuple[Edit, ...] = ()
    path: str = ""
    text: str = ""
    preferred: bool = False


def actions(base: Context, item: Diagnostic) -> Iterator[Action]:
    """The ways out of a finding, the most likely first."""
    if item.fix:
        is_safe = item.fix.applicability == "safe"
        title = item.help or f"fix: {item.message}"
        yield Action(title[0].upper() + title[1:], item.fix.edits, preferred=is_safe)
    yield from _new_record(base, item)
    yield from _more_support(base, item)


def _new_record(base: Context, item: Diagnostic) -> Iterator[Action]:
    """A page for the record that a finding says is not there."""
    page = base.page_at.get(item.path)
    if page is None:
        return
    line = page.text[page.line_start(item.line - 1) : page.line_end(page.line_start(item.line - 1))]
    named = ident_at(line, item.col - 1)
    ident = named[0] if named else ""
    model = next((one for one in TYPES.values() if ident.startswith(one.prefix)), None)
    if ident in base.by_id or model is None:
        return
    title = ident.removeprefix(model.prefix).replace("_", " ").capitalize()
    values = {"id": ident} | {
        name: ""
        for name, spec in model.specs.items()
        if spec.required and name not in ("id", "title")
    }
    path = f"{base.settings.docs}/{model.folder}/{model.file_name(ident)}"
    text = new_page.page(model, title, values, advice=advice(base, model, values))
    yield Action(f"Create this record: {ident}", path=path, text=text)


def _more_support(base: Context, item: Diagnostic) -> Iterator[Action]:
    """A field that no quotation supports, added to the supports of each quotation of the record."""
    entry = base.by_id.get(item.record or "")
    if entry is None or item.code != "PKB302" or not item.field:
        return
    for one in base.evidence.of(entry):
        option, page = one.raw.options.get("supports"), entry.page
        if option is None:
            continue
        line, col = page.position(option.end)
        words = " ".join(one.raw.quote.split())[:40]
        edits = (Edit(page.path, line, col, line, col, f", {item.field}"),)
        if item.fix is None or item.fix.edits != edits:
            yield Action(f"Add {item.field} under supports of “{words}…”", edits)
