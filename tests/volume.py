"""How much of its corpora a run of the tests takes.

``quick`` is `make test`, ``gate`` is `.ci/run`, ``long`` is `make long`. Tests marked ``gate`` or
``long`` run from that volume on; whoever names a file on the command line runs all that is in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

VOLUMES = ("quick", "gate", "long")
chosen = "quick"
"""Set before any test module is imported."""


def take(quick: int, gate: int, long: int) -> int:
    """Return how many examples this run takes."""
    return {"quick": quick, "gate": gate, "long": long}[chosen]


def above(volume: str) -> bool:
    """Tell whether a volume is larger than the chosen one."""
    return VOLUMES.index(volume) > VOLUMES.index(chosen)


def named(config: pytest.Config) -> set[Path]:
    """Return the files that the command line names."""
    words = (config.invocation_params.dir / arg.split("::")[0] for arg in config.args)
    return {path.resolve() for path in words if path.is_file()}


def left_out(item: pytest.Item) -> bool:
    """Tell whether a test is marked for a larger volume."""
    return any(above(name) for name in VOLUMES if item.get_closest_marker(name))
