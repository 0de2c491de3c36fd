"""Documents made to harm whoever reads them, by the name of a file, and what is said of each.

An empty word stands for those that are read all the same: what they carry is left alone.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

TEXT = "The Harbour Fund pays 40 million euros for cables in seventeen harbours until 2030."
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BOMB = 1_500_000_000
"""Bytes that a stream unpacks to."""


def stream(content: bytes, filters: str = "") -> bytes:
    """A PDF of one page with this content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
        b"/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters.encode(), content),
    ]
    return raw(objects)


def raw(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end


def shown(text: str = TEXT) -> bytes:
    return f"BT /F1 11 Tf 72 700 Td ({text}) Tj ET\n".encode()


def deflated(times: int) -> bytes:
    """Spaces behind a text, packed as often; a packed piece stands there again and again."""
    packer = zlib.compressobj(9)
    content = packer.compress(shown()) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(b" " * 10**7) + packer.flush(zlib.Z_FULL_FLUSH)
    content += piece * (BOMB // 10**7) + packer.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return stream(content, f"/Filter[{'/FlateDecode' * times}]")


def circle() -> bytes:
    kids = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"
    return raw([b"<</Type/Catalog/Pages 2 0 R>>", kids], b"/Prev 9")


def nested() -> bytes:
    return stream(shown() + b"[" * 200_000)


def broken() -> bytes:
    """Every object is said to stand elsewhere."""
    return re.sub(rb"\d{10} 00000 n", b"0000009999 00000 n", stream(shown()))


def acting() -> bytes:
    """A script that calls an address as soon as it is opened."""
    one = stream(shown())
    act = b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>"
    return one.replace(b"/Type/Catalog", b"/Type/Catalog" + act)


def docx(document: str, more: dict[str, bytes] | None = None, size: int = 0) -> bytes:
    """A Word file with this body, other parts, and ``size`` zeros."""
    out = io.BytesIO()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
        ' Extension="bin" ContentType="application/octet-stream"/><Override'
        f' PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a"'
        f' Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in {**parts, **(more or {})}.items():
            made.writestr(name, text)
        if size:
            made.writestr("word/media/a.bin", b"0" * size)
    return out.getvalue()


def body(inner: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{_WORD}"><w:body>{inner}</w:body></w:document>'


def paragraph(text: str = TEXT) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def laughing() -> bytes:
    entities = "".join(
        f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha" * 50}">' for at in range(10)
    )
    return docx(body(paragraph("&l9;"), f"<!DOCTYPE w [{entities}]>"))


def outside() -> bytes:
    said = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return docx(body(paragraph(f"{TEXT}&x;"), said))


def linked() -> bytes:
    """A template and a picture of another host, and a macro."""
    target = 'Target="http://127.0.0.1:9/x" TargetMode="External"'
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" {target}'
        f' Type="{_RELATION}/attachedTemplate"/><Relationship Id="b" {target}'
        f' Type="{_RELATION}/image"/></Relationships>'
    )
    more = {"word/_rels/document.xml.rels": relations.encode(), "word/vbaProject.bin": b"Shell"}
    return docx(body(paragraph()), more)


def lying() -> bytes:
    """A part that says that it is small, and is not."""
    data = docx(body(paragraph(TEXT * 200_000)))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        size = made.getinfo("word/document.xml").file_size
    return data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))


def page(inner: str) -> bytes:
    return f"<html><body><h1>Cables</h1><p>{TEXT}</p>{inner}</body></html>".encode()


def parts() -> bytes:
    """A message in messages."""
    heads = "".join(
        f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(3_000)
    )
    return f"Subject: Cables\nFrom: a@b.example\n{heads}\n{TEXT}".encode()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.pdf": (lambda: deflated(2), "breaks on it"),
    "circle.pdf": (circle, "pages"),
    "nested.pdf": (nested, ""),
    "acting.pdf": (acting, ""),
    "broken.pdf": (broken, ""),
    "cut.pdf": (lambda: stream(shown())[:200], "damaged"),
    "scanned.pdf": (lambda: stream(b" "), "OCR"),
    "page.pdf": (lambda: b"<html>no PDF</html>", "none"),
    "bomb.docx": (lambda: docx(body(paragraph()), size=201_000_000), "unpacks to more"),
    "lying.docx": (lying, "damaged"),
    "laughing.docx": (laughing, "damaged"),
    "outside.docx": (outside, ""),
    "linked.docx": (linked, ""),
    "deep.docx": (lambda: docx(body("<w:p>" * 100_000)), "damaged"),
    "deep.html": (lambda: page("<div>" * 100_000), ""),
    "frames.html": (
        lambda: page('<iframe src="http://127.0.0.1:9/"></iframe><img src="file:///etc/passwd">'),
        "",
    ),
    "parts.eml": (parts, "breaks on it"),
    "noise.eml": (lambda: b"noise", "no message"),
    "zeros.txt": (lambda: b"\0" * 1_000_000, "null character"),
    "empty.txt": (lambda: b"", "no text"),
    "program.exe": (lambda: b"MZ", "ending"),
}
