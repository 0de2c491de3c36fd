"""What is read of a project's conf.py, which is never run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from policykb.base import conf
from policykb.base.settings import Settings
from policykb.markdown.grammar import PLAIN


def read(root: Path, text: str, place: str = "conf.py", docs: str = "docs") -> conf.Conf:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return conf.read(root, Settings(docs=docs))


@pytest.mark.parametrize(
    ("text", "values", "computed"),
    [
        ("myst_enable_extensions = ['a']", {"myst_enable_extensions": ["a"]}, {}),
        ("myst_a = []\nmyst_a += ['b']\nother = f()", {"myst_a": ["b"]}, {}),
        ("myst_a: list[str] = ['b']", {"myst_a": ["b"]}, {}),
        ("myst_a = f()", {}, {"myst_a": (1, 1)}),
        ("myst_a = ['b']\nmyst_a.append('c')", {}, {"myst_a": (2, 1)}),
        ("myst_a = {}\nmyst_a['b'] = 1", {}, {"myst_a": (2, 1)}),
        ("myst_a = 1\nif x:\n    myst_a = 2", {}, {"myst_a": (3, 5)}),
        ("myst_a = myst_b = 1", {"myst_a": 1, "myst_b": 1}, {}),
        ("language = 'ja'\nprint(language)", {"language": "ja"}, {}),
        ("myst_a += ['b']", {}, {"myst_a": (1, 1)}),
        ("def (", {}, {}),
        ("raise SystemExit(3)", {}, {}),
    ],
)
def test_what_is_written_out_is_read(
    tmp_path: Path, text: str, values: dict[str, Any], computed: dict[str, tuple[int, int]]
) -> None:
    found = read(tmp_path, text)
    assert (found.values, found.computed) == (values, computed)


def test_conf_stands_in_the_top_folder_or_beside_the_pages(tmp_path: Path) -> None:
    found = read(tmp_path, "html_theme = 'furo'", "docs/conf.py", "docs/records")
    assert (found.path, found.values) == ("docs/conf.py", {"html_theme": "furo"})
    assert read(tmp_path, "language = 'ja'").values == {"language": "ja"}


@pytest.mark.parametrize(
    ("pattern", "path", "left_out"),
    [
        ("drafts", "docs/drafts/a.md", True),
        ("drafts/**", "docs/drafts/b/a.md", True),
        ("**/_x.md", "docs/a/_x.md", True),
        ("a?.md", "docs/ab.md", True),
        ("[!a].md", "docs/b.md", True),
        ("docs/a.md", "docs/a.md", True),
        ("drafts", "docs/drafts-of-law.md", False),
        ("*.md", "docs/a/b.md", False),
        ("[", "docs/a.md", False),
        ("[z-a]*", "docs/z.md", False),
        (".*", "docs/a.md", False),
    ],
)
def test_pages_that_the_build_leaves_out(
    tmp_path: Path, pattern: str, path: str, left_out: bool
) -> None:
    found = read(tmp_path, f"exclude_patterns = [{pattern!r}]")
    assert found.excludes(path, "docs") is left_out


def test_settings_that_change_nothing_that_is_read_leave_the_fast_scan(tmp_path: Path) -> None:
    plain = read(tmp_path, "myst_enable_extensions = ['colon_fence', 'substitution']\n")
    assert plain.grammar.is_plain
    assert plain.grammar == PLAIN
    assert not read(tmp_path, "myst_enable_extensions = ['dollarmath']\n").grammar.is_plain
    assert not read(tmp_path, "myst_disable_syntax = ['table']\n").grammar.is_plain
    assert read(tmp_path, "myst_heading_anchors = 2\n").grammar.is_plain


@pytest.mark.parametrize(
    "text",
    [
        "myst_enable_extensions = 'dollarmath'",
        "myst_enable_extensions = ['nonsense']",
        "myst_heading_anchors = 'two'",
        "myst_url_schemes = 3",
        "myst_dmath_allow_labels = 'x'",
        "exclude_patterns = 'a'",
    ],
)
def test_values_that_sphinx_refuses_do_no_harm(tmp_path: Path, text: str) -> None:
    from policykb.markdown.reader import read_page

    found = read(tmp_path, text)
    page = read_page("docs/a.md", "# A\n\n- ```{org} A\n  ```\n", frozenset({"org"}), found.grammar)
    assert len(page.records) == 1
    assert not found.excludes("docs/a.md", "docs")


@pytest.mark.parametrize(
    ("text", "line"), [("a = [1\n", 1), ("a = 1\n  b = 2", 2), ("return 1", 1), ("a = '\\d'", None)]
)
def test_what_is_no_python_has_its_place(tmp_path: Path, text: str, line: int | None) -> None:
    found = read(tmp_path, text)
    assert (found.path, found.fault and found.fault[0]) == ("conf.py", line)
    (tmp_path / "conf.py").write_bytes(b"# coding: latin-1\nlanguage = 'ja' # \xe9")
    assert conf.read(tmp_path, Settings()).values == {"language": "ja"}


@pytest.mark.parametrize("text", [f"x = {'-' * 100_000}1", "x = 1\0"])
def test_what_python_cannot_read_at_all_is_a_fault_too(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert (found.path, found.fault and found.fault[0]) == ("conf.py", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nraise SystemExit", 2),
        ("import os, nowhere_at_all", 1),
        ("from nowhere_at_all.one import two", 1),
        ("if a:\n    raise SystemExit", None),
        ("try:\n    import nowhere_at_all\nexcept ImportError:\n    pass", None),
        ("import sys\nsys.path.append('x')\nimport nowhere_at_all", None),
        ("html_theme = 'theirs'\nimport nowhere_at_all", None),
        ("from sys import path\npath.insert(0, 'x')\nimport nowhere_at_all", None),
        ("from site import addsitedir\naddsitedir('x')\nimport nowhere_at_all", None),
        ("from sys import argv\nimport nowhere_at_all", 2),
        ("from . import nowhere_at_all", 1),
        ("try:\n    from . import a\nexcept ImportError:\n    pass", None),
        ("import policykb.nowhere", 1),
        ("from policykb.nowhere.deep import a", 1),
        ("import policykb.base.conf", None),
        ("a = 1\nassert False, 'no'", 2),
        ("assert a", None),
        ("import os.path, sphinx.util, policykb, beside, folder", None),
        ("import sphinx.ext.nowhere", 1),
        ("from policykb import nowhere", 1),
        ("from policykb import __version__, base, setup", None),
        ("import sys\nsys.exit()", 2),
        ("quit('later')", 1),
        ("if a:\n    exit()", None),
        ("extensions = [\n    'policykb',\n    'nowhere_at_all',\n]", 3),
        ("extensions = []\nextensions += ['sphinx.ext.nowhere']", 2),
        ("extensions = ('sphinx.ext.autodoc', 'policykb', 'beside', 'xml.dom')", None),
        ("extensions = ['nowhere_at_all']\nextensions = ['policykb']", None),
        ("extensions = ['policykb'] if a else ['nowhere_at_all']", None),
        ("html_theme = 'theirs'\nextensions = ['nowhere_at_all']", None),
        ("import sys\nsys.path.append('x')\nextensions = ['nowhere_at_all']", None),
        ("extensions = 'policykb'", 1),
        ("extensions = ['policykb', 1]", 1),
        ("html_static_path = ['folder', 'nowhere']", 1),
        ("html_logo = 'nowhere.svg'", 1),
        ("html_logo = 'beside.py'\nhtml_favicon = 'https://a.example/b.ico'", None),
        ("html_logo = None\nhtml_extra_path = []", None),
    ],
)
def test_what_ends_every_build_is_told_without_running_it(
    tmp_path: Path, text: str, line: int | None
) -> None:
    (tmp_path / "beside.py").write_text("raise SystemExit\n", "utf-8")
    (tmp_path / "folder").mkdir()
    found = read(tmp_path, text).fault
    assert (found and found.line) == line
