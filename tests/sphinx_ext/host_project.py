"""A small Sphinx project of somebody else, with records in a folder of it."""

import os
import shutil
import subprocess
from pathlib import Path

from tests import program
from tests.sphinx_ext.conftest import QUAY

CONF = """project = "Host"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.mathjax", {}]
html_theme = "{}"
autosummary_generate = False
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_logo = "_static/logo.svg"
needs_types = [dict(directive="req", title="Requirement", prefix="R_", color="#fff", style="node")]
"""
INDEX = """Host
====

.. toctree::
   :maxdepth: 1

   api
   needs
   kb

.. math:: a^2 + b^2

.. container:: mine

   Words [1]_ in a container.

.. [1] A footnote.

.. raw:: html

   <b id="raw">Raw</b>
"""
API = """API
===

.. autofunction:: textwrap.dedent

.. autosummary::

   textwrap.fill

.. index:: pair: one; two
"""
NEEDS = """Needs
=====

.. req:: The first
   :id: R_ONE
   :status: open

   It must hold.

.. needtable::
   :filter: status == "open" and type == "req"

Refer to :need:`R_ONE`.
"""
KB = """Knowledge base
==============

.. toctree::
   :glob:

   records/*/*

.. policykb:records::
   :type: jv
   :columns: status, agreed

It is about :policykb:need:`ORG_VESTA`.
"""
OWN = ("index", "api", "needs")
"""The pages that are the host's."""


def lay(root: Path, extensions: str = '"sphinx_needs"', theme: str = "alabaster") -> None:
    """Write a project with a conf.py among its pages, and records in a folder beside them."""
    shutil.copytree(QUAY / "seeds", root / "seeds")
    docs = root / "docs"
    shutil.copytree(QUAY / "docs", docs / "records")
    (docs / "_static").mkdir()
    (docs / "_static/own.css").write_text("b { color: red }\n", "utf-8")
    (docs / "_static/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n', "utf-8")
    (docs / "conf.py").write_text(CONF.format(extensions, theme), "utf-8")
    (docs / "README.md").write_text("# No page of the host, which reads no Markdown\n", "utf-8")
    for name, text in (("index", INDEX), ("api", API), ("needs", NEEDS), ("kb", KB)):
        (docs / f"{name}.rst").write_text(text, "utf-8")
    settings = '[tool.policykb]\ndocs = "docs/records"\n'
    (root / "pyproject.toml").write_text(settings, "utf-8")


def sphinx(root: Path, builder: str, *words: str) -> subprocess.CompletedProcess[str]:
    """``sphinx-build`` as the host runs it, into ``_out`` with doctrees beside it."""
    trees = "_msgs" if builder == "gettext" else "_trees"
    given = ["-q", "-d", trees, "-b", builder, *words, "docs", f"_out/{builder}"]
    return program.run("sphinx", *given, cwd=root, env={**os.environ, "NO_COLOR": "1"})
