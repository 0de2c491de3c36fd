"""The directives of a record and of what is quoted in it."""

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.util.docutils import SphinxDirective
from sphinx_needs.directives.need import NeedDirective

from policykb.model import EVIDENCE_OPTIONS, TYPES
from policykb.model.spec import split_items
from policykb.sphinx_ext.lockdown.allow import AnyOption
from policykb.sphinx_ext.shared import notes, state
from policykb.sphinx_ext.shared.notes import Seen, note


def _is_read(directive: SphinxDirective) -> bool:
    """Whether a record stands in Markdown: the checker reads nothing else."""
    if directive.env.docname in state.of(directive.env.app).pages:
        return True
    note(directive.env, directive.lineno, f"{{{directive.name}}} outside of Markdown")
    return False


class RecordDirective(NeedDirective):
    """A need whose options are the fields of its type and nothing else.

    Options that would hide, template or evaluate (``hide``, ``template``, ``jinja_content``, …)
    never reach sphinx-needs. Its complaints stay quiet: the checker says the same, located.
    """

    def run(self) -> Sequence[nodes.Node]:
        if self.name not in TYPES or not _is_read(self):
            return []
        specs = TYPES[self.name].specs
        options: dict[str, str | None] = {}
        for name, value in self.options.items():
            spec = specs.get(name)
            text = (value or "").strip()
            if spec is None or name == "title" or not text:
                continue
            if spec.is_link:
                text = ", ".join(split_items(text) if spec.many else [text])
            options[name] = text
        self.options = options
        made = super().run()
        for node in made:
            if isinstance(node, nodes.target):
                # A label just before the record would follow this to a node that no one indexes.
                node.attributes.pop("refid", None)
        return made

    def _log_warning(self, message: str, code: Any = "directive", /) -> None:
        """Say nothing: see the class."""


class Record(nodes.General, nodes.Element):
    """A record with its prose, until its article takes its place."""


class GuestRecordDirective(SphinxDirective):
    """A record in another project's site, where sphinx-needs is that project's own: keeps what it
    reads, to be held against what the checker read, and parses the prose."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        if not _is_read(self):
            return []
        ident = (self.options.get("id") or "").strip()
        title = self.arguments[0] if self.arguments else ""
        seen = Seen(ident, self.name, title, self.lineno, self._fields())
        notes.of(self.env, self.env.docname).records.append(seen)
        made = Record("", refid=ident)
        self.set_source_info(made)
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]

    def _fields(self) -> notes.Fields:
        specs = TYPES[self.name].specs
        found = {}
        for name, value in self.options.items():
            text = (value or "").strip()
            if name in specs and name not in ("id", "title"):
                spec = specs[name]
                if name == "tags":
                    text = notes.joined(text.replace(";", ",").split(","))
                elif spec.is_link:
                    text = notes.joined(split_items(text) if spec.many else [text])
                found[name] = text
        return notes.filled(found)


class EvidenceDirective(Directive):
    """A quotation: takes its text as it stands and leaves nothing in the page; its record's article
    shows it."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(EVIDENCE_OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        return []
