"""The way from a quotation back to its words in the original: the page of a PDF, or a text fragment
of a web page (https://wicg.github.io/scroll-to-text-fragment/)."""

from functools import lru_cache
from urllib.parse import quote as encoded
from urllib.parse import urlsplit

from policykb.base.entry import Entry
from policykb.evidence.document.source import Source
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.site import Site
from policykb.text.normalize import collapse, is_cjk
from policykb.values.path import FILE
from policykb.values.url import URL

_WHOLE = 120
"""A run that is no longer stands in the fragment as it is; of a longer one both ends do."""
_END = 24
_STEP = 12
_TRIES = 8


def address(quote: Quotation, site: Site, url: str = "") -> str:
    """The address of a quotation's words: in the original, or in another copy at ``url``; empty
    where the source gives no address."""
    entry = site.entry(quote.source)
    url = url or ((entry.value("url", URL) or "") if entry else "")
    source = site.base.evidence.sources.get(quote.source)
    if not url or entry is None or source is None or not quote.runs:
        return url
    if _is_pdf(entry, url):
        return f"{url.partition('#')[0]}#page={quote.pages[0]}" if quote.pages else url
    texts = "&".join(f"text={_fragment(source, *run)}" for run in quote.runs)
    return f"{url}{'' if '#' in url else '#'}:~:{texts}"


def _is_pdf(entry: Entry, url: str) -> bool:
    original = entry.value("original", FILE) or ""
    return any(one.lower().endswith(".pdf") for one in (urlsplit(url).path, original))


def _fragment(source: Source, start: int, end: int) -> str:
    """The directive for a run: its words, or those at both its ends; and the words around it where
    they stand more than once, as capitals and white space do not tell."""
    text = source.text
    low, high = source.paragraphs[source.paragraph_at(start)]
    if end - start <= _WHOLE:
        before, after = _around(text, (start, end), low, high)
        parts = [text[start:end]]
    else:
        stop = _word_end(text, start + _END, end)
        before, after = _around(text, (start, stop), low, stop)[0], ""
        parts = [text[start:stop], _closing(text, stop, end)]
    found = [_encoded(one) for one in parts]
    if before:
        found.insert(0, f"{_encoded(before)}-")
    if after:
        found.append(f"-{_encoded(after)}")
    return ",".join(found)


def _around(text: str, span: tuple[int, int], low: int, high: int) -> tuple[str, str]:
    """So many words of the paragraph before and after a span as single it out, if it needs any."""
    whole = _plain(text)
    start, end = span
    first, last = start, end
    for count in range(1, _TRIES):
        if whole.count(_plain(text[first:last])) <= 1:
            break
        first = _word_start(text, start - count * _STEP, low)
        last = _word_end(text, end + count * _STEP, high)
    return text[first:start].strip(), text[end:last].strip()


def _closing(text: str, low: int, end: int) -> str:
    """The last words of a run, so many that they do not stand in it before."""
    start = end
    for count in range(1, _TRIES):
        start = _word_start(text, end - count * _END, low)
        if _plain(text[low:end]).count(_plain(text[start:end])) <= 1:
            break
    return text[start:end].strip()


def _word_start(text: str, at: int, low: int) -> int:
    """The beginning of the word at a place, not before ``low``."""
    at = max(at, low)
    while at > low and not text[at - 1].isspace() and not is_cjk(text[at]):
        at -= 1
    return at


def _word_end(text: str, at: int, high: int) -> int:
    """The end of the word at a place, not behind ``high``."""
    at = min(at, high)
    while at < high and not text[at].isspace() and not is_cjk(text[at]):
        at += 1
    return at


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    return collapse(text).casefold()


def _encoded(text: str) -> str:
    """A text as a directive has it, in which a hyphen, a comma and an ampersand have a meaning."""
    return encoded(collapse(text), safe="").replace("-", "%2D")
