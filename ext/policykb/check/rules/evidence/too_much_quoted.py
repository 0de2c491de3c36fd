"""More of a source is quoted than the base allows itself."""

from weakref import WeakKeyDictionary

from policykb.check.rules.rule import Findings, Known, Quotes, Severity, finds
from policykb.evidence.document.source import Source
from policykb.text.counted import word_count

SHORT = 150
"""Words under which a source is left alone in a base that has not set a limit of its own: of a
short notice any useful quotation is a large share."""


@finds("PKB308", Severity.NOTE)
def rule(quotes: Quotes, known: Known) -> Findings:
    """The words of a source that stand in some quotation, each counted once, are at most the share
    of its words that the setting ``quoted_share`` gives."""
    limit = known.settings.quoted_share
    chosen = "quoted_share" in known.settings.given or rule.code in known.settings.severity
    least = 0 if chosen else SHORT
    for ident, source in known.evidence.sources.items():
        runs = [run for one in quotes.of(ident) for run in one.runs]
        quoted, whole = _known_share(source, runs, limit)
        if whole > least and quoted > limit * whole:
            yield rule.on_value(
                known.record(ident),
                "file",
                f"{ident}: quotations hold {quoted} of its {whole} words "
                f"({100 * quoted / whole:.0f} %); the limit is {100 * limit:.0f} %",
                help="shorten quotations to the words that show a value, or drop some; the setting "
                "quoted_share is the limit",
            )


def _known_share(source: Source, runs: list[tuple[int, int]], limit: float) -> tuple[int, int]:
    """The same share as before, where nothing else is quoted: a session asks again and again."""
    asked, last = (runs, limit), _SHARES.get(source)
    if last is None or last[0] != asked:
        last = _SHARES[source] = asked, share(source, runs, limit)
    return last[1]


_SHARES: WeakKeyDictionary[Source, tuple[object, tuple[int, int]]] = WeakKeyDictionary()
"""The last shares, by source, with what was quoted."""


def share(source: Source, runs: list[tuple[int, int]], limit: float = 0.0) -> tuple[int, int]:
    """How many words of a source are quoted, and how many it has; overlapping runs count once.
    (0, 1) where the characters alone tell that ``limit`` is far."""
    merged: list[list[int]] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    if sum(end - start for start, end in merged) < limit * len(source.text) / 3:
        return 0, 1
    quoted = sum(word_count(source.text[start:end]) for start, end in merged)
    return quoted, max(1, word_count(source.text))
