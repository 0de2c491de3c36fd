"""What git tells, and that nothing breaks where it tells nothing."""

import os
import subprocess
from pathlib import Path

from policykb.engine import load
from policykb.pages import briefs, generated
from policykb.pages.history import history
from policykb.pages.site import Site
from policykb.settings import Settings

NAMES = {
    f"GIT_{who}_{what}": "Q@q.example"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def git(root: Path, *words: str, day: str = "2025-01-02") -> None:
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    subprocess.run(
        ["git", "-C", str(root), *words],
        env={**os.environ, **NAMES, **dates, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        check=True,
    )


def commit(root: Path, message: str, day: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-m", message, day=day)


def test_days_and_changes_come_from_git_newest_first(root: Path) -> None:
    git(root, "init")
    commit(root, "First <words>", "2025-01-02")
    page = root / "docs/ventures/mole.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    commit(root, "Second", "2025-02-03")
    found = history(root, "docs")
    assert [(one.day, one.subject) for one in found.changes] == [
        ("2025-02-03", "Second"),
        ("2025-01-02", "First <words>"),
    ]
    assert found.last["docs/ventures/mole.md"] == "2025-02-03"
    assert found.last["docs/index.md"] == "2025-01-02"
    site = Site(load(root, Settings()))
    page_html = {one.docname: one.html for one in generated.pages(site)}["changes"]
    assert "3 February 2025" in page_html
    assert "First &lt;words&gt;" in page_html


def test_a_brief_whose_records_change_says_so(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")

    def after() -> str:
        site = Site(load(root, Settings()))
        return briefs.after(site, site.briefs[0])

    assert "have changed" not in after()
    page = root / "docs/programs/hef.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    commit(root, "The fund", "2025-02-03")
    assert "have changed since it was last edited on" in after()
    assert "Harbour fund" in after().partition("have changed")[2].partition("</aside>")[0]


def test_without_git_the_page_says_so(site: Site, root: Path) -> None:
    assert history(root, "docs").changes == []
    pages = {one.docname: one.html for one in generated.pages(site)}
    assert "without the history of its records" in pages["changes"]
    assert site.changed(site.base.by_id["JV_MOLE"]) == ""
