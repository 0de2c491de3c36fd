"""The directives and roles that pages may use, and what stands in for the others.

A directive that pages may not use, or a role, leaves nothing behind. The others take the options
that pages may use: those off the list are told by the checker and have no effect, also where nobody
checked before.
"""

from importlib import import_module
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.states import Inliner
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from policykb.markdown import allowed
from policykb.markdown.forms import ranges
from policykb.model import TYPES
from policykb.sphinx_ext.shared.notes import note

_EVALUATE = (
    "sphinx_needs.",
    "sphinx.ext.ifconfig",
    "sphinx.ext.doctest",
    "matplotlib.sphinxext",
    "IPython.sphinxext",
    "jupyter_sphinx",
    "myst_nb",
    "sphinxcontrib.programoutput",
)
"""Modules whose directives evaluate what a page says."""


def allows_directive(config: Config, name: str) -> bool:
    """Whether pages may use a directive, by policykb or by the team's settings."""
    return name in TYPES or name in allowed.DIRECTIVES or name in config.policykb_allow_directives


def allows_role(config: Config, name: str) -> bool:
    """Likewise for a role."""
    return name in allowed.ROLES or name in config.policykb_allow_roles


class Options(dict[str, Any]):
    """The options that a directive may have; where there are none, it still has a place for them,
    which MyST would otherwise read as text."""

    def __bool__(self) -> bool:
        return True


class AnyOption(Options):
    """An option specification that takes every option as text."""

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return lambda text: text


class BlockedDirective(SphinxDirective):
    """Takes anything, does nothing."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        note(self.env, self.lineno, f"the directive {{{self.name}}}")
        return []


def blocked_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Inliner, *_: Any, **more: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Leaves the words as literal text."""
    note(inliner.document.settings.env, lineno, f"the role {{{name}}}")
    return [nodes.literal(rawtext, text)], []


def evaluates(directive: type[Directive]) -> bool:
    """Whether a directive runs or evaluates what pages say, whatever the settings allow."""
    return any(one.__module__.startswith(_EVALUATE) for one in directive.__mro__)


def limited(name: str, directive: type[Directive]) -> type[Directive]:
    """A directive that takes the options that are on the list for its name."""
    if not directive.option_spec:
        return directive
    spec = Options({key: directive.option_spec.get(key) for key in allowed.DIRECTIVES[name]})
    if "emphasize-lines" in spec:
        spec["emphasize-lines"] = _few_lines
    return type(directive.__name__, (directive,), {"option_spec": spec})


def of_docutils(name: str) -> type[Directive] | None:
    """A directive that an extension registered, or one of docutils' own."""
    known = vars(directives)
    found: type[Directive] | None = known["_directives"].get(name)
    if found is None and name in known["_directive_registry"]:
        module, kind = known["_directive_registry"][name]
        found = getattr(import_module(f"docutils.parsers.rst.directives.{module}"), kind)
    return found


def _few_lines(value: str) -> str:
    """Numbers of lines that Sphinx can write out one by one."""
    if ranges(value) is None:
        raise ValueError("no numbers of lines and ranges")
    return value
