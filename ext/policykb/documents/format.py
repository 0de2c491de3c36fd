"""A kind of file that text is taken from."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple

from policykb.documents.extracted import Extracted, Refused


class Wish(NamedTuple):
    """How a text is to be taken: with the lines that recur on every page, or of a whole web page
    with its menus."""

    keep_heads: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, the function that reads it, and the bytes it begins with,
    where all such files do."""

    name: str
    read: Callable[[bytes, Wish], Extracted]
    magic: bytes = b""


MODULES = {
    ".docx": "word",
    ".eml": "mail",
    ".htm": "web",
    ".html": "web",
    ".pdf": "pdf",
    ".text": "plain",
    ".txt": "plain",
    ".xhtml": "web",
}
"""The module in ``formats`` that reads each kind of file, by the ending of its name. Only that one
is imported: a text needs no library."""


def format_of(name: str, data: bytes) -> Format:
    """The kind of a file, by its name's ending and its first bytes. Raises `Refused`."""
    module = MODULES.get(f".{name.lower().rpartition('.')[2]}")
    if module is None:
        raise Refused(f"its ending is none of {', '.join(MODULES)}")
    try:
        found: Format = import_module(f"policykb.documents.formats.{module}").FORMAT
    except ImportError as error:
        wanted = "pip install 'policykb[documents]'"
        raise Refused(f"{error.name}, which reads it, is not installed: {wanted}") from None
    if found.magic not in data[:1024]:
        raise Refused(f"it is named as a {found.name} file and is none")
    return found
