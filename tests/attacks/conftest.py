"""The corpus laid out once, checked once, built once under watch (a part of it in `make test`)."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.attacks import corpus
from tests.volume import take

from policykb.base.index import Base
from policykb.check import engine
from policykb.check.diagnostics import Diagnostic

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Checked:
    """The base with all attacks in it, and the findings by path."""

    field: corpus.Field
    base: Base
    found: dict[str, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Built:
    """The site of such a base, made although nothing in it is sound, and what its making did."""

    field: corpus.Field
    site: Path
    log: list[tuple[str, str]]

    def did(self, kind: str) -> list[str]:
        """What of one kind was done."""
        return [what for one, what in self.log if one == kind]


@pytest.fixture(scope="session")
def field(tmp_path_factory: pytest.TempPathFactory) -> corpus.Field:
    return corpus.lay_out(tmp_path_factory.mktemp("attacks"), corpus.attacks())


@pytest.fixture(scope="session")
def checked(field: corpus.Field) -> Checked:
    base, report = engine.check(field.root, today=datetime.date(2025, 1, 1))
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in report.diagnostics:
        found[item.path].append(item)
    return Checked(field, base, found)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    chosen = corpus.attacks()[:: take(4, 1, 1)]
    field = corpus.lay_out(tmp_path_factory.mktemp("to-build"), chosen)
    out = tmp_path_factory.mktemp("built")
    log = out / "log"
    run = subprocess.run(
        [sys.executable, "-m", "tests.attacks.watched", str(field.root), str(out), str(log)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    lines = log.read_text(encoding="utf-8").splitlines()
    pairs = [(kind, what) for kind, _, what in (line.partition("\t") for line in lines)]
    return Built(field, out / "html", pairs)
