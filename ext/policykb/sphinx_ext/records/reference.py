"""The ``need`` role: a link to a record that shows its title, or words of one's own."""

import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from policykb.base.entry import Entry
from policykb.sphinx_ext.shared import notes, state

_EXPLICIT = re.compile(r"(?s)(.*[^\s\x00])\s*<([^<>]+)>$")


class RecordReference(nodes.Inline, nodes.TextElement):
    """A reference to a record, until its place in the site is known. Its words are those a reader
    will see: Sphinx copies those of headings into tables of contents and page titles."""


def need_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Inliner, *_: Any, **more: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """``{need}`ID` `` or ``{need}`words <ID>` ``."""
    found = _EXPLICIT.match(text.strip())
    words, target = found.groups() if found else ("", text.strip())
    env = inliner.document.settings.env
    notes.of(env, env.docname).references.setdefault(target, lineno)
    words = words or words_of(env.app, target)
    node = RecordReference(rawtext, words, target=target, explicit=bool(found))
    node.source, node.line = inliner.document.current_source, lineno
    return [node], []


def words_of(app: Sphinx, target: str) -> str:
    """The words of a reference that has none of its own: the record's title, or its id."""
    entry = state.base_of(app).by_id.get(target)
    return (entry.title if entry else "") or target


def note_headings(app: Sphinx, doctree: nodes.document) -> None:
    """Remember which titles of records stand in a page's headings, which Sphinx copies."""
    notes.of(app.env, app.env.docname).headings = {
        one["target"]: one.astext()
        for title in doctree.findall(nodes.title)
        for one in title.findall(RecordReference)
        if not one["explicit"]
    }


def with_old_headings(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """The pages to read again, since a record that a heading of theirs names has another title."""
    return [
        docname
        for docname, noted in notes.all_of(env).items()
        if any(words_of(app, target) != title for target, title in noted.headings.items())
    ]


def keep_children(translator: nodes.NodeVisitor, node: nodes.Node) -> None:
    """Write a reference that was copied out of a heading as its words."""


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a link with the record's title in the place of every reference; one that leads nowhere
    stays as its words, and is reported with the findings."""
    found = list(doctree.findall(RecordReference))
    if not found:
        return
    by_id = state.base_of(app).by_id
    for node in found:
        entry = by_id.get(node["target"])
        # The words that stand in the node are those of the day on which the page was read.
        words = node.astext() if node["explicit"] else words_of(app, node["target"])
        if entry is None:
            node.replace_self(nodes.inline("", words, classes=["unknown-record"]))
        else:
            node.replace_self(link(app, docname, entry, words))


def link(app: Sphinx, docname: str, entry: Entry, words: str) -> nodes.Element:
    """A link from a page to a record, or the words where the output has no page for it, as a LaTeX
    document has only those of its own table of contents."""
    anchor = entry.id if len(entry.page.records) > 1 else ""
    target = state.of(app).docname(entry.page.path)
    shown = nodes.inline("", words)
    try:
        made = make_refnode(app.builder, docname, target, anchor, shown)
    except NoUri:
        return shown
    made["classes"].append("record-link")
    return made


def add_node(app: Sphinx) -> None:
    """Tell how a reference is written."""
    words = (keep_children, keep_children)
    formats = dict.fromkeys(("html", "epub", "latex", "text", "man", "texinfo"), words)
    app.add_node(RecordReference, override=False, **formats)
