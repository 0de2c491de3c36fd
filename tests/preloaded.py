"""Imports all that a build imports, for the server that `tests.program` forks from."""

import pkgutil
from importlib import import_module

from sphinx.application import builtin_extensions

import policykb

for module in pkgutil.walk_packages(policykb.__path__, "policykb."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
for name in (
    "myst_parser.sphinx_ext.main",
    "pydata_sphinx_theme",
    "sphinx.cmd.build",
    "sphinx_needs.needs",
    *builtin_extensions,
):
    import_module(name)
