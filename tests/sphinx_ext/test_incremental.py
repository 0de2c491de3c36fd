"""Random edits: each time exactly what changed is written, as a clean build has it."""

import subprocess
import sys
from pathlib import Path

from tests.sphinx_ext.conftest import CONF, QUAY
from tests.volume import take

SETTINGS = '[tool.policykb]\nsite = "full"\n'
EDITS = take(10, 60, 400)
SEEDS = range(1, 1 + take(1, 1, 4))


def test_random_edits_leave_what_a_clean_build_makes(root: Path, tmp_path: Path) -> None:
    import shutil

    runs = []
    for seed in SEEDS:
        base = Path(shutil.copytree(QUAY, tmp_path / str(seed)))
        (base / "conf.py").write_text(f'{CONF}html_theme = "basic"\n', encoding="utf-8")
        (base / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
        (base / "docs/index.md").write_text("# Quay\n", encoding="utf-8")
        command = [sys.executable, "-m", "tests.sphinx_ext.incremental_runs"]
        runs.append(
            subprocess.Popen(
                [*command, str(base), str(EDITS), str(seed)],
                cwd=root,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    for run in runs:
        _, said = run.communicate()
        assert run.returncode == 0, said
