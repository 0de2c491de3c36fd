"""Line breaks and lines across the page, wherever Markdown lets them stand.

MyST writes a hard line break as raw HTML, which pages may not have. docutils takes a transition
only between two paragraphs of a section. Both become nodes of their own until docutils has looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    Translator = Any  # one for each format, with no type in common


class LineBreak(nodes.Inline, nodes.Element):
    """A hard line break."""

    def astext(self) -> str:
        """A space: where words alone are shown, they stay in one line."""
        return " "


class Line(nodes.General, nodes.Element):
    """A thematic break, until docutils has looked for misplaced ones."""


def put_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Make transitions of the thematic breaks, after all transforms."""
    for line in list(doctree.findall(Line)):
        line.replace_self(nodes.transition())


def _html(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("<br>\n")


def _latex(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("\\\\\n")


def _text(translator: Translator, node: nodes.Element) -> None:
    translator.add_text("\n")


def _roff(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("\n.br\n")


def _texinfo(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("@*\n")


def _end(translator: Translator, node: nodes.Element) -> None:
    """Write nothing after a break."""


def setup(app: Sphinx) -> None:
    """Lines come back before anything else looks at the page."""
    app.add_node(
        LineBreak,
        html=(_html, _end),
        latex=(_latex, _end),
        text=(_text, _end),
        man=(_roff, _end),
        texinfo=(_texinfo, _end),
    )
    app.connect("doctree-read", put_lines, priority=50)
