"""The drawing on the page about the architecture, made of the imports as they stand in the code.

An extension of this repository's own site, no part of the package: ``conf.py`` names it.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from graphlib import TopologicalSorter
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

import architecture_columns as columns
from policykb.publish.drawings.text_width import width

if TYPE_CHECKING:
    from sphinx.application import Sphinx

EXT = Path(__file__).parent
PACKAGE = "policykb"
DOCNAME = "guide/architecture"
SECTION = "the-house-as-it-stands"
"""The section of the page that gets the drawing."""

FONT, PADDING, GAP, HEIGHT, FLOOR, EDGE = 11.5, 10, 48, 26, 62, 2
"""The font size of labels, the space beside them and between boxes, the height of a box, from one
floor to the next, and around the drawing."""


def imports(folder: Path) -> dict[str, set[str]]:
    """What each module below a folder imports of the others, wherever the import stands: at the
    top, in a function, or for type checkers only."""
    files = {_name(path.relative_to(folder)): path for path in folder.rglob("*.py")}
    return {name: set(_imported(path, name, files.keys())) - {name} for name, path in files.items()}


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, name: str, known: Set[str]) -> Iterator[str]:
    package = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        found: list[str] = []
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *filter(None, [node.module])])
            inner = (f"{source}.{alias.name}" for alias in node.names)
            found = [one if one in known else source for one in inner]
        yield from (one for one in found if one in known)


@dataclass(frozen=True, slots=True)
class House:
    """The rooms from the highest floor to the lowest, and how many modules of one import how many
    of another. A room is what stands at the top of the package: a folder, or a module."""

    floors: list[list[str]]
    arrows: Counter[tuple[str, str]]


def house(modules: dict[str, set[str]]) -> House:
    """The rooms of the package; raises `graphlib.CycleError` where imports lead back to a room."""
    modules = {name: modules[name] for name in modules if name.partition(".")[0] == PACKAGE}
    arrows = Counter(
        (_room(name), _room(other))
        for name, others in modules.items()
        for other in others & modules.keys()
        if _room(name) != _room(other)
    )
    below: dict[str, set[str]] = {_room(name): set() for name in modules}
    for upper, lower in arrows:
        below[upper].add(lower)
    level: dict[str, int] = {}
    for room in TopologicalSorter(below).static_order():
        level[room] = max((level[one] + 1 for one in below[room]), default=0)
    floors = range(max(level.values()), -1, -1)
    return House([sorted(one for one in level if level[one] == at) for at in floors], arrows)


def _room(module: str) -> str:
    return (*module.split("."), "__init__")[1]


def drawing(found: House) -> str:
    """The rooms as boxes, each floor above those it imports from, and a line for each arrow."""
    wide = {room: width(room, FONT) + 2 * PADDING for floor in found.floors for room in floor}
    pairs = sorted(found.arrows)
    placed = columns.arrange(found.floors, pairs, {room: size + GAP for room, size in wide.items()})
    top = {room: EDGE + FLOOR * at for at, floor in enumerate(found.floors) for room in floor}
    paths = {
        (a, b): _path([placed.places[a], *placed.passing[a, b], placed.places[b]], top[a])
        for a, b in pairs
    }
    size = round(placed.height + 2 * EDGE), EDGE * 2 + FLOOR * (len(found.floors) - 1) + HEIGHT
    lines = "".join(f'<path class="edge" d="{path}"/>\n' for path in paths.values())
    boxes = "".join(
        _box(room, placed.places[room], top[room], wide[room], _own(paths, room)) for room in wide
    )
    return (
        '<div class="scroller" tabindex="0" role="region" aria-label="Drawing of the house">\n'
        f'<svg class="network" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" '
        f'height="{size[1]}" role="group" aria-label="Rooms of the package and the imports between '
        f'them; the same is in the table below">\n{lines}{boxes}</svg>\n</div>\n'
    )


def _own(paths: dict[tuple[str, str], str], room: str) -> str:
    return "".join(path for pair, path in paths.items() if room in pair)


def _box(room: str, x: float, y: float, size: float, own: str) -> str:
    left = round(x - size / 2, 1)
    return (
        f'<g class="node t-org"><path class="own" d="{own}"/><a href="#room-{room}">'
        f'<rect x="{left}" y="{y}" width="{size:.1f}" height="{HEIGHT}" rx="4"/>'
        f'<text x="{round(left + PADDING, 1)}" y="{y + 17}">{room}</text></a></g>\n'
    )


def _path(across: list[float], y: float) -> str:
    """A line from the foot of a box to the head of one below, upright where it passes a floor."""
    drawn = f"M{across[0]:.1f} {y + HEIGHT}"
    for start, end in pairwise(across):
        foot, head = y + HEIGHT, y + FLOOR
        bend = (foot + head) / 2
        drawn += f"C{start:.1f} {bend:g} {end:.1f} {bend:g} {end:.1f} {head}"
        y = head
        drawn += f"V{y + HEIGHT}"
    return drawn.rpartition("V")[0]


def table(found: House, folder: Path) -> str:
    """The same in words: each room, what its docstring says, and from how many places it takes."""
    rows = []
    for room in (room for floor in found.floors for room in floor):
        path = folder / room
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
        takes = [
            f'<a href="#room-{b}">{b}</a>&nbsp;{n}'
            for (a, b), n in sorted(found.arrows.items())
            if a == room
        ]
        lines = sum(file.read_text("utf-8").count("\n") for file in files)
        rows.append(
            f'<tr id="room-{room}"><th scope="row">{room}</th>'
            f'<td data-label="What it is">{escape(_says(files))}</td>'
            f'<td data-label="Lines">{lines:,}</td>'
            f'<td data-label="Imports from">{", ".join(takes) or "nothing"}</td></tr>\n'
        )
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Room", "What it is", "Lines", "Imports from")
    )
    return (
        f'<table class="audit"><thead><tr>{heads}</tr></thead>\n<tbody>\n{"".join(rows)}</tbody>'
        "</table>\n"
    )


def _says(files: list[Path]) -> str:
    """The first sentence of the docstring of a room, which its shallowest module has."""
    first = min(files, key=lambda path: (len(path.parts), path.stem != "__init__"))
    text = ast.get_docstring(ast.parse(first.read_text("utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("`", "")


def draw(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the drawing and its table at the end of their section."""
    if docname != DOCNAME or app.builder.format != "html":
        return
    found = house(imports(EXT))
    for section in doctree.findall(nodes.section):
        if SECTION in section["ids"]:
            html = drawing(found) + table(found, EXT / PACKAGE)
            section += nodes.raw("", html, format="html")


def depend(app: Sphinx, doctree: nodes.document) -> None:
    """Read the page again after a change of any module."""
    if app.env.docname == DOCNAME:
        for path in (EXT / PACKAGE).rglob("*.py"):
            app.env.note_dependency(str(path))


def setup(app: Sphinx) -> dict[str, Any]:
    """After the pages' own markup was cleaned."""
    app.connect("doctree-read", depend)
    app.connect("doctree-resolved", draw, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
