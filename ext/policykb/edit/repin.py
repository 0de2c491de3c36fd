"""Pin a source whose document was replaced, and tell which quotations that leaves to look at."""

from collections.abc import Iterator

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.check.reading import LoadError
from policykb.check.rules.rule import edit
from policykb.edit.fix import Outcome, with_pages
from policykb.edit.written import Files
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source, in_base
from policykb.model import SOURCE
from policykb.text.counted import counted


def repin(base: Context, report: Report, ident: str) -> tuple[Outcome, list[str]]:
    """The base with the source's ``sha256`` as its document now has it, a line for every quotation
    that no longer stands in it, and one that counts the others. Nothing is written.

    Raises `LoadError` if there is no such source or its document cannot be read.
    """
    entry = base.by_id.get(ident)
    if entry is None or not entry.is_source:
        near = base.nearest(ident, (SOURCE,))
        hint = f"; did you mean {near.id}?" if near else ""
        raise LoadError(f"there is no source {ident}{hint}")
    source = in_base(base, entry.text("file"), entry.text("paragraphs") or "blank-line")
    if source.problem:
        raise LoadError(f"{ident}: its document “{entry.text('file')}” is {source.problem}")
    files = Files(base)
    option = entry.raw.options.get("sha256")
    if option is None:
        raise LoadError(f"{ident} has no :sha256:; add the line :sha256: {source.sha256}")
    if option.value.strip() != source.sha256:
        path = entry.page.path
        change = edit(entry.page, option.at, option.end, source.sha256)
        files = files.replaced({path: files[path].edited([change])})
    after = with_pages(base, {path: files[path].text for path in files.changed})
    lines = list(_quotations(base, entry, source)) if files.changed else []
    return Outcome(after, report, engine.run(after), files), lines


def _quotations(base: Context, source: Entry, document: Source) -> Iterator[str]:
    standing = 0
    for entry in base.entries:
        for evidence in entry.raw.evidence:
            if evidence.source != source.id:
                continue
            if isinstance(find(document, evidence.quote), Match):
                standing += 1
                continue
            line, col = entry.page.position(evidence.at)
            said = "the quotation is no longer in it: quote anew, or take the fact out"
            yield f"{entry.page.path}:{line}:{col}: {entry.name}: {said}"
    if standing:
        yield (
            f"{counted(standing, 'quotation')} of {source.id} still stand in it; what is around "
            f"them may have changed: policykb explain {source.id} names the records"
        )
