"""Why no build can begin with a conf.py, told from its syntax tree: nothing is run or imported."""

import ast
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

PATHS = ("html_static_path", "html_extra_path", "html_logo", "html_favicon")
"""Settings that name folders and files, relative to the folder of conf.py; a build with -W fails
where one is not there."""
_KNOWN_WHOLE = ("policykb", "sphinx")
"""Packages whose modules are all files: others may make theirs as they load."""
_LOOKED_FOR = frozenset({"path", "addsitedir"})
"""The names in sys and site of what changes where modules are looked for."""
_EXITS = frozenset({"exit", "quit", "sys.exit", "os._exit", "os.abort"})


class Fault(NamedTuple):
    """Why no build can begin with a conf.py, with the line and column, and what to do."""

    line: int
    column: int
    said: str
    help: str


def no_python(line: int, column: int, what: str) -> Fault:
    """What is said of a line that Python cannot read."""
    said = f"this is not Python, and no build can begin: {what}"
    return Fault(line, column, said, "correct this line, or one before it that is not closed")


def stop(tree: ast.Module, values: dict[str, Any], folders: tuple[Path, ...]) -> Fault | None:
    """The first statement that ends every build, of those that stand in no other: one that raises,
    imports what is not there, or sets what is written out to what no build takes. A module may
    also lie in one of some folders, the last of them that of conf.py, or anywhere where conf.py
    changes the path; in a project of others (no folders) no import is judged."""
    has_path = any(map(_is_path, ast.walk(tree)))
    for statement in tree.body:
        if _is_end(statement):
            return _at(statement, "this ends it", "take this line out")
        if isinstance(statement, ast.ImportFrom) and statement.level:
            said = "conf.py is in no package that a dot could stand for"
            return _at(statement, said, "name the module without the dot")
        if not folders:
            continue
        found = None if has_path else _missing(statement, folders)
        found = found or _unfit(statement, values, folders, has_path)
        if found:
            return found
    return None


def _at(node: ast.stmt | ast.expr, said: str, help: str) -> Fault:
    return Fault(*_place(node), f"no build can begin: {said}", help)


def _place(node: ast.stmt | ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset + 1


def _no_module(node: ast.stmt | ast.expr, name: str) -> Fault:
    help = "correct its name, or install the package that has it"
    return _at(node, f"there is no module {name}", help)


def _missing(statement: ast.stmt, folders: tuple[Path, ...]) -> Fault | None:
    """What a statement imports and cannot."""
    names = (name for name in _imported(statement) if not _is_there(name, folders))
    return next((_no_module(statement, name) for name in names), None)


def _unfit(
    statement: ast.stmt, values: dict[str, Any], folders: tuple[Path, ...], has_path: bool
) -> Fault | None:
    """What is wrong with a setting that is written out where it gets its last value."""
    for node in _written(statement, "extensions", values):
        if not isinstance(values["extensions"], list | tuple):
            return _at(node, "extensions is no list", "write the names in square brackets")
        if not isinstance(node.value, str):
            return _at(node, f"{node.value!r} is no extension's name", "take it out")
        if not has_path and not _is_there(_judged(node.value), folders):
            return _no_module(node, node.value)
    for setting in PATHS:
        for node in _written(statement, setting, values):
            if isinstance(node.value, str) and not _exists(folders[-1], node.value):
                said = f"{setting} names {node.value}, which is not there"
                return Fault(*_place(node), said, "correct it, or take it out")
    return None


def _written(statement: ast.stmt, setting: str, values: dict[str, Any]) -> Iterator[ast.Constant]:
    """The constants of a statement that are in a setting in the end."""
    given = values.get(setting)
    kept = given if isinstance(given, list | tuple) else [given]
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) and statement.value:
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        if any(isinstance(one, ast.Name) and one.id == setting for one in targets):
            for node in ast.walk(statement.value):
                if isinstance(node, ast.Constant) and node.value and node.value in kept:
                    yield node


def _exists(folder: Path, path: str) -> bool:
    return "://" in path or (folder / path).exists()


def _is_path(node: ast.AST) -> bool:
    """Whether it is ``sys.path`` or another path that modules are looked for on, as an attribute
    or imported by its name."""
    if isinstance(node, ast.ImportFrom):
        names = {one.name for one in node.names}
        return node.module in ("sys", "site") and not names.isdisjoint({*_LOOKED_FOR, "*"})
    return isinstance(node, ast.Attribute) and node.attr in _LOOKED_FOR


def _is_end(statement: ast.stmt) -> bool:
    """Whether it raises whatever was before: ``raise``, ``assert False``, ``sys.exit()``."""
    if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Constant):
        return not statement.test.value
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return ast.unparse(statement.value.func) in _EXITS
    return isinstance(statement, ast.Raise)


def _imported(statement: ast.stmt) -> Iterator[str]:
    """The modules that a statement imports, as far as they are judged; what it takes from this
    package itself is a module or one of its names."""
    if isinstance(statement, ast.Import):
        yield from (_judged(one.name) for one in statement.names)
    elif isinstance(statement, ast.ImportFrom) and statement.module:
        yield _judged(statement.module)
        own = sys.modules.get(statement.module) if statement.module == "policykb" else None
        if own:
            yield from (
                f"policykb.{one.name}"
                for one in statement.names
                if one.name != "*" and not hasattr(own, one.name)
            )


def _judged(name: str) -> str:
    """As much of a module's name as is judged."""
    top = name.partition(".")[0]
    return name if top in _KNOWN_WHOLE else top


def _is_there(name: str, folders: tuple[Path, ...]) -> bool:
    """Whether a module can be found. None is imported for it."""
    top, *inner = name.split(".")
    if top in sys.stdlib_module_names:
        return True
    if any((folder / top).is_dir() or (folder / f"{top}.py").is_file() for folder in folders):
        return True
    try:
        spec = find_spec(top)
    except ValueError:
        return True
    for part in inner:
        spec = _below(spec, part) if spec else None
    return spec is not None


def _below(package: ModuleSpec, part: str) -> ModuleSpec | None:
    """A module in a package."""
    where = package.submodule_search_locations
    return PathFinder.find_spec(f"{package.name}.{part}", where) if where is not None else None
