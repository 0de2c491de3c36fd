"""Random edits: each time exactly what changed is written, as a clean build has it."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests import program
from tests.sphinx_ext.conftest import CONF, QUAY
from tests.volume import take

from policykb.check import engine
from policykb.publish.facts.site import Site
from policykb.sphinx_ext.shared.inputs import Inputs

SETTINGS = '[tool.policykb]\nsite = "full"\n'
EDITS = take(6, 60, 400)
SERVED = take(3, 12, 200)
SEEDS = range(1, 1 + take(1, 1, 4))


def test_random_edits_leave_what_a_clean_build_makes(root: Path, tmp_path: Path) -> None:
    assert _wrong(root, tmp_path, "incremental_runs", EDITS) == []


@pytest.mark.gate
def test_a_served_site_is_what_a_clean_build_makes(root: Path, tmp_path: Path) -> None:
    assert _wrong(root, tmp_path, "served_runs", SERVED) == []


def _wrong(root: Path, folder: Path, module: str, edits: int) -> list[str]:
    """What a module says that makes random edits of copies of a base."""

    def run(seed: int) -> str:
        base = Path(shutil.copytree(QUAY, folder / str(seed)))
        (base / "conf.py").write_text(f'{CONF}html_theme = "basic"\n', encoding="utf-8")
        (base / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
        (base / "docs/index.md").write_text("# Quay\n", encoding="utf-8")
        words = (str(base), str(edits), str(seed))
        done = program.run(f"tests.sphinx_ext.{module}", *words, cwd=root)
        return done.stderr if done.returncode else ""

    with ThreadPoolExecutor() as pool:
        return [said for said in pool.map(run, SEEDS) if said]


def test_a_page_rests_on_each_twin_that_names_it(quay: Path) -> None:
    def made() -> str:
        site = Site(engine.load(quay), ())
        return Inputs(site).of(site.base.by_id["ORG_COAST"].page)

    page = "# Desk\n\n:::{org} Desk\n:id: ORG_DESK\n:kind: company\n:::\n"
    (quay / "docs/a.md").write_text(page, "utf-8")
    part = page.replace(":kind", ":part_of: ORG_COAST\n:kind")
    (quay / "docs/b.md").write_text(part, "utf-8")
    before = made()
    (quay / "docs/b.md").write_text(part.replace("{org} Desk", "{org} Other Desk"), "utf-8")
    assert made() != before
