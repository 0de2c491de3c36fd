"""Plain text in any encoding."""

import re

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused, Wish


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
    except UnicodeDecodeError as error:
        at = error.start
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or "\x00" in str(best) or _is_by_chance(str(best), best.encoding):
        line = data.count(b"\n", 0, at) + 1
        said = f"the byte 0x{data[at]:02x} in line {line} is no UTF-8, and no other encoding fits"
        raise Refused(f"{said}; save it as UTF-8")
    return str(best), best.encoding


def _is_by_chance(text: str, encoding: str) -> bool:
    """Whether bytes were read as UTF-16 or UTF-32, in which nearly all bytes are some character,
    and no space, end of a line or kana says that it is one."""
    return encoding.startswith(("utf_16", "utf_32")) and not _WRITTEN.search(text)


_WRITTEN = re.compile(r"[\s\u3040-\u30ff]")
