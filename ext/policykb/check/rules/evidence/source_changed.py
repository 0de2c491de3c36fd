"""A source has changed since it was pinned."""

from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Known, Quotes, finds, rewrite, value_span
from policykb.text.counted import counted


@finds("PKB310", Severity.ERROR)
def rule(quotes: Quotes, known: Known) -> Findings:
    """The file of every source has the checksum that its record gives. One finding a source: it
    counts the quotations that still stand, and names those that do not."""
    for ident, source in known.evidence.sources.items():
        entry = known.record(ident)
        pinned = entry.value("sha256")
        if source.problem is not None or pinned is None or pinned == source.sha256:
            continue
        quoting = quotes.of(ident)
        lost = [one for one in quoting if one.match is None]
        yield rule.on_value(
            entry,
            "sha256",
            f"{ident}: seeds/{entry.text('file')} is not the file that was pinned; "
            f"{_standing(len(quoting), len(lost))}",
            help=f"restore the file, or run “policykb fix --repin {ident}” and compare with it "
            "every record that quotes it",
            fix=rewrite(entry.page, value_span(entry.raw.options["sha256"]), source.sha256),
            related=tuple(
                quotes.where(
                    one, f"{one.entry.name}: “{excerpt(one.raw.quote, 60)}” no longer stands"
                )
                for one in lost
            ),
        )


def _standing(number: int, lost: int) -> str:
    """What became of so many quotations, of which some are lost."""
    if number == 0:
        return "nothing quotes it"
    if number == 1:
        return f"its one quotation {'no longer' if lost else 'still'} stands"
    count = counted(number, "quotation")
    if lost in (0, number):
        return f"all its {count} still stand" if lost == 0 else f"none of its {count} still stands"
    still = f"{number - lost:,} still stand{'s' if number - lost == 1 else ''}"
    return f"of its {count} {still}, and {lost:,} no longer"
