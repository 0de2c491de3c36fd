"""The package's imports: none leads back to its module, and each goes down the floors."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def imports(folder: Path) -> dict[str, set[str]]:
    """Return what each module below a folder imports of the others, wherever the import stands:
    at the top, in a function, or for type checkers only."""
    files = {_name(path.relative_to(folder)): path for path in folder.rglob("*.py")}
    return {name: set(_imported(path, name, files.keys())) - {name} for name, path in files.items()}


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, name: str, known: Set[str]) -> Iterator[str]:
    package = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        found: list[str] = []
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *filter(None, [node.module])])
            inner = (f"{source}.{alias.name}" for alias in node.names)
            found = [one if one in known else source for one in inner]
        yield from (one for one in found if one in known)


def test_no_import_leads_back_to_its_module() -> None:
    TopologicalSorter(imports(ROOT / "ext")).prepare()


@pytest.mark.parametrize(
    "back",
    [
        "import house.one",
        "from house import one",
        "from . import one",
        "from house.one import ONE",
        "def late() -> None:\n    from house.one import ONE",
        "if TYPE_CHECKING:\n    from .one import ONE",
    ],
)
def test_a_circle_of_any_kind_of_import_is_seen(back: str, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").touch()
    (house / "one.py").write_text("from house import two")
    (house / "two.py").write_text(back)
    with pytest.raises(CycleError):
        TopologicalSorter(imports(tmp_path)).prepare()


@pytest.mark.gate
def test_the_import_contracts_hold() -> None:
    contracts = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert contracts.returncode == 0, contracts.stdout
