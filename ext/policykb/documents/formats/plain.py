"""Plain text in any encoding."""

from __future__ import annotations

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused
from policykb.documents.format import Format, Wish


def read(data: bytes, wish: Wish) -> Extracted:
    """The text as it is; its first line is the headline where it ends no sentence."""
    text, encoding = decoded(data)
    if (at := text.find("\x00")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise Refused(f"line {line} has a null character, so it is no plain text")
    found = Extracted(metadata.plain(text), f"text ({encoding})")
    if "\f" in text.rstrip():
        found.pages = text.rstrip().count("\f") + 1
    first = text.lstrip("\ufeff \r\n\t\f").partition("\n")[0].strip()
    if not first.endswith((".", "。", ":", ",")):
        found.headline = metadata.as_headline(first)
    metadata.complete(found)
    return found


def decoded(data: bytes) -> tuple[str, str]:
    """A text and its encoding. Raises `Refused` where none fits."""
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or "\x00" in str(best):
        raise Refused("its characters cannot be told; save it as UTF-8")
    return str(best), best.encoding


FORMAT = Format("text", read)
