"""Imports all that a build imports, for the server that `tests.program` forks from, and makes once
what each run would make again: compiled templates and patterns."""

import gc
import pkgutil
from importlib import import_module
from pathlib import Path

from sphinx.application import builtin_extensions

import policykb
from policykb.check import engine
from policykb.publish import catalog
from policykb.publish.facts.interface import interface
from policykb.publish.frame.fragments import environment

# Servers for editors and assistants import half as much again, which no run here needs.
OTHERS = ("policykb.__main__", "policykb.lsp.", "policykb.mcp.")
for module in pkgutil.walk_packages(policykb.__path__, "policykb."):
    if not module.name.startswith(OTHERS):
        import_module(module.name)
for name in (
    "myst_parser.sphinx_ext.main",
    "pydata_sphinx_theme",
    "sphinx.cmd.build",
    "sphinx_needs.needs",
    *builtin_extensions,
):
    import_module(name)
templates = environment(interface("en"))
for name in templates.list_templates():
    templates.get_template(name)
checked = engine.check(Path(__file__).parent / "contract/quay")
list(catalog.pages(catalog.site(checked[0])))
# What is there now stays: no run's collector need look through it.
gc.collect()
gc.freeze()
