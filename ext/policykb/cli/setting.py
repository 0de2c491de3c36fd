"""What the settings mean, as their docstrings say."""

import ast
import inspect
from dataclasses import MISSING, Field, fields
from textwrap import fill, indent
from typing import Any

from policykb.base.settings import Settings, word_of


def settings_lines() -> dict[str, list[str]]:
    """Of each setting, the lines for a terminal: its value, default, meaning and an example."""
    said = meanings()
    return {
        one.name: [
            f"{one.name}: {word_of(type(default_of(one)))}, default {default_of(one) or 'empty'}",
            indent(fill(said[one.name][0].replace("``", "`"), 96), "  "),
            f"  {said[one.name][1]}",
        ]
        for one in fields(Settings)
        if one.init
    }


def default_of(one: Field[Any]) -> Any:
    """The value of a setting that is not given."""
    return one.default if one.default_factory is MISSING else one.default_factory()


def meanings() -> dict[str, tuple[str, str]]:
    """Of each setting, what its docstring says, and the example at its end."""
    (made,) = ast.parse(inspect.getsource(Settings)).body
    assert isinstance(made, ast.ClassDef)
    return {
        one.target.id: _parted(" ".join(below.value.value.split()))
        for one, below in zip(made.body, made.body[1:], strict=False)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


def _parted(said: str) -> tuple[str, str]:
    what, _, example = said.partition(" Example: ")
    return what, example.removesuffix(".").strip("`")
