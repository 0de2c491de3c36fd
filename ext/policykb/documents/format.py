"""The kinds of files that text is taken from."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from policykb.documents.extracted import Extracted, Refused


class Wish(NamedTuple):
    """How a text is to be taken: with the lines that recur on every page, or of a whole web page
    with its menus."""

    keep_heads: bool = False
    whole: bool = False


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


def reader(name: str) -> Callable[[bytes, Wish], Extracted]:
    """What reads a file, by its name's ending. Raises `Refused`."""
    module = MODULES.get(f".{name.lower().rpartition('.')[2]}")
    if module is None:
        raise Refused(f"its ending is none of {', '.join(MODULES)}")
    try:
        read: Callable[[bytes, Wish], Extracted]
        read = import_module(f"policykb.documents.formats.{module}").read
    except ImportError as error:
        wanted = "pip install 'policykb[documents]'"
        raise Refused(f"{error.name}, which reads it, is not installed: {wanted}") from None
    return read
