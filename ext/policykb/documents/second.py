"""A second reader of a PDF: what both do not read alike is doubtful."""

import io
import logging
import re
import unicodedata

import pypdf

from policykb.documents.layout import Layout
from policykb.documents.metadata import plain

_UNCOUNTED = re.compile(r"[\s|\x00-\x1f\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff\ufffe-]+")
_SHOWN = 120


def differing(data: bytes, layout: Layout) -> list[str]:
    """The paragraphs that pypdf does not read alike, each with its page: other characters, or in
    another order. White space, hyphens and the form of characters are left aside."""
    pages = _pages(data, len(layout.pages))
    found = []
    for number, page in enumerate(layout.pages):
        for block in page:
            text = block.text(layout.own_hyphens)
            lines = "".join(squashed(line.text) for line in block.lines)
            # It stands there whole: that each of its lines does is not enough.
            if squashed(text) not in pages[number] and lines not in pages[number]:
                found.append(f"p. {number + 1}: {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}")
    return found


def _pages(data: bytes, count: int) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        texts = [_text(page) for page in reader.pages]
    except Exception:
        # What pypdf fails at, it has not read: everything is doubtful then.
        texts = []
    return [*texts, *[""] * (count - len(texts))]


def _text(page: pypdf.PageObject) -> str:
    try:
        return squashed(page.extract_text())
    except Exception:
        return ""


def squashed(text: str) -> str:
    """The characters of a text that are compared."""
    return _UNCOUNTED.sub("", unicodedata.normalize("NFKC", plain(text)))
