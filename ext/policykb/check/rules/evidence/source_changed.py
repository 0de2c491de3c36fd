"""A source has changed since it was pinned."""

from policykb.check.diagnostics import Findings, Related, Severity
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Known, Quotes, Rule, rewrite, value_span
from policykb.evidence.quotation import Quotation
from policykb.text.counted import counted


def check(quotes: Quotes, known: Known) -> Findings:
    """The file of every source has the checksum that its record gives. One finding a source: it
    counts the quotations that still stand, and names those that do not."""
    for ident, source in known.evidence.sources.items():
        entry = known.source(ident)
        pinned = entry.value("sha256")
        if source.problem is not None or pinned is None or pinned == source.sha256:
            continue
        quoting = quotes.of(ident)
        lost = [one for one in quoting if one.match is None]
        count = counted(len(quoting), "quotation")
        rest = f"all its {count} still stand" if quoting else "nothing quotes it"
        if lost:
            rest = (
                f"of its {count} {len(quoting) - len(lost)} still stand, and {len(lost)} no longer"
            )
        elif len(quoting) == 1:
            rest = "its one quotation still stands"
        yield RULE.on_value(
            entry,
            "sha256",
            f"{ident}: seeds/{entry.text('file')} is not the file that was pinned; {rest}",
            help=f"restore the file, or run “policykb fix --repin {ident}” and compare with it "
            "every record that quotes it",
            fix=rewrite(entry.page, value_span(entry.raw.options["sha256"]), source.sha256),
            related=tuple(_related(quotes, one) for one in lost),
        )


def _related(quotes: Quotes, one: Quotation) -> Related:
    said = f"{one.entry.name}: “{excerpt(one.raw.quote, 60)}” no longer stands"
    return quotes.where(one, said)


RULE = Rule("PKB310", "source-changed", Severity.ERROR, check)
