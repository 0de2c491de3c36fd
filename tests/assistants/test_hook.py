"""The hook of the guide, run on what an assistant wrote."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import change, environment

ROOT = Path(__file__).parents[2]
VENTURE = "docs/ventures/quaylight.md"


@pytest.mark.parametrize(
    ("path", "wrong", "code", "said"),
    [
        (VENTURE, False, 0, ""),
        (VENTURE, True, 2, "PKB303"),
        ("seeds/notice.txt", True, 0, ""),
    ],
)
def test_the_hook_gives_findings_back(
    tmp_path: Path, path: str, wrong: bool, code: int, said: str
) -> None:
    base = Path(shutil.copytree(ROOT / "tests/contract/quay", tmp_path / "base"))
    guide = (ROOT / "docs/guide/assistants.md").read_text("utf-8")
    (script,) = re.findall(r"```sh\n(#!.*?)```", guide, re.DOTALL)
    if wrong:
        change(base / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03-04")
    done = subprocess.run(
        ["sh", "-c", script],
        input=json.dumps({"tool_input": {"file_path": str(base / path)}}),
        cwd=base,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert bool(done.stderr) == bool(said)
