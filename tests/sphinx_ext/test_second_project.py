"""Another project refers to the records: by intersphinx, and as needs of its own."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run

from policykb.model import TYPES

ADDRESS = "https://quays.example/kb"
PAGE = """\
Harbors
=======

As :external+quay:ref:`org_vesta` and :external+quay:ref:`the fund <PRG_HEF>` say.

See :need:`JV_QUAYLIGHT`.

.. needtable::
   :filter: type == "org" and is_external
   :columns: id, title
   :style: table
"""


def second(folder: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a project that has neither policykb nor its types but for what the guide tells."""
    types = [
        {"directive": name, "title": model.label, "prefix": model.prefix}
        for name, model in TYPES.items()
    ]
    conf = {
        "extensions": ["sphinx.ext.intersphinx", "sphinx_needs"],
        "intersphinx_mapping": {"quay": (ADDRESS, str(site / "objects.inv"))},
        "needs_types": types,
        "needs_external_needs": [{"base_url": ADDRESS, "json_path": str(site / "data/needs.json")}],
        "suppress_warnings": ["needs.unknown_external_keys"],
    }
    folder.mkdir()
    lines = (f"{name} = {value!r}\n" for name, value in conf.items())
    (folder / "conf.py").write_text("".join(lines), encoding="utf-8")
    (folder / "index.rst").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "_out"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.gate
def test_another_project_refers_to_records(quay: Path, sphinx: Run, tmp_path: Path) -> None:
    assert sphinx("-W").returncode == 0
    site = quay / "_out/html"
    done = second(tmp_path / "second", site)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "second/_out/index.html").read_text("utf-8")
    assert f'href="{ADDRESS}/organizations/all.html#ORG_VESTA"' in html
    assert "<span>Vesta Lines</span>" in html
    assert f'href="{ADDRESS}/programs/hef.html#PRG_HEF"' in html
    assert f'href="{ADDRESS}/ventures/quaylight.html#JV_QUAYLIGHT"' in html
    assert html.count('data-need-id="ORG_') == 3
    before = (site / "objects.inv").read_bytes()
    assert sphinx("-W").returncode == 0, "a build that has nothing to write"
    assert (site / "objects.inv").read_bytes() == before
    lines = zlib.decompress(before.split(b"\n", 4)[4]).decode().splitlines()
    labels = [line.split()[0] for line in lines if " std:label -1 " in line]
    needs = json.loads((site / "data/needs.json").read_bytes())["versions"]["1"]["needs"]
    assert sorted(one for one in labels if one.upper() in needs) == sorted(map(str.lower, needs))
