"""Markdown read without what could act: the parser's chokepoints, then a look at the result.

All directives and roles of a page pass through two methods of MyST's renderer, whatever their
domain; both ask the allow-list. What is left of the page is searched once more for nodes that load,
run or lead elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx import addnodes

from policykb import allowed
from policykb.model import TYPES
from policykb.parse.separators import AS_SPACES
from policykb.plugin.blocked import allows_directive, allows_role, note

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_RECORD_NAMES = tuple(f"{name!r}:" for name in (*TYPES, "evidence"))
_PIXELS = re.compile(r"(\d{1,5})(?:px)?")
_QUIET = frozenset({"directive_parse", "directive_option", "directive_comments", "directive_body"})


class PolicyRenderer(SphinxRenderer):
    """MyST's renderer, asking the allow-list first."""

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
        super().nested_render_text(text, lineno, inline, *args, **more)

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

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """Nothing: front matter could set page metadata and the parser's own settings."""

    def render_substitution(self, token: SyntaxTreeNode, inline: bool) -> None:
        """The text as it stands: substitutions are templates that evaluate."""
        self.current_node.append(nodes.literal(token.content, token.content))

    def create_warning(self, message: str, subtype: Any, **more: Any) -> Any:
        """Leave out what is said of records' options, which the checker reports itself."""
        if str(getattr(subtype, "value", subtype)) in _QUIET and message.startswith(_RECORD_NAMES):
            return None
        return super().create_warning(message, subtype, **more)


class PolicyParser(MystParser):
    """MyST's parser with the renderer above, and without settings in a page's own hands."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page's text into ``document``."""
        parser = create_md_parser(document.settings.env.myst_config, PolicyRenderer)
        parser.options["document"] = document
        parser.render(inputstring.translate(AS_SPACES))


def clean(app: Sphinx, doctree: nodes.document) -> None:
    """Take out what loads, runs or leads elsewhere, before Sphinx collects files to copy."""
    docname = app.env.docname
    for node in list(doctree.findall(nodes.raw)):
        note(app.env, node.line or 0, "raw markup")
        node.parent.remove(node)
    for meta in list(doctree.findall(nodes.meta)):
        meta.parent.remove(meta)
    for image in list(doctree.findall(nodes.image)):
        if not _is_own_image(app, image["uri"], docname):
            note(app.env, _line(image), f"the image {image['uri']}")
            image.replace_self(nodes.inline("", image.get("alt", "")))
        else:
            _size(image)
    sized: list[nodes.Element] = [*doctree.findall(nodes.figure), *doctree.findall(nodes.table)]
    for block in sized:
        # These become styles within the page, which its Content-Security-Policy refuses.
        block.attributes.pop("width", None)
        block["classes"] = [name for name in block["classes"] if name != "colwidths-given"]
    for download in list(doctree.findall(addnodes.download_reference)):
        note(app.env, _line(download), f"the link to the file {download['reftarget']}")
        download.replace_self(nodes.inline("", "", *download.children))
    for tree in doctree.findall(addnodes.toctree):
        for entry in list(tree["entries"]):
            if not _is_safe_address(entry[1]):
                note(app.env, _line(tree), f"the link to {entry[1]}")
                tree["entries"].remove(entry)
    for link in list(doctree.findall(nodes.reference)):
        if not _is_safe_address(link.get("refuri", "")):
            note(app.env, _line(link), f"the link to {link['refuri']}")
            link.replace_self(nodes.inline("", "", *link.children))


def _line(node: nodes.Node) -> int:
    at: nodes.Node | None = node
    while at is not None:
        if at.line:
            return at.line
        at = at.parent
    return 0


def _size(image: nodes.image) -> None:
    """Keep sizes in pixels, which are attributes; others would be styles within the page."""
    for side in ("width", "height"):
        pixels = _PIXELS.fullmatch(image.get(side, ""))
        if pixels:
            image[side] = pixels[1]
        else:
            image.attributes.pop(side, None)


def _is_safe_address(address: str) -> bool:
    """Within the site, or with a scheme that only leads to another page."""
    bare = "".join(char for char in address if char > " ").lower().replace("\\", "/")
    if bare.startswith("//"):
        return False
    return bare.startswith(allowed.SCHEMES) or ":" not in bare.partition("#")[0].partition("/")[0]


def _is_own_image(app: Sphinx, address: str, docname: str) -> bool:
    """Whether an image is a raster file among the sources."""
    if "//" in address or ":" in address or "\\" in address:
        return False
    top = Path(app.srcdir).resolve()
    file = Path(app.env.relfn2path(address, docname)[1]).resolve()
    return file.is_relative_to(top) and file.suffix.lower() in allowed.IMAGE_SUFFIXES


def setup(app: Sphinx) -> None:
    """Take the place of MyST's parser; look at every page before Sphinx's collectors do."""
    app.add_source_parser(PolicyParser, override=True)
    app.connect("doctree-read", clean, priority=100)
