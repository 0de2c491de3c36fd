"""The Python reference, taken from the docstrings without importing anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

MODULES = (
    "check.engine",
    "check.reading",
    "base.settings",
    "base.index",
    "base.entry",
    "model.record_type",
    "model.record",
    "model.spec",
    "check.diagnostics",
    "check.rules.rule",
    "evidence.document.source",
    "evidence.document.find",
    "edit.fix",
    "compare.compare",
    "compare.changes",
)
HEAD = """\
# Python reference

For programs that read a base. `policykb.check.engine.check(root)` reads and checks one; everything
else hangs on what it returns. Offsets are code points; lines and columns begin at 1. The test
`tests/cli/test_api_page.py` takes this page from the docstrings and compares.
"""


def page(package: Path) -> str:
    """The whole page."""
    parts = [HEAD]
    for name in MODULES:
        tree = ast.parse((package / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8"))
        parts.append(f"## policykb.{name}\n\n{_doc(tree)}\n")
        parts += _members(tree)
    return "\n".join(parts)


def _members(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield f"### `{_signature(node)}`\n\n{_doc(node)}\n"
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield f"### class `{node.name}`\n\n{_doc(node)}\n"
            inner = list(_attributes(node))
            if inner:
                yield "\n".join(inner) + "\n"


def _attributes(node: ast.ClassDef) -> Iterator[str]:
    """Fields with the text below them, properties and methods that say something."""
    for item, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            name = item.target.id
            if not name.startswith("_") and "ClassVar" not in ast.unparse(item.annotation):
                yield _item(f"{name}: {_type(item.annotation)}", _text_below(following))
        elif isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
            said = ast.get_docstring(item) or ""
            marks = {ast.unparse(mark).rpartition(".")[2] for mark in item.decorator_list}
            if marks & {"property", "cached_property"}:
                yield _item(f"{item.name}: {_type(item.returns)}", said)
            elif said:
                yield _item(_signature(item), said)


def _item(code: str, said: str) -> str:
    words = " ".join(said.split())
    return f"- `{code}`" + (f" – {words}" if words else "")


def _type(node: ast.expr | None) -> str:
    """An annotation; of ``Annotated[...]`` the type alone."""
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Annotated":
        assert isinstance(node.slice, ast.Tuple)
        node = node.slice.elts[0]
    return ast.unparse(node) if node else "None"


def _text_below(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return ""


def _signature(node: ast.FunctionDef) -> str:
    arguments = ast.unparse(node.args)
    for first in ("self", "cls"):
        if arguments == first or arguments.startswith(f"{first},"):
            arguments = arguments[len(first) :].lstrip(", ")
    return f"{node.name}({arguments}) -> {_type(node.returns)}"


def _doc(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or "").replace("``", "`")
