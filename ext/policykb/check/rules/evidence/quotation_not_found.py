"""A quotation is not in its source."""

from policykb.check.rules.quoting import excerpt, first_line, is_pinned, run_span
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds, rewrite
from policykb.evidence.document.find import Failure
from policykb.evidence.quotation import Quotation


@finds("PKB301", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """Every run of every quotation stands, word for word, in the source it names. For a source
    that has changed, the finding on its checksum tells what no longer stands."""
    for one in known.evidence.of(entry):
        failure = one.failure
        if failure is not None and failure.kind == "not-found" and is_pinned(known, one.raw.source):
            yield _finding(known, one, failure)


def _finding(known: Known, one: Quotation, failure: Failure) -> Diagnostic:
    from policykb.check.rules.quoting_marks import marked, written
    from policykb.evidence.document.closest import closest

    assert one.document is not None
    span = run_span(one, failure.run)
    spelled = marked(one) if known.guesses.spend(len(one.document.text)) else None
    if spelled is not None:
        marks, plain = spelled
        whole = one.raw.at, one.raw.at + len(written(one))
        return rule.in_record(
            one.entry,
            first_line(one, span),
            f"{one.entry.name}: the quotation is in {one.raw.source} but for {marks}",
            help="write the words as they stand there; […] stands for what is left out",
            fix=rewrite(one.entry.page, whole, plain, sure=True),
        )
    near = closest(one.document, failure.text)
    elsewhere = _elsewhere(known, one)
    message = f"{one.entry.name}: the quotation is not in {one.raw.source}"
    fix = None
    if near is not None:
        message += f"; source: “{near.written}”; quotation: “{near.quoted}”"
        help = f"closest there, in paragraph {near.paragraph}: “{excerpt(near.passage, 200)}”"
        if near.repair and not elsewhere:
            fix = rewrite(one.entry.page, span, near.passage)
    else:
        message += f": “{excerpt(failure.text)}”"
        help = "copy the words from the source as they stand; nothing there comes near these"
    if elsewhere:
        help = f"it stands in {elsewhere}: name that source, or quote this one"
    return rule.in_record(one.entry, first_line(one, span), message, help=help, fix=fix)


def _elsewhere(known: Known, one: Quotation) -> str | None:
    """Another source in which the whole quotation stands, and where; looked for as long as a run
    may guess."""
    from policykb.evidence.document.find import Match, find

    for ident, source in known.evidence.sources.items():
        if source is one.document or source.problem is not None:
            continue
        if not known.guesses.spend(len(source.text)):
            return None
        found = find(source, one.raw.quote)
        if isinstance(found, Match):
            return f"{ident} (“{known.by_id[ident].title}”), paragraph {found.paragraph}"
    return None
