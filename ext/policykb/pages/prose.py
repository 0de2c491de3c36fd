"""A record's own words as plain text: links by the title of what they link to, no markup."""

from __future__ import annotations

import re

from policykb.kb import Base, Entry
from policykb.parse.page import Page

_ROLE = re.compile(r"\{[a-z:]+\}`([^`]*)`")
_NAMED = re.compile(r"(.*?)\s*<([^<>]+)>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_TITLE = re.compile(r"^# +(.*?)#*$", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[a-z0-9)\]”\"])[.!?](?=\s+[A-Z“\"]|$)")


def prose(base: Base, entry: Entry) -> str:
    """A record's prose in one line."""
    text = entry.page.text
    return _plain(base, " ".join(text[start:end] for start, end in entry.raw.prose))


def page_prose(base: Base, page: Page) -> str:
    """The prose of a page outside its records, headings left out, in one line."""
    return _plain(base, " ".join(page.text[start:end] for start, end in page.prose))


def page_title(page: Page) -> str:
    """The text of a page's first heading; empty where it has none."""
    match = _TITLE.search(page.text)
    return match[1].strip() if match else ""


def _plain(base: Base, text: str) -> str:
    def role(match: re.Match[str]) -> str:
        named = _NAMED.fullmatch(match[1])
        if named is not None and named[1]:
            return named[1]
        ident = (named[2] if named else match[1]).strip()
        target = base.by_id.get(ident)
        return target.title if target else ident

    text = _HEADING.sub("", text)
    text = _LINK.sub(r"\1", _ROLE.sub(role, text))
    return " ".join(_MARKS.sub("", text).split())


def first_sentence(text: str) -> str:
    """The first sentence of a text, or all of it."""
    match = _SENTENCE.search(text)
    return text[: match.end()] if match else text
