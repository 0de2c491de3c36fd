"""What a project's conf.py says of Markdown, read as a syntax tree and never run.

What is written out is read; what is computed is not, and `Conf.computed` tells where it stands.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from policykb.base.patterns import pattern
from policykb.base.settings import Settings
from policykb.markdown.grammar import Grammar, grammar

PREFIX = "myst_"
_OWN = "policykb."
_OTHERS = frozenset({"language", "html_theme", "exclude_patterns"})
_IF_WRITTEN = frozenset({"html_baseurl"})
"""Settings that no check depends on: of use where they are written out, no loss where computed."""
_PATHS = frozenset({"path", "addsitedir"})
"""The names in sys and site of what changes where modules are looked for."""


class Fault(NamedTuple):
    """Why no build can begin with a conf.py, with the line and column, and what to do."""

    line: int
    column: int
    said: str
    help: str


@dataclass
class Conf:
    """The settings of Sphinx that are looked at, by name; ``path`` is that of conf.py, relative to
    the root, or empty; ``computed`` has the line and column of each that is not written out."""

    path: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    computed: dict[str, tuple[int, int]] = field(default_factory=dict)
    fault: Fault | None = None

    @cached_property
    def grammar(self) -> Grammar:
        """The Markdown that the pages are written in."""
        given = {name.removeprefix(PREFIX): one for name, one in self.values.items()}
        return grammar(given)

    @property
    def language(self) -> str:
        """The language of the pages; empty where none is given."""
        given = self.values.get("language")
        return given.replace("_", "-") if isinstance(given, str) else ""

    def excludes(self, path: str, docs: str) -> bool:
        """Whether the build leaves a page out; patterns are relative to the folder of conf.py, or
        to that of the pages."""
        given = self.values.get("exclude_patterns")
        patterns = [one for one in given or () if isinstance(one, str)] if _is_list(given) else []
        if not patterns:
            return False
        folders = {str(PurePosixPath(self.path).parent), docs.rstrip("/")}
        names = [path.removeprefix(f"{folder}/") for folder in folders if _is_in(path, folder)]
        return any(_matches(one, name) for one in patterns for name in names)


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple | set)


def _is_in(path: str, folder: str) -> bool:
    return folder == "." or path.startswith(f"{folder}/")


def _matches(given: str, name: str) -> bool:
    """Whether a pattern of Sphinx stands for a page or for a folder that it is in."""
    wanted, page = pattern(given.rstrip("/")), PurePosixPath(name)
    return any(wanted.fullmatch(str(one)) for one in (page, *page.parents[:-1]))


def read(root: Path, settings: Settings) -> Conf:
    """The conf.py of a base: in its top folder, or between that and the folder of pages."""
    folder = PurePosixPath(settings.docs.rstrip("/"))
    for place in (*reversed(folder.parents), folder):
        path = str(place / "conf.py")
        try:
            tree = _parsed((root / path).read_bytes())
            values, computed = _values(tree)
            is_guest = settings.site == "records" or "html_theme" in {*values, *computed}
            folders = () if is_guest else (root, (root / path).parent)
            return Conf(path, values, computed, _stop(tree, folders))
        except SyntaxError as error:
            at = error.lineno or 1, max(error.offset or 1, 1)
            return Conf(path, fault=_no_python(*at, error.msg))
        except (RecursionError, MemoryError):
            return Conf(path, fault=_no_python(1, 1, "it is nested too deeply"))
        except (OSError, ValueError):
            continue
    return Conf()


def _no_python(line: int, column: int, what: str) -> Fault:
    said = f"this is not Python, and no build can begin: {what}"
    return Fault(line, column, said, "correct this line, or one before it that is not closed")


def _stop(tree: ast.Module, folders: tuple[Path, ...]) -> Fault | None:
    """The first statement that ends every build, of those that stand in no other: one that raises,
    or imports what is not there. A module may also lie in one of some folders, or anywhere where
    conf.py changes the path; in a project of others (no folders) no import is judged."""
    has_path = not folders or any(map(_is_path, ast.walk(tree)))
    for statement in tree.body:
        place = statement.lineno, statement.col_offset + 1
        if _is_end(statement):
            return Fault(*place, "no build can begin: this ends it", "take this line out")
        if isinstance(statement, ast.ImportFrom) and statement.level:
            said = "no build can begin: conf.py is in no package that a dot could stand for"
            return Fault(*place, said, "name the module without the dot")
        for name in () if has_path else _imported(statement):
            if not _is_there(name, folders):
                said = f"no build can begin: there is no module {name}"
                return Fault(*place, said, "correct its name, or install the package that has it")
    return None


def _is_path(node: ast.AST) -> bool:
    """Whether it is ``sys.path`` or another path that modules are looked for on, as an attribute
    or imported by its name."""
    if isinstance(node, ast.ImportFrom):
        names = {one.name for one in node.names}
        return node.module in ("sys", "site") and not names.isdisjoint({*_PATHS, "*"})
    return isinstance(node, ast.Attribute) and node.attr in _PATHS


def _is_end(statement: ast.stmt) -> bool:
    """Whether it raises whatever was before: ``raise``, ``assert False``."""
    if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Constant):
        return not statement.test.value
    return isinstance(statement, ast.Raise)


def _imported(statement: ast.stmt) -> list[str]:
    """The modules that a statement imports: those of this package in full, of others the top
    package, since others may make their modules as they load."""
    given: list[str] = []
    if isinstance(statement, ast.Import):
        given = [one.name for one in statement.names]
    elif isinstance(statement, ast.ImportFrom) and statement.module:
        given = [statement.module]
    return [one if one.startswith(_OWN) else one.partition(".")[0] for one in given]


def _is_there(name: str, folders: tuple[Path, ...]) -> bool:
    """Whether a top package, or a module of this one, can be imported; no other is."""
    if name in sys.stdlib_module_names:
        return True
    if any((folder / name).is_dir() or (folder / f"{name}.py").is_file() for folder in folders):
        return True
    from importlib.util import find_spec

    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
    except ValueError:
        return True


def _parsed(data: bytes) -> ast.Module:
    """The syntax tree of a program that Python would take; it is not run."""
    with catch_warnings():
        simplefilter("ignore")
        tree = ast.parse(data)
        compile(tree, "conf.py", "exec", dont_inherit=True)
    return tree


def _values(tree: ast.Module) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """The values that are written out, and where the others stand."""
    values: dict[str, Any] = {}
    computed: dict[str, tuple[int, int]] = {}
    known: set[ast.Name] = set()
    for statement in tree.body:
        for name in _targets(statement):
            known.add(name)
            try:
                values[name.id] = _value(statement, values.get(name.id))
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                computed[name.id] = name.lineno, name.col_offset + 1
    for node in _changed(tree):
        if node not in known:
            computed.setdefault(node.id, (node.lineno, node.col_offset + 1))
    written = {name: one for name, one in values.items() if name not in computed}
    return written, {name: at for name, at in computed.items() if name not in _IF_WRITTEN}


def _changed(tree: ast.Module) -> Iterator[ast.Name]:
    """The names of settings wherever they are set, deleted, or asked for a method or an item that
    may change them."""
    for node in ast.walk(tree):
        name = node.value if isinstance(node, ast.Attribute | ast.Subscript) else node
        if not isinstance(name, ast.Name) or not _is_wanted(name.id):
            continue
        if name is not node or not isinstance(name.ctx, ast.Load):
            yield name


def _targets(statement: ast.stmt) -> Iterator[ast.Name]:
    """The names of settings that a statement sets or adds to."""
    if isinstance(statement, ast.Assign):
        given = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.AugAssign) and statement.value is not None:
        given = [statement.target]
    else:
        given = []
    yield from (one for one in given if isinstance(one, ast.Name) and _is_wanted(one.id))


def _value(statement: ast.stmt, before: object) -> Any:
    """What a statement leaves in a setting; raises where that is not written out."""
    assert isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign)
    assert statement.value is not None
    added = ast.literal_eval(statement.value)
    if not isinstance(statement, ast.AugAssign):
        return added
    if isinstance(statement.op, ast.Add) and isinstance(before, list) and _is_list(added):
        return [*before, *added]
    raise ValueError


def _is_wanted(name: str) -> bool:
    return name.startswith(PREFIX) or name in _OTHERS or name in _IF_WRITTEN


def conf_of_build(values: Mapping[str, Any]) -> Conf:
    """The same of a build, which knows all values, by their names."""
    return Conf("conf.py", {name: one for name, one in values.items() if _is_wanted(name)})
