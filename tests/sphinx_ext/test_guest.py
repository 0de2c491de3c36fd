"""Records in a part of another project: that project is built as without policykb."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import program
from tests.sphinx_ext.conftest import QUAY

CONF = """project = "Host"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.mathjax", {}]
html_theme = "alabaster"
autosummary_generate = False
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_logo = "_static/logo.svg"
needs_types = [dict(directive="req", title="Requirement", prefix="R_", color="#fff", style="node")]
"""
INDEX = """Host
====

.. toctree::

   api
   needs
   records/ventures/quaylight
   records/organizations/all

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
OWN = ("index", "api", "needs")
"""The pages that are the host's."""


def lay(root: Path, extensions: str = '"sphinx_needs"') -> None:
    """Write a project with a conf.py among its pages, and records in a folder beside them."""
    shutil.copytree(QUAY / "seeds", root / "seeds")
    docs = root / "docs"
    shutil.copytree(QUAY / "docs", docs / "records")
    (docs / "_static").mkdir()
    (docs / "_static/own.css").write_text("b { color: red }\n", "utf-8")
    (docs / "_static/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n', "utf-8")
    (docs / "conf.py").write_text(CONF.format(extensions), "utf-8")
    (docs / "README.md").write_text("# No page of the host, which reads no Markdown\n", "utf-8")
    for name, text in (("index", INDEX), ("api", API), ("needs", NEEDS)):
        (docs / f"{name}.rst").write_text(text, "utf-8")
    settings = '[tool.policykb]\ndocs = "docs/records"\n'
    (root / "pyproject.toml").write_text(settings, "utf-8")


def sphinx(root: Path, builder: str, *words: str) -> subprocess.CompletedProcess[str]:
    """``sphinx-build`` as the host runs it, into ``_out`` with doctrees beside it."""
    given = ["-q", "-d", "_trees", "-b", builder, *words, "docs", f"_out/{builder}"]
    return program.run("sphinx", *given, cwd=root, env={**os.environ, "NO_COLOR": "1"})


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with policykb."""
    root: Path = tmp_path_factory.mktemp("host") / "with"
    lay(root, '"sphinx_needs", "policykb"')
    return root


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project without policykb, whose lists of pages then name records that are not there."""
    root: Path = tmp_path_factory.mktemp("alone") / "without"
    lay(root)
    shutil.rmtree(root / "docs/records")
    run = sphinx(root, "html")
    assert "Traceback" not in run.stderr
    return root


def own_files(root: Path) -> Iterator[tuple[str, str]]:
    """The host's pages as they are served, without the links of its sidebar to records."""
    for name in (*OWN, "genindex", "search"):
        lines = (root / f"_out/html/{name}.html").read_text("utf-8").splitlines()
        yield name, "\n".join(line for line in lines if "records/" not in line)


def test_every_page_of_the_host_is_the_same_file(host: Path, alone: Path) -> None:
    run = sphinx(host, "html", "-W")
    assert run.returncode == 0, run.stderr
    assert dict(own_files(host)) == dict(own_files(alone))
    for name in ("own.css", "logo.svg", "alabaster.css"):
        assert (host / f"_out/html/_static/{name}").is_file()
    made = {path.name for path in (host / "_out/html").iterdir()}
    assert "README.html" not in made
    assert made - {path.name for path in (alone / "_out/html").iterdir()} == {"records"}
