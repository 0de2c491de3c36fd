"""A page's doctree without what loads, runs or leads elsewhere, before Sphinx collects files."""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from policykb.markdown import allowed
from policykb.sphinx_ext.lockdown import picture
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.notes import note

_PIXELS = re.compile(r"(\d{1,5})(?:px)?")
_WATCHED = (
    nodes.raw,
    nodes.meta,
    nodes.image,
    nodes.figure,
    nodes.table,
    nodes.reference,
    nodes.math,
    nodes.math_block,
    addnodes.download_reference,
    addnodes.toctree,
)


def clean(app: Sphinx, doctree: nodes.document) -> None:
    """Look at everything that could act, in one walk over the page."""
    known = state.of(app)
    if not known.is_ours(app.env.docname):
        return
    if known.is_guest:
        _keep_scripts_off(doctree)
    for node in list(doctree.findall(lambda one: isinstance(one, _WATCHED))):
        match node:
            case nodes.raw():
                note(app.env, node.line or 0, "raw markup")
                node.parent.remove(node)
            case nodes.meta():
                node.parent.remove(node)
            case nodes.image():
                _image(app, node)
            case nodes.figure() | nodes.table():
                # These become styles within the page, which its Content-Security-Policy refuses.
                node.attributes.pop("width", None)
                node["classes"] = [one for one in node["classes"] if one != "colwidths-given"]
            case addnodes.download_reference():
                note(app.env, _line(node), f"the link to the file {node['reftarget']}")
                node.replace_self(nodes.inline("", "", *node.children))
            case addnodes.toctree():
                _toctree(app, node)
            case nodes.math():
                node.replace_self(nodes.literal("", node.astext()))
            case nodes.math_block():
                node.replace_self(nodes.literal_block("", node.astext(), language="text"))
            case nodes.reference() if not _is_safe_address(node.get("refuri", "")):
                # linkify makes links of plain words; of those that were written, the check tells.
                if "linkify" not in app.config.myst_enable_extensions:
                    note(app.env, _line(node), f"the link to {node['refuri']}")
                node.replace_self(nodes.inline("", "", *node.children))


def _image(app: Sphinx, image: nodes.image) -> None:
    """Keep an image of one's own, with sizes in pixels: others would be styles in the page."""
    kept = picture.kept(app, image["uri"])
    if kept is None:
        note(app.env, _line(image), f"the image {image['uri']}")
        words = nodes.inline("", image.get("alt", ""))
        around = image.parent
        is_block = not isinstance(around.parent, nodes.TextElement)
        if isinstance(around, nodes.reference) and is_block:
            # A link that stands by itself shows an image or nothing.
            around.replace_self(words)
        else:
            image.replace_self(words)
        return
    image["uri"] = kept
    for side in ("width", "height"):
        pixels = _PIXELS.fullmatch(image.get(side, ""))
        if pixels:
            image[side] = pixels[1]
        else:
            image.attributes.pop(side, None)


def _toctree(app: Sphinx, tree: addnodes.toctree) -> None:
    for entry in list(tree["entries"]):
        if not _is_safe_address(entry[1]) or not _may_list(app, entry[1]):
            note(app.env, _line(tree), f"the link to {entry[1]}")
            tree["entries"].remove(entry)
    tree["includefiles"] = [one for one in tree["includefiles"] if _may_list(app, one)]


def _may_list(app: Sphinx, docname: str) -> bool:
    """A list of pages gives them their place in the site, which another project's pages have from
    that project alone."""
    return state.of(app).is_ours(docname) or docname not in app.env.found_docs


def _keep_scripts_off(doctree: nodes.document) -> None:
    """Keep a project's MathJax, where a page has it, from what it would take for formulas: those
    may hold links that act."""
    for part in doctree.children:
        if isinstance(part, nodes.Element):
            part["classes"] += ["tex2jax_ignore", "mathjax_ignore"]


def _line(node: nodes.Node) -> int:
    at: nodes.Node | None = node
    while at is not None:
        if at.line:
            return at.line
        at = at.parent
    return 0


def _is_safe_address(address: str) -> bool:
    """Within the site, or with a scheme that only leads to another page."""
    bare = "".join(char for char in address if char > " ").lower().replace("\\", "/")
    if bare.startswith("//") or allowed.has_login(bare):
        return False
    return bare.startswith(allowed.SCHEMES) or ":" not in bare.partition("#")[0].partition("/")[0]
