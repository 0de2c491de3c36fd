"""The headline of a source does not stand in its text."""

from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.rule import Known, did_you_mean, finds, rewrite, value_span
from policykb.evidence.document.closest import closest
from policykb.text.normalize import normalize


@finds("PKB318", Severity.ERROR)
def rule(known: Known) -> Findings:
    """The headline of every source stands in its text, word for word; it may run over lines and
    paragraphs."""
    for ident, source in known.evidence.sources.items():
        entry = known.record(ident)
        headline = normalize(entry.text("headline"))
        if not headline or source.problem is not None or source.joined.find(headline) >= 0:
            continue
        near = closest(source, headline)
        said = f"{ident}: its headline does not stand in seeds/{entry.text('file')}"
        help = "write it as it stands there, or leave it out"
        span = value_span(entry.raw.options["headline"])
        yield rule.on_value(
            entry,
            "headline",
            said,
            help=did_you_mean(f"“{near.passage}”" if near else None, help),
            fix=rewrite(entry.page, span, near.passage if near and near.repair else None),
        )
