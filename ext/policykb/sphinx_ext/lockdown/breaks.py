"""Line breaks and lines across the page, wherever Markdown lets them stand; struck words and boxes.

MyST writes all but the lines as raw HTML, which pages may not have. docutils takes a transition
only between two paragraphs of a section. Each becomes a node of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    Translator = Any  # one for each format, with no type in common
    from sphinx.application import Sphinx


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


def put_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Make transitions of the thematic breaks, after all transforms."""
    for line in list(doctree.findall(Line)):
        line.replace_self(nodes.transition())


def _html(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("<br>\n")


def _xhtml(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("<br/>\n")


def _begin_struck(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("<s>")


def _end_struck(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("</s>")


def _box(translator: Translator, node: nodes.Element) -> None:
    checked = " checked" if node["checked"] else ""
    translator.body.append(f'<input type="checkbox" disabled{checked}> ')


def _box_in_text(translator: Translator, node: nodes.Element) -> None:
    translator.add_text(node.astext())


def _box_in_body(translator: Translator, node: nodes.Element) -> None:
    translator.body.append(node.astext())


def _latex(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("\\\\\n")


def _text(translator: Translator, node: nodes.Element) -> None:
    translator.add_text("\n")


def _roff(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("\n.br\n")


def _texinfo(translator: Translator, node: nodes.Element) -> None:
    translator.body.append("@*\n")


def _end(translator: Translator, node: nodes.Element) -> None:
    """Write nothing."""


def setup(app: Sphinx) -> None:
    """Lines come back before anything else looks at the page. Where one extension names ``epub``,
    as one that sphinx-needs loads does, the format is not served by ``html``."""
    app.add_node(
        LineBreak,
        html=(_html, _end),
        epub=(_xhtml, _end),
        latex=(_latex, _end),
        text=(_text, _end),
        man=(_roff, _end),
        texinfo=(_texinfo, _end),
    )
    plain = (_end, _end)
    app.add_node(
        Struck,
        html=(_begin_struck, _end_struck),
        epub=(_begin_struck, _end_struck),
        latex=plain,
        text=plain,
        man=plain,
        texinfo=plain,
    )
    in_body = (_box_in_body, _end)
    app.add_node(
        Checkbox,
        html=(_box, _end),
        epub=in_body,
        latex=in_body,
        text=(_box_in_text, _end),
        man=in_body,
        texinfo=in_body,
    )
    app.connect("doctree-read", put_lines, priority=50)
