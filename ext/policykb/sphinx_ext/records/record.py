"""The directive of every record: sphinx-needs' own, given only what the model knows."""

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx_needs.directives.need import NeedDirective

from policykb.model import TYPES
from policykb.model.spec import split_items
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.notes import note


class RecordDirective(NeedDirective):
    """A need whose options are the fields of its type and nothing else.

    Options that would hide, template or evaluate (``hide``, ``template``, ``jinja_content``, …)
    never reach sphinx-needs. Its complaints stay quiet: the checker says the same, located.
    """

    def run(self) -> Sequence[nodes.Node]:
        model = TYPES.get(self.name)
        if model is None:
            return []
        if state.of(self.env.app).pages.get(self.env.docname) is None:
            # The checker reads Markdown and nothing else.
            note(self.env, self.lineno, f"{{{self.name}}} outside of Markdown")
            return []
        specs = model.specs
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
