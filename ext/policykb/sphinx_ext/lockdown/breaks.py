"""Line breaks and lines across the page, wherever Markdown lets them stand; struck words and boxes.

MyST writes all but the lines as raw HTML, which pages may not have. docutils takes a transition
only between two paragraphs of a section. Each becomes a node of its own.
"""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

Translator = Any  # one for each format, with no type in common
Visit = Callable[[Translator, Any], None]


class LineBreak(nodes.Inline, nodes.Element):
    """A hard line break."""

    def astext(self) -> str:
        """A space: where words alone are shown, they stay in one line."""
        return " "


class Struck(nodes.Inline, nodes.TextElement):
    """Words that are struck out."""


class Checkbox(nodes.Inline, nodes.Element):
    """The box of a task, which a reader cannot tick."""

    def astext(self) -> str:
        """The box as it is written."""
        return "[x] " if self["checked"] else "[ ] "


class Line(nodes.General, nodes.Element):
    """A thematic break, until docutils has looked for misplaced ones."""


BREAKS = {
    "html": "<br>\n",
    "epub": "<br/>\n",
    "latex": "\\\\\n",
    "text": "\n",
    "man": "\n.br\n",
    "texinfo": "@*\n",
}
"""A line break in each format."""


def put_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Make transitions of the thematic breaks, after all transforms."""
    for line in list(doctree.findall(Line)):
        line.replace_self(nodes.transition())


def _writes(words: str) -> Visit:
    return lambda translator, node: _write(translator, words)


def _write(translator: Translator, words: str) -> None:
    add = getattr(translator, "add_text", None) or translator.body.append
    add(words)


def _box(translator: Translator, node: nodes.Element) -> None:
    checked = " checked" if node["checked"] else ""
    _write(translator, f'<input type="checkbox" disabled{checked}> ')


def _box_as_text(translator: Translator, node: nodes.Element) -> None:
    _write(translator, node.astext())


def _nothing(translator: Translator, node: nodes.Element) -> None:
    """Write nothing."""


def add_nodes(app: Sphinx) -> None:
    """Tell how they are written. Where one extension names ``epub``, as one that sphinx-needs loads
    does, the format is not served by ``html``."""
    breaks = {name: (_writes(words), _nothing) for name, words in BREAKS.items()}
    app.add_node(LineBreak, override=False, **breaks)
    struck = dict.fromkeys(("html", "epub"), (_writes("<s>"), _writes("</s>")))
    app.add_node(Struck, override=False, **dict.fromkeys(BREAKS, (_nothing, _nothing)) | struck)
    boxes = dict.fromkeys(BREAKS, (_box_as_text, _nothing)) | {"html": (_box, _nothing)}
    app.add_node(Checkbox, override=False, **boxes)
