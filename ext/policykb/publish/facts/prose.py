"""The words of records and pages as plain text, in one line."""

import re

from policykb.base.entry import Entry
from policykb.base.index import Base
from policykb.export.plain import own_words, plain
from policykb.markdown.page import Page

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_TITLE = re.compile(r"^ {0,3}(?:# +(.*?)#*|(\S.*)\n {0,3}=+ *)$", re.MULTILINE)


def prose(base: Base, entry: Entry) -> str:
    """A record's own words."""
    return _line(own_words(base, entry))


def page_prose(base: Base, page: Page) -> str:
    """The words of a page outside its records, without headings."""
    text = "\n\n".join(page.text[start:end] for start, end in page.prose)
    return _line(plain(base, _HEADING.sub("", text)))


def page_title(base: Base, page: Page) -> str:
    """The words of a page's first heading; empty where it has none."""
    match = _TITLE.search(page.text)
    return _line(plain(base, match[1] or match[2] or "")) if match else ""


def headings(base: Base, page: Page) -> list[str]:
    """The headings of a page below its first."""
    found = _HEADING.findall("\n\n".join(page.text[start:end] for start, end in page.prose))
    return [_line(plain(base, one.strip("# "))) for one in found if one.startswith("##")]


def _line(text: str) -> str:
    return " ".join(text.split())
