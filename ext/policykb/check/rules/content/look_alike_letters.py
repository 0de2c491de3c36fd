"""A name has letters of another script that look like its own."""

import re
import unicodedata

from policykb.check.rules.rule import Findings, Page, Place, RawRecord, Severity, finds

LATIN = dict(
    zip(
        "АВЕКМНОРСТУХаеорсухіјѕһԁԛԝѵАІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳᎪᎬᏟᎠᎻᎫᏞᎷᏢᎡᏚᎢᏙᏃօսոհց",
        "ABEKMHOPCTYXaeopcyxijshdqwvAIJSABEZHIKMNOPTYXovcjAECDHJLMPRSTVZounhg",
        strict=True,
    )
)
"""Letters that look like a Latin one, and that one."""

_SUSPECT = re.compile("[" + "".join(LATIN) + "\U0001d400-\U0001d7ff]")
_WORD = re.compile(r"[^\W\d_]+")


@finds("PKB710", Severity.ERROR, where="unusual")
def rule(page: Page) -> Findings:
    """In titles and options no word mixes look-alikes with Latin letters, nor stands as a whole
    word of look-alikes among Latin words."""
    if not page.unusual or _SUSPECT.search(page.unusual) is None:
        return
    for record in page.records:
        block = record.block
        end = block.argument_at + len(block.argument)
        yield from _words(page, record, "title", block.argument_at, end)
        for name, option in block.options.items():
            yield from _words(page, record, name, option.at, option.end)


def _words(page: Page, record: RawRecord, field: str, start: int, end: int) -> Findings:
    for match in _WORD.finditer(page.text, start, end):
        word = match[0]
        strange = [char for char in word if _SUSPECT.match(char)]
        if not strange:
            continue
        mixed = any(_is_latin(char) for char in word)
        whole = len(strange) == len(word) and any(map(_is_latin, page.text[start:end]))
        if not (mixed or whole):
            continue
        looks = "".join(LATIN.get(char, unicodedata.normalize("NFKC", char)) for char in word)
        char = strange[0]
        script = unicodedata.name(char, "").split()[0].capitalize()
        yield rule.at(
            Place(page, *match.span()),
            f"“{word}” looks like {looks}, but its “{char}” is a {script} letter",
            record=record,
            field=field,
            help=f"write {looks} in Latin letters",
        )


def _is_latin(char: str) -> bool:
    return "a" <= char.lower() <= "z"
