"""Markdown read without what could act.

All directives and roles of a page pass through two methods of MyST's renderer, whatever their
domain; both ask the allow-list. What is left of the page is looked at once more in `clean`.
"""

import dataclasses
from collections.abc import MutableMapping, Sequence
from typing import Any

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx

from policykb.markdown import grammar
from policykb.markdown.myst import ended
from policykb.model import TYPES
from policykb.publish.facts.site_page import frame_ids
from policykb.sphinx_ext.lockdown.allow import allows_directive, allows_role
from policykb.sphinx_ext.lockdown.breaks import Checkbox, Line, LineBreak, Struck
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.notes import note
from policykb.text.separators import READ_AS

_STEERING = frozenset({"class", "id", "target", "rel"})
_QUIET = frozenset({"directive_parse", "directive_option", "directive_comments", "directive_body"})


class PolicyRenderer(SphinxRenderer):
    """MyST's renderer, asking the allow-list first."""

    def setup_render(self, options: dict[str, Any], env: MutableMapping[str, Any]) -> None:
        """Begin a page."""
        super().setup_render(options, env)
        self._added_line = False
        pages = state.site_of(self.sphinx_env.app).pages
        for taken in frame_ids(pages, self.sphinx_env.docname):
            # A heading of that name gets another id.
            self.document.ids.setdefault(taken, nodes.target())

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **more: Any
    ) -> list[nodes.Element]:
        """Run a directive that pages may use."""
        if allows_directive(self.sphinx_env.config, name):
            return super().run_directive(name, first_line, content, position, *args, **more)
        note(self.sphinx_env, position, f"the directive {{{name}}}")
        return []

    def render_colon_fence(self, token: SyntaxTreeNode) -> None:
        """MyST puts a line feed before content that begins with a fence; take the line it adds
        off the numbers of what is nested."""
        self._added_line = token.content.startswith(":::") and token.info.lstrip().startswith("{")
        super().render_colon_fence(token)

    def nested_render_text(
        self, text: str, lineno: int, inline: bool = False, *args: Any, **more: Any
    ) -> None:
        """Render the text of a block, or of a line of it."""
        if self._added_line and not inline:
            self._added_line = False
            lineno -= 1
        super().nested_render_text(text if inline else ended(text), lineno, inline, *args, **more)

    _added_line = False

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        """Nothing: another markup language would need its own allow-list."""
        note(self.sphinx_env, token_line(token), "the directive {eval-rst}")

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Render a role that pages may use; of any other only the words."""
        name = token.meta["name"]
        if allows_role(self.sphinx_env.config, name):
            super().render_myst_role(token)
            return
        line = token_line(token) if token.map else 0
        note(self.sphinx_env, line, f"the role {{{name}}}")
        self.current_node.append(nodes.literal(token.content, token.content))

    def render_link_unknown(self, token: SyntaxTreeNode) -> None:
        """Render a link; of one whose path no file can have only the words."""
        try:
            super().render_link_unknown(token)
        except (OSError, ValueError):
            note(self.sphinx_env, token_line(token, 0), f"the link to {token.attrGet('href')}")
            with self.current_node_context(nodes.inline(), append=True):
                self.render_children(token)

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """Nothing: front matter could set page metadata and the parser's own settings."""

    def render_hardbreak(self, token: SyntaxTreeNode) -> None:
        """A node, where MyST would put raw HTML."""
        self.current_node.append(LineBreak())

    def render_s(self, token: SyntaxTreeNode) -> None:
        """A node, where MyST would put raw HTML."""
        with self.current_node_context(Struck(), append=True):
            self.render_children(token)

    def render_list_item(self, token: SyntaxTreeNode) -> None:
        """A node for the box of a task, where MyST would put raw HTML."""
        super().render_list_item(token)
        item = self.current_node.children[-1]
        for raw in list(item.findall(nodes.raw)):
            raw.replace_self(Checkbox(checked='checked="' in raw.astext()))

    def copy_attributes(
        self, token: SyntaxTreeNode, node: nodes.Element, keys: Sequence[str] = (), **more: Any
    ) -> None:
        """Leave out what would name, style or steer a part of the page, as options of directives
        may not do it either."""
        super().copy_attributes(token, node, [key for key in keys if key not in _STEERING], **more)

    def render_hr(self, token: SyntaxTreeNode) -> None:
        """A node that docutils lets stand anywhere."""
        line = Line()
        self.add_line_and_source_path(line, token)
        self.current_node.append(line)

    def render_substitution(self, token: SyntaxTreeNode, inline: bool) -> None:
        """The text as it stands: substitutions are templates that evaluate."""
        self.current_node.append(nodes.literal(token.content, token.content))

    def create_warning(self, message: str, subtype: Any, **more: Any) -> Any:
        """Leave out what is said of records' options, which the checker reports itself."""
        records = tuple(f"{name!r}:" for name in (*TYPES, "evidence"))
        if str(getattr(subtype, "value", subtype)) in _QUIET and message.startswith(records):
            return None
        return super().create_warning(message, subtype, **more)


def locked(config: MdParserConfig) -> MdParserConfig:
    """The project's settings, without what content must not do."""
    return dataclasses.replace(
        config,
        enable_extensions=set(grammar.safe(config.enable_extensions)),
        disable_syntax=sorted({*config.disable_syntax, *grammar.UNSAFE_RULES}),
        heading_anchors=config.heading_anchors or grammar.DEPTH,
        **grammar.FIXED,
    )


class PolicyParser(MystParser):
    """MyST's parser with the renderer above, and without settings in a page's own hands."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page's text into ``document``; one that is not of the base as MyST does."""
        env = document.settings.env
        if not state.of(env.app).is_ours(env.docname):
            super().parse(inputstring, document)
            return
        parser = create_md_parser(locked(env.myst_config), PolicyRenderer)
        parser.options["document"] = document
        parser.render(ended(inputstring.translate(READ_AS)))


_UNREAD = ("too-long", "conflict")
"""Kinds of faults that keep a page from being read at all."""


def give_text(app: Sphinx, docname: str, content: list[str]) -> None:
    """Give Sphinx the text that was checked, not what it read itself."""
    if state.of(app).is_ours(docname) and app.env.doc2path(docname).suffix == ".md":
        content[0] = checked_text(app, docname)


def checked_text(app: Sphinx, docname: str) -> str:
    """The text of a page as it was checked; nothing of one that the checker did not read, as of one
    so long that parsing it could take hours."""
    page = state.of(app).pages.get(docname)
    if page is None or any(fault.kind in _UNREAD for fault in page.faults):
        return ""
    return page.text
