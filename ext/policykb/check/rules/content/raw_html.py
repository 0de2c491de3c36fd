"""A page has raw HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule
from policykb.markdown.myst_inline import missed
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base

_NAME = lazy(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_TAG = lazy(r"<[^\n>]{0,200}>?")


def check(base: Base) -> Iterator[Diagnostic]:
    """Tags and HTML comments are refused; the build would show them as text. A closing tag belongs
    to the opening one."""
    for page in base.pages:
        if "<" not in page.text:
            continue
        opened: set[str] = set()
        for item, record in page.inlines:
            if item.kind != "html":
                continue
            name = _NAME().match(page.text, item.start)
            if name is not None:
                if name[1] and name[2].lower() in opened:
                    continue
                opened.add(name[2].lower())
            tag = _TAG().match(page.text, item.start)
            end = tag.end() if tag else item.end
            comment = item.text == "<!--"
            yield RULE.at(
                page,
                item.start,
                end,
                "pages here have no HTML" + (" comments" if comment else ""),
                record=record,
                help="a comment is a line that begins with %" if comment else HELP,
            )
    for page, one in missed(base.pages, "html"):
        yield RULE.at(page, one.start, one.end, "pages here have no HTML", help=HELP)


HELP = "write Markdown; to show a tag, put it in `backticks`"


RULE = Rule("PKB703", "raw-html", Severity.ERROR, check)
