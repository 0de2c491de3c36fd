"""Records as readers see them: an article, in the form that the output has for it."""

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx_needs.data import SphinxNeedsData
from sphinx_needs.nodes import Need

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.sphinx_ext.build import incremental
from policykb.sphinx_ext.records import in_words, record_list, reference
from policykb.sphinx_ext.records.record import Record
from policykb.sphinx_ext.shared import state
from policykb.text.counted import counted

LOGGER = logging.getLogger(__name__)
REFUSED = frozenset({"latex", "epub", "man", "texinfo", "gettext"})
"""Builders of outputs that have no form for a record; all other pages are theirs as ever."""


class Articles(SphinxPostTransform):
    """Puts the article in the place of every record, before anything looks for links."""

    default_priority = 5

    def run(self, **more: Any) -> None:
        """Take one page, or all that the builder makes one of."""
        replace(self.app, self.document, self.env.docname)


def replace(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the article in the place of every record. Of a record that the checker did not read only
    its prose is left."""
    if app.builder.name in REFUSED:
        _refuse(app, doctree, docname)
    reference.resolve(app, doctree, docname)
    record_list.resolve(app, doctree, docname)
    if app.builder.format == "html" and incremental.remembers(app, docname):
        incremental.note(app, docname)
    for need in _records(app, doctree):
        entry = state.base_of(app).by_id.get(need["refid"])
        labels = [one for one in need["ids"] if one != need["refid"]]
        anchors = [nodes.target("", "", ids=labels)] if labels else []
        article = need.children if entry is None else _article(app, docname, entry, need)
        need.parent.replace(need, [*anchors, *article])
    incremental.forget(app, docname)


def _records(app: Sphinx, doctree: nodes.document) -> list[nodes.Element]:
    """The records; a project's own needs are sphinx-needs' to show."""
    if state.of(app).is_guest:
        return list(doctree.findall(Record))
    needs = SphinxNeedsData(app.env)._env_needs
    return [
        one
        for one in doctree.findall(Need)
        if one["refid"] not in needs or needs[one["refid"]]["type"] in TYPES
    ]


def _article(app: Sphinx, docname: str, entry: Entry, need: nodes.Element) -> Iterator[nodes.Node]:
    prose = list(need.children)
    if app.builder.format != "html":
        yield from in_words.article(app, docname, entry, prose)
        return
    before, after = incremental.article(app, entry)
    yield nodes.raw("", before, format="html")
    yield from prose
    yield nodes.raw("", after, format="html")


def _refuse(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leave of every page with records its heading and one sentence."""
    parts: list[tuple[nodes.Element, str]] = [(doctree, docname)]
    parts += [(one, one["docname"]) for one in doctree.findall(addnodes.start_of_file)]
    for part, name in parts:
        if state.of(app).records_of(name):
            where: nodes.Element = next(iter(part.findall(nodes.section)), part)
            title = [one for one in where.children if isinstance(one, nodes.title)]
            where.clear()
            where += [*title, nodes.paragraph("", state.site_of(app).t("record.web_only"))]


def tell(app: Sphinx, env: BuildEnvironment) -> None:
    """Say once what an output does not hold."""
    number = sum(bool(state.of(app).records_of(name)) for name in env.found_docs)
    if number and app.builder.name in REFUSED:
        LOGGER.info(
            "policykb: %s is no output for records: of %s it has the heading alone",
            app.builder.name,
            counted(number, "page"),
        )
