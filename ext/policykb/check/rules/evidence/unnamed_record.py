"""No source that a record quotes has its name."""

from policykb.base.entry import Entry, names_of
from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.evidence.document.source import Source
from policykb.evidence.links import Names
from policykb.evidence.quotation import Quotation


@finds("PKB317", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """The title, an alias or the Japanese name of a record that has quotations stands in a source
    that it quotes; `coined` says why not. A record whose quotations are not found is left out."""
    found = known.evidence.of(entry)
    if not found or not entry.model.named or entry.text("coined") or entry.raw.void:
        return
    if not all(one.match for one in found) or any(_is_beside(entry, one) for one in found):
        return
    sources = {id(one.document): one.document for one in found if one.document is not None}
    if not any(is_named(entry, source) for source in sources.values()):
        yield rule.on_record(
            entry,
            f"{entry.name}: “{entry.title}” stands in none of the sources it quotes, nor does "
            "another of its names",
            help="give the name that the source has as the title or an alias; if no source "
            "names it, say so: “:coined: why the title is ours”",
        )


def _is_beside(entry: Entry, one: Quotation) -> bool:
    """Whether a name of a record stands in the paragraph of a quotation, as most do."""
    if one.document is None or one.match is None:
        return False
    low, high = one.document.bounds_of(one.match.paragraph)
    text = one.document.normalized
    return any(text.find(name, low, high) >= 0 for name in names_of(entry))


def is_named(entry: Entry, source: Source) -> bool:
    """Whether a name of a record stands in a source."""
    text = source.normalized
    if any(name in text for name in names_of(entry)):
        return True
    return bool(Names((entry.id, name) for name in names_of(entry)).scan(text))
