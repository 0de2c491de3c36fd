"""A Markdown link, or an entry of a table of contents, leads to a page that does not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.base.nearest import Names
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.content.link_not_allowed import refused
from policykb.check.rules.link_targets import Local, local_links, resolve
from policykb.check.rules.rule import Rule, edit, unsafe

if TYPE_CHECKING:
    from policykb.base.index import Base


def check(base: Base) -> Iterator[Diagnostic]:
    """Links between pages, and images, name files that are there; what may not be linked to at
    all is PKB707's."""
    paths = base.page_at
    known = _Paths(base)
    for link in local_links(base):
        if not link.path:
            continue
        if resolve(base, paths, link) is not None or refused(base, link.page, link.path):
            continue
        mend = known.meant(link)
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


class _Paths:
    """The pages of a base by their names, with and without the ending."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._paths: dict[bool, dict[str, str]] = {}
        self._names: dict[bool, Names] = {}

    def meant(self, link: Local) -> str | None:
        """The page that is most likely meant, as the link would name it."""
        name = link.path.rpartition("/")[2]
        bare = "." not in name
        if not bare and not name.endswith(".md"):
            return None
        near = self._pool(bare).word(self._base, name, 80.0)
        if near is None:
            return None
        mend = posixpath.relpath(self._paths[bare][near], posixpath.dirname(link.page.path))
        return mend.removesuffix(".md") if bare else mend

    def _pool(self, bare: bool) -> Names:
        if bare not in self._names:
            self._paths[bare] = {
                path.rpartition("/")[2].removesuffix(".md" if bare else ""): path
                for path in self._base.page_at
            }
            self._names[bare] = Names(list(self._paths[bare]))
        return self._names[bare]


RULE = Rule("PKB602", "dead-link", Severity.ERROR, check)
