"""A page has characters that nobody sees."""

import re
import unicodedata
from itertools import chain, islice

from policykb.check.rules.characters import MOST, removals
from policykb.check.rules.rule import Findings, Page, Place, Severity, edit, finds, safe
from policykb.check.rules.stretches import options
from policykb.text.covered import Covered

_ALWAYS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
HIDDEN = re.compile(f"[{_ALWAYS}]+|(?<![\\w\ufe0f])[\u200c\u200d]|[\u200c\u200d](?=[ -~])")
HIDDEN_ONE = re.compile(f"[{_ALWAYS}\u200c\u200d]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STANDS = "a character stands here that nobody sees: "
_UNSEEN = re.compile(f"{HIDDEN_ONE.pattern}|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


@finds("PKB709", Severity.ERROR)
def rule(page: Page) -> Findings:
    """Direction overrides and zero-width characters make a text read otherwise than it is: as they
    stand, as character references, and as escapes in the value of an option."""
    if page.unusual and HIDDEN_ONE.search(page.unusual):
        yield from removals(rule, page, HIDDEN, lambda found: _STANDS + names(found))
    if "&" in page.text:
        yield from islice(_references(page), MOST)
    if "\\" in page.text:
        yield from islice(_escapes(page), MOST)


def _references(page: Page) -> Findings:
    from html import unescape

    code: Covered | None = None
    heads = ((one.argument_at, one.argument_at + len(one.argument), None) for one in page.blocks)
    for begin, stop, record in chain(page.stretches(), heads):
        for match in _REFERENCE.finditer(page.text, begin, stop):
            char = unescape(match[0])
            if not _UNSEEN.search(char):
                continue
            if code is None:
                code = Covered(
                    (item.start, item.end) for item, _ in page.inlines if item.kind == "code"
                )
            if not code.touches(*match.span()):
                yield rule.at(
                    Place(page, *match.span()),
                    f"{_STANDS}{names(char)}, as {match[0]}",
                    record=record,
                    help="remove it",
                    fix=safe(edit(page, *match.span(), "")),
                )


def _escapes(page: Page) -> Findings:
    """Values in which an escape (``\\u202e`` between quotation marks) makes such a character."""
    for option, record, _ in options(page):
        written = page.text[option.at : option.end]
        found = _UNSEEN.search(option.value)
        if found and "\\" in written and found[0] not in written:
            yield rule.at(
                Place(page, option.at, option.end),
                f"in the value of {option.name} {_STANDS}{names(found[0])}, as an escape",
                record=record,
                field=option.name if record else None,
                help="write the value without it",
            )


def names(chars: str) -> str:
    """The names of characters, each once."""
    return " and ".join(dict.fromkeys(name(char) for char in chars))


def name(char: str) -> str:
    """A character's Unicode name and number."""
    return f"{unicodedata.name(char, 'no name').lower()} (U+{ord(char):04X})"
