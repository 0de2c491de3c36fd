"""What a project's conf.py says of Markdown, read as a syntax tree and never run.

What is written out is read; what is computed is not, and `Conf.computed` tells where it stands.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from warnings import catch_warnings, simplefilter

from policykb.base.conf_fault import PATHS, Fault, no_python, stop
from policykb.base.patterns import pattern
from policykb.base.settings import Settings
from policykb.markdown.grammar import Grammar, grammar

PREFIX = "myst_"
_OTHERS = frozenset({"language", "html_theme", "exclude_patterns"})
_IF_WRITTEN = frozenset({"html_baseurl", "extensions", *PATHS})
"""Settings that no check depends on: of use where they are written out, no loss where computed."""


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
            return Conf(path, values, computed, stop(tree, values, folders))
        except SyntaxError as error:
            at = error.lineno or 1, max(error.offset or 1, 1)
            return Conf(path, fault=no_python(*at, error.msg))
        except (RecursionError, MemoryError):
            return Conf(path, fault=no_python(1, 1, "it is nested too deeply"))
        except (OSError, ValueError):
            continue
    return Conf()


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
