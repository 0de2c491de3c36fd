"""A Markdown link leads to a page that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity
from policykb.rules.pkb707 import refused
from policykb.rules.rule import Rule, edit, unsafe
from policykb.rules.targets import local_links, resolve

if TYPE_CHECKING:
    from policykb.kb import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Links between pages, and images, name files that are there; what may not be linked to at
    all is PKB707's."""
    paths = base.page_at
    for link in local_links(base):
        if not link.path:
            continue
        if resolve(base, paths, link) is not None or refused(base, link.page, link.path):
            continue
        from policykb.nearest import nearest_word

        names = {path.rpartition("/")[2]: path for path in paths}
        name = link.path.rpartition("/")[2]
        near = nearest_word(name, list(names), 80.0) if name.endswith(".md") else None
        mend = None
        if near:
            import posixpath

            mend = posixpath.relpath(names[near], posixpath.dirname(link.page.path))
        yield RULE.at(
            link.page,
            link.start,
            link.start + len(link.path),
            f"the link leads to {link.path}, which does not exist",
            record=link.record,
            help=f"did you mean {mend}?" if mend else "correct the path, or remove the link",
            fix=unsafe(edit(link.page, link.start, link.start + len(link.path), mend))
            if mend
            else None,
        )


RULE = Rule("PKB602", "dead-link", Severity.ERROR, check)
