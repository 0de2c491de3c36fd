"""Everybody can read a record in another project's theme."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.test_access import AXE, TAGS
from tests.sphinx_ext.host_project import lay, sphinx

PAGES = ("ventures/quaylight", "organizations/all", "sources/notice")
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
RUN = """options => {
  document.querySelectorAll(".record details").forEach(one => one.open = true);
  return axe.run({include: [[".record"]]}, options);
}"""


@pytest.mark.parametrize("theme", ["alabaster", "pydata_sphinx_theme"])
def test_axe_finds_nothing_in_an_article(theme: str, browser: Browser, tmp_path: Path) -> None:
    lay(tmp_path, '"sphinx_needs", "policykb"', theme)
    run = sphinx(tmp_path, "html")
    assert run.returncode == 0, run.stderr
    found = {}
    page = browser.new_page()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for name in PAGES:
            page.goto((tmp_path / f"_out/html/records/{name}.html").as_uri())
            page.evaluate(AXE)
            report = page.evaluate(RUN, OPTIONS)
            found[f"{name} {scheme}"] = [
                (one["id"], node["html"][:160])
                for one in report["violations"]
                for node in one["nodes"]
            ]
    colors = page.evaluate(
        "() => ['article.record', '.infobox'].map(one => getComputedStyle("
        "document.querySelector(one)).getPropertyValue('--accent'))"
    )
    page.close()
    assert {where: faults for where, faults in found.items() if faults} == {}
    assert "#5e564b" in colors[0], "the article has the accent of its type"
    assert colors[0] == colors[1]
