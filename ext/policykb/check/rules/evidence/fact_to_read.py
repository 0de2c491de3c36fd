"""A person has to read whether a quotation says what the record states."""

from dataclasses import replace

from policykb.check.rules.evidence.value_not_shown import named, on_fact
from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.evidence.beside import quoted
from policykb.evidence.grade import Graded

_SHOWS = '“:shows: FIELD VALUE = "words of the quotation"”'

SAYS = {
    "subject": (
        "the quotation does not name the record",
        "quote words that name it, or say which stand for it: “:subject: words of the quotation”; "
        "if it goes by another name there, give that as an alias",
    ),
    "others": (
        "another value of the kind stands beside it, or a word that speaks of something else",
        "if the value is wrong, correct it, or record the other value too; else quote fewer words, "
        f"or say which stand for it: {_SHOWS}",
    ),
    "hedged": (
        "the source's sentence is conditional, expected, reported or negated elsewhere",
        "quote a sentence that says it plainly; a statement reported has “:said_by: ID”",
    ),
    "limited": (
        "the source goes on, or began, with what limits it",
        "quote the limit too, and say it in the text",
    ),
    "stitched": (
        "the value and the record's name stand in different sentences, an interval's two days "
        "stand singly, or what matters is left out between them",
        "quote one run in which both stand",
    ),
    "ambiguous": (
        "the quotation stands in the source more than once, and not every place says it",
        "quote more words, until there is one place only",
    ),
    "language": (
        "no words of the source's language are known for such values",
        f"say which words stand for it: {_SHOWS}",
    ),
}
"""By reason, what is said of a fact and the way out."""


@finds(
    "PKB315",
    Severity.NOTE,
    where="to-read",
    requires=("PKB201", "PKB202", "PKB301", "PKB302", "PKB303", "PKB305", "PKB309", "PKB316"),
)
def rule(fact: Graded, known: Known) -> Findings:
    """A fact that is to be read, with the reasons and the ways out."""
    if fact.grade == "to-read":
        why = "; ".join(_says(fact, reason) for reason in fact.why)
        quote = excerpt(fact.best.raw.quote) if fact.best else ""
        found = on_fact(
            rule,
            fact.fact,
            f"{fact.fact.entry.name}: {fact.fact.field} {named(known, fact.fact)} is to be read: "
            f"{why}: “{quote}”",
            _help(fact),
        )
        yield replace(found, reason=fact.why[0])


def _says(one: Graded, reason: str) -> str:
    """A reason in words; the other values behind theirs, in place of what else it may be."""
    words = quoted(one) if reason == "others" else ""
    said = SAYS[reason][0]
    return f"{said.partition(',')[0]}, {words}" if words else said


def _help(one: Graded) -> str:
    ways = "; ".join(SAYS[reason][1] for reason in one.why)
    return ways.replace("FIELD VALUE =", f"{one.fact.field} {one.fact.value} =")
