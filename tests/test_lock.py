"""What `make test` imports stands in requirements.lock, which every `make site` installs."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
OURS = {"architecture", "architecture_columns", "policykb", "tests"}


def locked() -> set[str]:
    """The distributions of requirements.lock, their names as pip compares them."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return {_plain(line.split("==")[0]) for line in lines if "==" in line}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def quick_modules() -> Iterator[Path]:
    """The modules of tests that `make test` may import."""
    for path in sorted(TESTS.rglob("test_*.py")):
        stems = [*path.relative_to(TESTS).parts[:-1], path.stem]
        if not any("browser" in stem or stem.endswith("_gate") for stem in stems):
            yield path


def imported(path: Path) -> Iterator[str]:
    """The packages that a module imports as it is loaded."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_a_module_of_the_quick_tests_imports_what_make_site_installs() -> None:
    known, homes = locked(), packages_distributions()
    strangers = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in quick_modules()
        for name in imported(path)
        if name not in sys.stdlib_module_names
        and name not in OURS
        and not known & {_plain(home) for home in homes.get(name, ())}
    ]
    assert strangers == []
