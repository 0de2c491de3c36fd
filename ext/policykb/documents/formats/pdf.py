"""PDF: pdfium reads it, pypdf reads it again."""

import io
import logging
import re
import unicodedata

import pypdf
import pypdfium2

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused, Wish
from policykb.documents.layout import Layout, laid_out
from policykb.documents.lines import Line, lines, properties

_PAGES = 3_000
_LEAST = 20
"""Characters a page, below which there is no text to speak of."""
_UNCOUNTED = re.compile(r"[\s|\x00-\x1f\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff\ufffe-]+")
_SHOWN = 120
_FOREIGN = re.compile("[\ue000-\uf8ff\ufffd]")
"""Characters that a font names without saying what they are."""


def read(data: bytes, wish: Wish) -> Extracted:
    """The text of a PDF with its pages. Raises `Refused`."""
    if b"%PDF-" not in data[:1024]:
        raise Refused("it is named as a PDF file and is none")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("it is encrypted; save it without a password") from None
        raise Refused("it is no PDF that can be read, or it is damaged") from None
    if not 0 < len(document) <= _PAGES:
        raise Refused(f"it has {len(document):,} pages; {_PAGES:,} are read at most")
    pages, heights = _lines(document)
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < _LEAST * len(pages):
        raise Refused("it has next to no text; where it is scanned, run OCR over it first")
    layout = laid_out(pages, heights, keep_heads=wish.keep_heads)
    extractor = f"pypdfium2 {pypdfium2.PYPDFIUM_INFO} (pypdf {pypdf.__version__})"
    found = Extracted(metadata.plain(layout.text()), extractor, len(pages))
    found.left_out = layout.left_out
    found.doubtful = _differing(data, layout)
    if _FOREIGN.search(found.text):
        found.notes.append("some characters of its fonts have no meaning that is given")
    said = properties(document)
    found.headline = metadata.standing(said.get("title", ""), found.text) or _largest(layout)
    found.author = metadata.standing(said.get("author", ""), found.text)
    metadata.complete(found)
    return found


def _lines(document: pypdfium2.PdfDocument) -> tuple[list[list[Line]], list[float]]:
    found, heights = [], []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        found.append(lines(text))
        heights.append(page.get_height())
        text.close()
        page.close()
    return found, heights


def _largest(layout: Layout) -> str:
    """What stands in the largest letters of the first page."""
    first = layout.pages[0] if layout.pages else []
    size = max((block.size for block in first), default=0.0)
    if size < layout.body * 1.1:
        return ""
    large = [block for block in first if block.size > size * 0.95]
    return metadata.as_headline(large[0].text(layout.own_hyphens))


def _differing(data: bytes, layout: Layout) -> list[str]:
    """The paragraphs that pypdf does not read alike, each with its page: other characters, or in
    another order. White space, hyphens and the form of characters are left aside."""
    pages = _read_again(data, len(layout.pages))
    found = []
    for number, page in enumerate(layout.pages):
        for block in page:
            text = block.text(layout.own_hyphens)
            parts = "".join(_squashed(line.text) for line in block.lines)
            # It stands there whole: that each of its lines does is not enough.
            if _squashed(text) not in pages[number] and parts not in pages[number]:
                found.append(f"p. {number + 1}: {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}")
    return found


def _read_again(data: bytes, count: int) -> list[str]:
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
        return _squashed(page.extract_text())
    except Exception:
        return ""


def _squashed(text: str) -> str:
    """The characters of a text that are compared."""
    return _UNCOUNTED.sub("", unicodedata.normalize("NFKC", metadata.plain(text)))
