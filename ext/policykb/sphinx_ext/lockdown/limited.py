"""Directives with the options that pages may use, and no others: those off the list are told by the
checker and have no effect, also where nobody checked before."""

from importlib import import_module
from typing import Any

from docutils.parsers.rst import Directive, directives

from policykb.markdown.allowed import DIRECTIVES
from policykb.markdown.forms import ranges

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


class Options(dict[str, Any]):
    """The options that a directive may have; where there are none, it still has a place for them,
    which MyST would otherwise read as text."""

    def __bool__(self) -> bool:
        return True


def evaluates(directive: type[Directive]) -> bool:
    """Whether a directive runs or evaluates what pages say, whatever the settings allow."""
    return any(one.__module__.startswith(_EVALUATE) for one in directive.__mro__)


def limited(name: str, directive: type[Directive]) -> type[Directive]:
    """A directive that takes the options that are on the list for its name."""
    if not directive.option_spec:
        return directive
    spec = Options({key: directive.option_spec.get(key) for key in DIRECTIVES[name]})
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
