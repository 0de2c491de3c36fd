"""What an evidence block says of its subject or its speaker does not hold."""

from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Place, Rule, Severity
from policykb.evidence.quotation import Quotation
from policykb.evidence.subject import marked_words


def check(entry: Entry, known: Known) -> Findings:
    """The words under `subject` stand in the quotation and name no other known record; what
    `said_by` names is an organization, a venture or a person of the base."""
    for one in known.evidence.of(entry):
        if one.entry.raw.void:
            continue
        if one.raw.values.get("subject", "").strip():
            problem = _subject(known, one)
            if problem:
                yield _finding(one, "subject", *problem)
        speaker = one.raw.values.get("said_by", "").strip()
        if speaker:
            other = known.by_id.get(speaker)
            if other is None or not other.model.speaks:
                yield _finding(
                    one,
                    "said_by",
                    f"said_by names {speaker}, which is no organization, venture or person here",
                    "give the id of who says it",
                )


def _subject(known: Known, one: Quotation) -> tuple[str, str] | None:
    words = marked_words(one.raw)
    text = known.evidence.text(one)
    if text is None:
        return None
    found = text.find(words)
    if found is None:
        return (
            f"“{excerpt(words, 60)}” under subject does not stand in the quotation",
            "copy the words of the quotation that stand for the record",
        )
    for mention in text.all_mentions:
        if (
            found[0] <= mention.at
            and mention.to <= found[1]
            and one.entry.id not in mention.records
            and (mention.at, mention.to) == found
        ):
            other = sorted(mention.records)[0]
            return (
                f"“{excerpt(words, 60)}” under subject names {other}, not this record",
                "quote words that stand for this record, or correct the names of the two",
            )
    return None


def _finding(one: Quotation, name: str, problem: str, help: str) -> Diagnostic:
    option = one.raw.options[name]
    return RULE.at(
        Place(one.entry.page, option.at, max(option.end, option.at + 1)),
        f"{one.entry.name}: {problem}",
        record=one.entry.raw,
        help=help,
    )


RULE = Rule("PKB316", "bad-subject", Severity.ERROR, check, where="subject")
