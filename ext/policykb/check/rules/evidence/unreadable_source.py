"""The file of a source cannot be read."""

from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.evidence.undescribed_source_file import documents
from policykb.check.rules.rule import Known, Quotes, did_you_mean, finds, rewrite, value_span
from policykb.text.counted import counted
from policykb.text.similar import nearest_word

_SAYS = {
    "missing": ("does not exist", "put the document there, or correct the path"),
    "outside": ("lies outside the folder of sources", "copy the document into the folder"),
    "link": ("is a symbolic link, which is not followed", "put the document itself there"),
    "special": ("is no plain file", "put the document itself there"),
    "not-utf8": ("is not UTF-8 text", "give the document's text as UTF-8"),
    "empty": ("is empty", "put the document's text there"),
    "too-large": ("", "keep the parts that are quoted, or make several documents of it"),
    "long-paragraph": (
        "",
        "part it by blank lines, or give the record “:paragraphs: line” where every line is a "
        "paragraph",
    ),
    "marks": ("", "take them out"),
}
"""What is said of a problem, where the source does not say it itself; and the way out."""


@finds("PKB311", Severity.ERROR)
def rule(quotes: Quotes, known: Known) -> Findings:
    """The file of every source exists within the folder of sources and is UTF-8 text, neither it
    nor a paragraph of it too long to be searched."""
    for ident, source in known.evidence.sources.items():
        if source.problem is None or known.settings.seeds.rstrip("/") not in known.ground.folders:
            continue
        entry = known.record(ident)
        says, help = _SAYS[source.problem]
        says = says or source.excess
        quoting = len(quotes.of(ident))
        rests = "rests" if quoting == 1 else "rest"
        rest = f"; {counted(quoting, 'quotation')} {rests} on it" if quoting else ""
        missing, name = source.problem == "missing", entry.text("file")
        near = nearest_word(name, documents(known)) if missing else None
        yield rule.on_value(
            entry,
            "file",
            f"{ident}: {known.settings.seeds}/{name} {says}{rest}",
            help=did_you_mean(near, help),
            fix=rewrite(entry.page, value_span(entry.raw.options["file"]), near, sure=True),
        )
