"""What is taken from a document and how, and why one is refused."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Wish(NamedTuple):
    """How a text is to be taken: with the lines that recur on every page, or of a whole web page
    with its menus."""

    keep_heads: bool = False
    whole: bool = False


class Refused(Exception):
    """A document that no text can be taken from; the text says why in a sentence."""


@dataclass(slots=True)
class Extracted:
    """The text of a document and what it says of itself.

    ``pages`` is 0 where the document has none. ``left_out`` are lines that recur on its pages,
    ``doubtful`` the paragraphs that two readers read differently, ``notes`` what else to know.
    ``headline`` stands in the text; what the document does not say is empty.
    """

    text: str
    extractor: str
    pages: int = 0
    headline: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    left_out: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
