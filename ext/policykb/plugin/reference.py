"""The ``need`` role: a link to a record that shows its title, or words of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

from policykb.plugin import state

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx

_EXPLICIT = re.compile(r"(?s)(.*[^\s\x00])\s*<([^<>]+)>$")


class RecordReference(nodes.Inline, nodes.TextElement):
    """A reference to a record, until the titles of all records are known."""


def need_role(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Inliner,
    options: Mapping[str, Any] | None = None,
    content: Sequence[str] = (),
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """``{need}`ID` `` or ``{need}`words <ID>` ``."""
    from policykb.plugin import domain

    found = _EXPLICIT.match(text.strip())
    words, target = found.groups() if found else ("", text.strip())
    env = inliner.document.settings.env
    domain.of(env).references.setdefault(env.docname, []).append(target)
    node = RecordReference(rawtext, words or target, target=target, explicit=bool(words))
    node.source, node.line = inliner.document.current_source, lineno
    return [node], []


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a link with the record's title in the place of every reference; one that leads nowhere
    stays as its words, and the checker reports it."""
    found = list(doctree.findall(RecordReference))
    if not found:
        return
    by_id = state.base_of(app).by_id
    known = state.of(app)
    for node in found:
        entry = by_id.get(node["target"])
        if entry is None:
            node.replace_self(nodes.inline("", node.astext(), classes=["unknown-record"]))
            continue
        words = node.astext() if node["explicit"] else entry.title
        anchor = entry.id if len(entry.page.records) > 1 else ""
        link = make_refnode(
            app.builder,
            docname,
            known.docname(entry.page.path),
            anchor,
            nodes.inline("", words),
        )
        link["classes"].append("record-link")
        node.replace_self(link)
