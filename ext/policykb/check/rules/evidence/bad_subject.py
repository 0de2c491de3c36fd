"""What an evidence block says of its subject or its speaker does not hold."""

from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Severity, finds
from policykb.evidence.quotation import Quotation
from policykb.evidence.subject import marked_words


@finds("PKB316", Severity.ERROR, where="subject")
def rule(entry: Entry, known: Known) -> Findings:
    """The words under `subject` stand in the quotation and name no other known record; what
    `said_by` names is an organization, a venture or a person of the base."""
    for one in known.evidence.of(entry):
        if one.entry.raw.void:
            continue
        if one.raw.values.get("subject", "").strip() and (problem := _subject(known, one)):
            yield _finding(one, "subject", *problem)
        speaker = one.raw.values.get("said_by", "").strip()
        other = known.by_id.get(speaker)
        if speaker and (other is None or not other.model.speaks):
            said = f"said_by names {speaker}, which is no organization, venture or person here"
            yield _finding(one, "said_by", said, "give the id of who says it")


def _subject(known: Known, one: Quotation) -> tuple[str, str] | None:
    words, text = marked_words(one.raw), known.evidence.text(one)
    if text is None:
        return None
    shown, found = f"“{excerpt(words, 60)}” under subject", text.find(words)
    if found is None:
        help = "copy the words of the quotation that stand for the record"
        return f"{shown} does not stand in the quotation", help
    for mention in text.all_mentions:
        if (mention.at, mention.to) == found and one.entry.id not in mention.records:
            help = "quote words that stand for this record, or correct the names of the two"
            return f"{shown} names {min(mention.records)}, not this record", help
    return None


def _finding(one: Quotation, name: str, problem: str, help: str) -> Diagnostic:
    option = one.raw.options[name]
    span = option.at, max(option.end, option.at + 1)
    return rule.in_record(one.entry, span, f"{one.entry.name}: {problem}", help=help)
