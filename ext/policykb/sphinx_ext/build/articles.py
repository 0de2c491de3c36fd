"""Records as readers see them: an article instead of sphinx-needs' card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_needs.nodes import Need

from policykb.sphinx_ext.build import incremental
from policykb.sphinx_ext.records import fragments, record_list, reference
from policykb.sphinx_ext.shared import state

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from policykb.base.entry import Entry


def replace(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the article in the place of every record of a page; before sphinx-needs lays out its
    own. A record that the checker did not read leaves its prose only."""
    reference.resolve(app, doctree, docname)
    record_list.resolve(app, doctree, docname)
    if app.builder.format == "html":
        checksum = incremental.contribution(app, docname)
        incremental.memory(app).changed(f"page:{docname}", checksum)
    for need in list(doctree.findall(Need)):
        entry = state.base_of(app).by_id.get(need["refid"])
        labels = [one for one in need["ids"] if one != need["refid"]]
        anchors = [nodes.target("", "", ids=labels)] if labels else []
        article = _plain(need) if entry is None else _article(app, entry, need)
        need.parent.replace(need, [*anchors, *article])
    fragments.forget(app, docname)


def _article(app: Sphinx, entry: Entry, need: Need) -> list[nodes.Node]:
    if app.builder.format != "html":
        title = nodes.paragraph("", "", nodes.strong("", entry.title), ids=[entry.id])
        return [title, *_plain(need)]
    before, after = fragments.article(app, entry)
    return [
        nodes.raw("", before, format="html"),
        *_plain(need),
        nodes.raw("", after, format="html"),
    ]


def _plain(need: Need) -> list[nodes.Node]:
    return list(need.children)


def setup(app: Sphinx) -> None:
    """Before sphinx-needs' own handlers, which run at 500."""
    app.add_node(record_list.RecordList)
    app.connect("doctree-resolved", replace, priority=200)
