"""Two builds of one commit are the same, byte for byte, wherever they are made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

QUAY = Path(__file__).parent.parent / "contract/quay"
CONF = 'project = "Quays"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n'


def built(root: Path) -> dict[str, bytes]:
    """Every file of the site but those the search index is made of."""
    (root / "conf.py").write_text(CONF, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-E", "-c", ".", "-d", "trees", "docs", "out"],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    out = root / "out"
    return {
        one.relative_to(out).as_posix(): one.read_bytes()
        for one in out.rglob("*")
        if one.is_file() and one.relative_to(out).parts[0] != "pagefind"
    }


@pytest.mark.gate
def test_two_builds_in_two_places_are_the_same(tmp_path: Path) -> None:
    one, two = (built(Path(shutil.copytree(QUAY, tmp_path / name))) for name in ("a", "b c"))
    assert sorted(one) == sorted(two)
    assert [name for name, content in one.items() if two[name] != content] == []
    assert "ventures/index.html" in one
