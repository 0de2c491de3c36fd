"""PDF: pdfium reads it, pypdf reads it again."""

import re

import pypdf
import pypdfium2

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused
from policykb.documents.format import Wish
from policykb.documents.layout import Layout, laid_out
from policykb.documents.lines import Line, lines, properties
from policykb.documents.second import differing

_PAGES = 3_000
_LEAST = 20
"""Characters a page, below which there is no text to speak of."""
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
    found.doubtful = differing(data, layout)
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
