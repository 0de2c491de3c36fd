"""The directive of a record in another project's site, where sphinx-needs is that project's own."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from policykb.model import TYPES
from policykb.model.spec import Spec, split_items
from policykb.sphinx_ext.lockdown.blocked import AnyOption
from policykb.sphinx_ext.shared import notes, state
from policykb.sphinx_ext.shared.notes import Seen, note


class Record(nodes.General, nodes.Element):
    """A record with its prose, until its article takes its place."""


class GuestRecordDirective(SphinxDirective):
    """Keeps what it reads, to be held against what the checker read, and parses the prose."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        ident = (self.options.get("id") or "").strip()
        if state.of(self.env.app).pages.get(self.env.docname) is None:
            # The checker reads Markdown and nothing else.
            note(self.env, self.lineno, f"{{{self.name}}} outside of Markdown")
            return []
        title = self.arguments[0] if self.arguments else ""
        seen = Seen(ident, self.name, title, self.lineno, self._fields())
        notes.of(self.env).records.setdefault(self.env.docname, []).append(seen)
        made = Record("", refid=ident)
        self.set_source_info(made)
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]

    def _fields(self) -> tuple[tuple[str, str], ...]:
        specs = TYPES[self.name].specs
        found = {
            name: _kept(specs[name], name, (text or "").strip())
            for name, text in self.options.items()
            if name in specs and name not in ("id", "title")
        }
        return tuple(sorted((name, text) for name, text in found.items() if text))


def _kept(spec: Spec, name: str, text: str) -> str:
    """The items of a list in the order of letters, as sphinx-needs' are compared."""
    if spec.is_link:
        items = split_items(text) if spec.many else [text]
    elif name == "tags":
        items = text.replace(";", ",").split(",")
    else:
        return text
    return ",".join(sorted(one.strip() for one in items if one.strip()))
