"""A quotation is cut where it must not be, or put together from what does not belong together."""

from policykb.check.rules.quoting import excerpt, first_line, is_pinned, run_span
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds, rewrite
from policykb.evidence.document.find import MINIMUM, Failure
from policykb.evidence.quotation import Quotation


@finds("PKB305", Severity.ERROR, where="evidence")
def rule(entry: Entry, known: Known) -> Findings:
    """A run has twelve characters or is a date, ends at word boundaries and outside numbers; the
    runs of a quotation stand in one paragraph, in the order of the source."""
    for one in known.evidence.of(entry):
        failure = one.failure
        if failure is None or failure.kind == "not-found":
            continue
        if failure.kind in ("empty", "too-short") or is_pinned(known, one.raw.source):
            yield _finding(one, failure)


def _finding(one: Quotation, failure: Failure) -> Diagnostic:
    problem, help = _words(failure)
    span = run_span(one, failure.run)
    message = f"{one.entry.name}: {problem}"
    if not one.raw.quote:
        return rule.on_quote(one.entry, one.raw, message, help=help)
    fix = rewrite(one.entry.page, span, failure.whole)
    return rule.in_record(one.entry, first_line(one, span), message, help=help, fix=fix)


def _words(failure: Failure) -> tuple[str, str]:
    numbers = [str(number) for number in failure.paragraphs]
    match failure.kind:
        case "empty":
            return "the quotation has an empty part", "quote words of the source, or remove […]"
        case "too-short":
            return (
                f"“{failure.text}” is too short to prove anything: {len(failure.text)} characters",
                f"quote at least {MINIMUM} characters in one run, or a whole date",
            )
        case "split-word" | "split-number":
            return (
                f"the quotation is cut within a {failure.kind[6:]}: “{excerpt(failure.text)}”",
                f"the source has “{excerpt(failure.whole)}”",
            )
        case "wrong-order":
            return (
                f"the runs do not stand in this order in paragraph {numbers[0]} of the source",
                "put them in the order of the source, or quote them separately",
            )
        case _:
            return (
                f"the quotation joins what stands in different paragraphs ({', '.join(numbers)})",
                "quote each paragraph separately",
            )
