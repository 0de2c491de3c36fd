"""The package's imports: none leads back to its module, and each goes down the floors."""

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from architecture import imports

ROOT = Path(__file__).resolve().parents[1]


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
