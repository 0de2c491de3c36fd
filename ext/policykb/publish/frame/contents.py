"""A long page's list of its own headings, before the first of them."""

import re

from markupsafe import Markup

from policykb.publish.facts.interface import Interface
from policykb.publish.frame.fragments import render

FEWEST = 5
"""Headings that make a list worth its place."""

_HEADING = re.compile(
    r'(?:<section id="(?P<section>[^"]+)">\s*(?:<span id="[^"]*"></span>\s*)*<h2>'
    r'|<h2 id="(?P<own>[^"]+)"[^>]*>)(?P<words>.*?)</h2>',
    re.DOTALL,
)


def add(body: str, t: Interface, after: str = "") -> str:
    """A page's ``body`` with the list of its headings and of those ``after`` it."""
    found = list(_HEADING.finditer(body))
    links = [
        (one["own"] or one["section"], Markup(one["words"]).striptags())
        for one in (*found, *_HEADING.finditer(after))
    ]
    if len(links) < FEWEST or not found:
        return body
    first = found[0].end()
    at = max(body.rfind(tag, 0, first) for tag in ("<section", "<article"))
    if at < 0:
        return body
    return f"{body[:at]}{render('contents.html', links=links, t=t)}{body[at:]}"
