"""The ``records`` directive: a table of records by type and status, without expressions.

``type`` and ``status`` take names separated by commas; ``columns`` the fields
to show beside the title; ``sort`` a field, with ``-`` before it for the reverse; ``limit`` a count.
"""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from policykb.base.entry import Entry
from policykb.markdown.record_list import OPTIONS, faults, names
from policykb.model import TYPES
from policykb.publish.facts import status
from policykb.publish.facts.site import Site
from policykb.sphinx_ext.records import reference
from policykb.sphinx_ext.shared import notes, state
from policykb.sphinx_ext.shared.notes import note

COLUMNS = ("status",)
"""What is shown where ``columns`` is not given."""


WIDEST = 40
"""Letters in a line of a column, where the output counts them."""


class RecordList(nodes.General, nodes.Element):
    """A list of records, until all of them are known."""


class RecordListDirective(SphinxDirective):
    """Notes what is asked for; an option that cannot be met leaves the list out."""

    option_spec = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        asked = {name: text.strip() for name, text in self.options.items() if text.strip()}
        for _, fault in faults(asked):
            note(self.env, self.lineno, f"{{records}} with {fault}")
            return []
        notes.of(self.env, self.env.docname).lists.append(asked)
        return [RecordList("", asked=asked)]


def rows(site: Site, asked: dict[str, str]) -> list[Entry]:
    """The records that are asked for, in order."""
    types = names(asked, "type") or list(TYPES)
    statuses = names(asked, "status")
    found = [
        entry
        for entry in site.entries
        if entry.type in types and (not statuses or entry.text("status") in statuses)
    ]
    order = asked.get("sort", "title")
    name = order.lstrip("-")
    found.sort(key=lambda entry: _words(site, entry, name), reverse=order.startswith("-"))
    return found[: int(asked["limit"])] if "limit" in asked else found


def columns(asked: dict[str, str]) -> list[str]:
    """The fields beside the title."""
    given = names(asked, "columns")
    return [name for name in given or COLUMNS if name not in ("title", "id")]


def summary(site: Site, asked: dict[str, str]) -> str:
    """All words of a list, to tell whether it changed."""
    names = columns(asked)
    return "\0".join(
        f"{entry.id}\0{entry.title}\0{entry.page.path}\0"
        + "\0".join(_shown(site, entry, name) for name in names)
        for entry in rows(site, asked)
    )


def _words(site: Site, entry: Entry, name: str) -> str:
    if name == "title":
        return entry.title.casefold()
    return entry.text(name) if name != "type" else entry.type


def _shown(site: Site, entry: Entry, name: str) -> str:
    if name == "type":
        return site.kind(entry.model)
    if name not in entry.specs:
        return ""
    if name == "status":
        return status.line(site, entry)
    return site.text(entry, name)


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a table in the place of every list of a page."""
    for node in list(doctree.findall(RecordList)):
        site, asked = state.site_of(app), node["asked"]
        found = rows(site, asked)
        if not found:
            node.replace_self(nodes.paragraph("", site.t("list.no_records")))
            continue
        names = columns(asked)
        group = nodes.tgroup("", cols=len(names) + 1)
        texts = [[entry.title, *(_shown(site, entry, name) for name in names)] for entry in found]
        for column in zip(*texts, strict=True):
            # Plain text has the columns so wide.
            group += nodes.colspec("", colwidth=min(WIDEST, max(8, *map(len, column)) + 2))
        said = (name.replace("_", " ").capitalize() for name in names)
        labels = [site.t.word(one) for one in ("Title", *said)]
        group += nodes.thead("", _row([nodes.Text(label) for label in labels]))
        body = nodes.tbody()
        for entry, (_, *shown) in zip(found, texts, strict=True):
            words = [nodes.Text(text) for text in shown]
            body += _row([reference.link(app, docname, entry, entry.title), *words])
        group += body
        node.replace_self(nodes.table("", group, classes=["record-list"]))


def _row(cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))
