"""Text as markup: Japanese marked as such, words of a quotation that stand for a value marked."""

import re

from markupsafe import Markup, escape

from policykb.evidence.quotation import Quotation
from policykb.publish.facts.words import other_language

_JAPANESE = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]"
    r"[\u0020\u0030-\u0039\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f]*"
)


def japanese(text: str) -> Markup:
    """Escape a text and mark its runs of Japanese with their language."""
    if text.isascii():
        return escape(text)
    parts = []
    at = 0
    for match in _JAPANESE.finditer(text):
        run = match[0].rstrip(" \u3000")
        parts.append(escape(text[at : match.start()]))
        parts.append(Markup('<span lang="ja">{}</span>').format(run))
        at = match.start() + len(run)
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def english(text: str) -> Markup:
    """Escape a text of a page in Japanese; one that is English is marked so."""
    other = other_language(text, "ja")
    if not other:
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(other, japanese(text))


def quoted(quote: Quotation, field: str = "") -> Markup:
    """A quotation's text, the words that stand for another wording marked; with ``field``, only
    those that stand for that field's value."""
    spans = []
    for mapping in quote.shows:
        if field and mapping.field != field:
            continue
        at = quote.text.find(mapping.words)
        if at >= 0:
            spans.append((at, at + len(mapping.words)))
    parts = []
    at = 0
    for start, end in sorted(set(spans)):
        if start < at:
            continue
        parts.append(japanese(quote.text[at:start]))
        parts.append(Markup("<mark>{}</mark>").format(japanese(quote.text[start:end])))
        at = end
    parts.append(japanese(quote.text[at:]))
    return Markup("").join(parts)
