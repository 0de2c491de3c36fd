"""Random edits: each time exactly what changed is written, as a clean build has it."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import Mock

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from tests import program
from tests.sphinx_ext.conftest import CONF, QUAY
from tests.volume import take

from policykb.check import engine
from policykb.check.session import Session
from policykb.export.plain import own_words
from policykb.publish.facts.site import Site
from policykb.sphinx_ext.build import incremental
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.inputs import Inputs

SETTINGS = '[tool.policykb]\nsite = "full"\n'
EDITS = take(6, 60, 400)
SERVED = take(3, 12, 200)
SEEDS = range(1, 1 + take(1, 1, 4))


@pytest.mark.gate
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


def test_what_words_refer_to_is_named_anew_after_another_title(quay: Path) -> None:
    page, other = quay / "docs/a.md", quay / "docs/b.md"
    text = "# Desk\n\n:::{org} Desk\n:id: ORG_DESK\n:kind: company\n"
    page.write_text(f"{text}\nSee {{need}}`ORG_OTHER`.\n:::\n", "utf-8")
    other.write_text(text.replace("DESK", "OTHER").replace("Desk", "Old") + ":::\n", "utf-8")
    session = Session(quay)
    last = Site(session.base, ())
    inputs = Inputs(last)
    before = inputs.of(session.base.by_id["ORG_DESK"].page)
    assert own_words(session.base, session.base.by_id["ORG_DESK"]) == "See Old."
    session.take()
    other.write_text(other.read_text("utf-8").replace("Old", "New"), "utf-8")
    session.saved("docs/b.md")
    touched = session.take()
    assert touched is not None
    assert "ORG_DESK" in inputs.follow(Site(session.base, ()), last, touched).changed
    assert inputs.of(session.base.by_id["ORG_DESK"].page) != before
    assert own_words(session.base, session.base.by_id["ORG_DESK"]) == "See New."


@pytest.mark.parametrize("later", [False, True])
def test_what_is_lost_is_removed_though_the_layout_is_another(
    later: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "of", lambda app: Mock(later=later))
    builder = Mock(spec=StandaloneHTMLBuilder, format="html")
    builder.name = "html"
    builder.get_output_path = lambda name: tmp_path / f"{name}.html"
    app = Mock(builder=builder, outdir=tmp_path, doctreedir=tmp_path)
    app.env = Mock(images={}, found_docs={"unwritten"})

    def build(title: str, *names: str) -> None:
        app.config.html_title = title
        for name in names:
            incremental.memory(app).changed(name, title)
        incremental.finish(app, None)

    for name in ("kept.html", "gone.html", "unwritten.html", "data.csv"):
        (tmp_path / name).write_text("", "utf-8")
    build("One", "page:kept", "page:gone", "page:unwritten", "file:data.csv")
    build("Two", "page:kept")
    left = {path.name for path in tmp_path.iterdir() if path.suffix in (".html", ".csv")}
    assert left == {"kept.html", "unwritten.html"} | ({"data.csv"} if later else set())
    app.config.html_title = "Two"
    assert incremental.memory(app).changed("file:data.csv", "Two")
