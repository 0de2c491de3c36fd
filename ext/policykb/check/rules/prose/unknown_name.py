"""The text names something that no record, alias or quotation names."""

import re
from functools import cache

from policykb.check.name_words import Words
from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.evidence.prose import Prose, has_capitals, words_of
from policykb.text import money
from policykb.text.language import members, section


@finds("PKB611", Severity.NOTE)
def rule(entry: Entry, known: Known) -> Findings:
    """Words with a capital within a sentence belong to a record's names, to a quotation of the
    record, to a country or to the calendar."""
    raw = entry.raw
    if _nouns_have_capitals(known.conf.language):
        return
    if not any(has_capitals(entry.page.text, start, stop) for start, stop in raw.prose):
        return
    inlines = [item for item, owner in entry.page.inlines if owner is raw]
    names, others = known.from_names(Words), _of_countries() | money.codes()
    unknown = [
        (word, *prose.span(at, at + len(word)))
        for start, stop in raw.prose
        for prose in [Prose(entry.page.text, start, stop, inlines, said=False)]
        for word, at in prose.capitalized()
        if word not in names and word not in others and not _YEAR.fullmatch(word)
    ]
    quoted = " ".join(one.passage.quoted for one in known.evidence.of(entry)) if unknown else ""
    for word, at, end in unknown:
        if word not in quoted:
            said = f"the text names “{word}”, which no record, alias or quotation does"
            help = "quote the words that name it, write its record, or leave it out"
            message = f"{entry.name}: {said}"
            yield rule.in_record(entry, (at, end), message, field="text", help=help)


@cache
def _nouns_have_capitals(language: str) -> bool:
    return any(section(one, "writing").get("nouns_have_capitals") for one in members(language))


_YEAR = re.compile(r"FY\d*")
"""What belongs to a number, as the codes of currencies do: the rule on numbers looks after it."""


@cache
def _of_countries() -> frozenset[str]:
    from policykb.values.country_names import ADJECTIVES, NAMES

    tables = [names for table in (NAMES, ADJECTIVES) for names in table.values()]
    return frozenset(word for names in tables for name in names for word in words_of(name))
