"""How a text is taken from each kind of file: one module a kind, which has a function ``read``."""

from collections.abc import Callable
from importlib import import_module

from policykb.documents.extracted import Extracted, Refused, Wish

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
"""The module here that reads each kind of file, by the ending of its name. Only that one
is imported: a text needs no library."""


def reader(name: str) -> Callable[[bytes, Wish], Extracted]:
    """What reads a file, by its name's ending. Raises `Refused`."""
    module = MODULES.get(f".{name.lower().rpartition('.')[2]}")
    if module is None:
        raise Refused(f"its ending is none of {', '.join(MODULES)}")
    try:
        read: Callable[[bytes, Wish], Extracted]
        read = import_module(f"{__name__}.{module}").read
    except ImportError as error:
        what = f"{error.name}, which reads it," if error.name else "a part of what reads it"
        why = "" if error.name else f" ({str(error).splitlines()[0]})"
        wanted = "pip install 'policykb[documents]'"
        raise Refused(f"{what} is not installed: {wanted}{why}") from None
    return read
