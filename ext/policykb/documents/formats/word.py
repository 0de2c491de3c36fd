"""Word files (.docx): paragraphs, tables row by row, footnotes; no macro or link is touched."""

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused, Wish

_UNPACKED = 200_000_000
"""Bytes of a file's parts together, unpacked."""
_PARTS = 5_000
_LEFT_OUT = {qn(f"w:{name}") for name in ("del", "moveFrom", "rt", "instrText", "txbxContent")}
"""What was deleted, readings above characters, the commands of fields, and boxes, which stand
twice."""
_CHARS = {
    qn("w:tab"): " ",
    qn("w:br"): " ",
    qn("w:cr"): " ",
    qn("w:noBreakHyphen"): "-",
    qn("w:lastRenderedPageBreak"): "\f",
}
_TITLE = ("Title", "Heading 1")


def read(data: bytes, wish: Wish) -> Extracted:
    """The text of a Word file, with pages where Word has noted where it broke them. Raises
    `Refused`."""
    _look_into(data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError):
        raise Refused("it is no Word file that can be read, or it is damaged") from None
    parts = [text for text in _blocks(body) if text.strip(" \f\n") or "\f" in text]
    notes = list(_footnotes(document))
    text = metadata.plain("\n\n".join([*_pages(parts), *notes])).strip() + "\n"
    found = Extracted(text, f"python-docx {version('python-docx')}")
    found.pages = text.count("\f") + 1 if "\f" in text else 0
    said = document.core_properties
    styled = [one.text for one in document.paragraphs if _style(one) in _TITLE and one.text.strip()]
    found.headline = metadata.standing(said.title or "", text) or metadata.as_headline(
        styled[0] if styled else ""
    )
    found.author = metadata.standing(said.author or "", text)
    metadata.complete(found)
    return found


def _look_into(data: bytes) -> None:
    """Refuse what is no such file, or would unpack to more than a document is."""
    if b"PK" not in data[:1024]:
        raise Refused("it is named as a Word file and is none")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Refused("it is no Word file that can be read, or it is damaged") from None
    if len(parts) > _PARTS or sum(one.file_size for one in parts) > _UNPACKED:
        raise Refused(f"it unpacks to more than {_UNPACKED // 1_000_000} MB")
    if any(one.flag_bits & 1 for one in parts):
        raise Refused("it is encrypted; save it without a password")


def _style(paragraph: Any) -> str:
    try:
        return str(paragraph.style.name)
    except (AttributeError, KeyError):
        return ""


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs, and of each table the rows in lines that follow each other."""
    for one in body.iterchildren():
        if one.tag == qn("w:p"):
            yield _text(one)
        elif one.tag == qn("w:tbl"):
            yield "\n".join(_rows(one))
        elif one.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _blocks(one)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        cells = [
            " ".join(_text(part) for part in cell.iter(qn("w:p"))).replace("\f", " ")
            for cell in row.iterchildren(qn("w:tc"))
        ]
        if any(cell.strip() for cell in cells):
            yield f"| {' | '.join(' '.join(cell.split()) for cell in cells)} |"


def _text(element: Any) -> str:
    """The text of an element as it is read, insertions taken in and deletions left out."""
    parts: list[str] = []
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        if one.tag in _LEFT_OUT:
            continue
        if one.tag == qn("w:t"):
            parts.append(one.text or "")
        parts.append(_CHARS.get(one.tag, ""))
        stack.extend(reversed(one))
    return "".join(parts).strip(" ")


def _pages(parts: list[str]) -> Iterator[str]:
    """The paragraphs; one that runs over a page has a line break before the form feed."""
    for part in parts:
        head, feed, rest = part.partition("\f")
        if not feed or head.strip():
            yield part.replace("\f", "\n\f")
        else:
            yield feed + rest.replace("\f", "\n\f")


def _footnotes(document: Any) -> Iterator[str]:
    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            for note in parse_xml(part.blob):
                if text := " ".join(_text(one) for one in note.iter(qn("w:p"))).strip():
                    yield text
