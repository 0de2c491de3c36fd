"""What git tells, and that nothing breaks where it tells nothing."""

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import article, catalog
from policykb.publish.facts import changes, history
from policykb.publish.facts.site import Site
from policykb.publish.files.registry import files
from policykb.publish.layout import page_context
from policykb.publish.pages import briefs

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


def test_bytes_that_are_no_text_are_told_as_well_as_can_be(root: Path) -> None:
    git(root, "init")
    odd = os.fsdecode(b"caf\xe9")
    (root / "docs" / f"{odd}.png").write_bytes(b"png")
    (root / "docs" / f"{odd}.md").write_bytes(b"# caf\xe9\n")
    commit(root, os.fsdecode(b"Le caf\xe9"), "2025-01-02")
    git(root, "rm", f"docs/{odd}.png", f"docs/{odd}.md")
    commit(root, "Gone", "2025-01-03")
    assert len(history.history(root, "docs").changes) == 2
    assert [one.day for one in history.days(root, Settings())] == ["2025-01-02"]
    assert dict(files(catalog.site(load(root, Settings()))))
    assert list(catalog.pages(catalog.site(load(root, Settings()))))


def test_days_and_changes_come_from_git_newest_first(root: Path) -> None:
    git(root, "init")
    commit(root, "First <words>", "2025-01-02")
    page = root / "docs/ventures/mole.md"
    text = page.read_text(encoding="utf-8").replace("proposed", "established")
    page.write_text(text.replace("ORG_VESTA, ", ""), encoding="utf-8")
    commit(root, "Second", "2025-02-03")
    found = history.history(root, "docs")
    second, first = found.changes
    assert second.paths == ("docs/ventures/mole.md",)
    assert {"docs/ventures/mole.md", "docs/index.md"} < {*first.paths}
    assert found.last["docs/ventures/mole.md"] == "2025-02-03"
    assert found.last["docs/index.md"] == "2025-01-02"
    site = catalog.site(load(root, Settings()))
    page_html = {one.docname: one.html for one in catalog.pages(site)}["changes"]
    assert "3 February 2025" in page_html
    assert "Status: Proposed → Established; Parties: removed Vesta Lines" in page_html
    assert "1 changed record" in page_html
    assert "9 new records" in page_html
    assert "First" not in page_html


def test_a_day_is_told_by_its_end_and_a_day_without_records_not_at_all(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    page = root / "docs/ventures/mole.md"
    text = page.read_text(encoding="utf-8")
    for status in ("agreed", "established"):
        page.write_text(text.replace("proposed", status), encoding="utf-8")
        commit(root, status, "2025-02-03")
    (root / "docs/index.md").write_text("# Other words\n", encoding="utf-8")
    commit(root, "Words", "2025-02-04")
    page.unlink()
    commit(root, "Gone", "2025-02-05")
    found = changes.days(catalog.site(load(root, Settings())))
    assert [(one.day, one.summary) for one in found] == [
        ("2025-02-05", "1 removed record"),
        ("2025-01-02", "8 new records"),
    ]
    assert found[0].removed == ["Mole (joint venture)"]
    page.write_text(text.replace("proposed", "ended"), encoding="utf-8")
    commit(root, "Back", "2025-02-06")
    found = changes.days(catalog.site(load(root, Settings())))
    assert [one.says for one in found[2].changed] == ["Status: Proposed → Established"]


def test_the_sentences_that_changed_are_shown(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    page = root / "docs/ventures/quaylight.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("It is new.", "It is of {need}`ORG_VESTA`."), "utf-8")
    commit(root, "One", "2025-02-03")
    page.write_text(text.replace("It is new.", "One. Two. Three. Four."), "utf-8")
    commit(root, "Many", "2025-02-04")
    page.write_text(text.replace("It is new.", "One. Two. Three. Four. Five <b>."), "utf-8")
    commit(root, "Added", "2025-02-05")
    site = catalog.site(load(root, Settings()))
    assert [one.changed[0].says for one in changes.days(site)[:3]] == [
        "Text: “Five <b>.” added",
        "Text reworded",
        "Text: “It is new.” → “It is of Vesta Lines.”",
    ]
    html = {one.docname: one.html for one in catalog.pages(site)}["changes"]
    assert "“Five &lt;b&gt;.” added" in html


def test_a_history_that_is_cut_off_adds_nothing(root: Path, tmp_path: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    page = root / "docs/programs/hef.md"
    page.write_text(page.read_text(encoding="utf-8").replace("open", "closed", 1), "utf-8")
    commit(root, "The fund", "2025-02-03")
    git(root, "clone", root.as_uri(), str(tmp_path / "whole"))
    found = history.days(tmp_path / "whole", Settings())
    assert [one.day for one in found] == ["2025-02-03", "2025-01-02"]
    git(root, "clone", "--depth", "1", root.as_uri(), str(tmp_path / "cut"))
    assert history.days(tmp_path / "cut", Settings()) == []


def test_a_feed_tells_of_each_day(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    site = catalog.site(load(root, Settings(title="Quays & co")), baseurl="https://quays.example/")
    found = dict(files(site))["feed.xml"].decode()
    tree = ElementTree.fromstring(found)
    atom = "{http://www.w3.org/2005/Atom}"
    assert tree.findtext(f"{atom}title") == "Quays & co: changes"
    assert tree.findtext(f"{atom}entry/{atom}title") == "2 January 2025: 9 new records"
    assert "New: Quaylight" in (tree.findtext(f"{atom}entry/{atom}content") or "")
    assert page_context(site, "ventures/quaylight")["kb"]["feed"] == "../feed.xml"
    site.baseurl = ""
    assert "feed.xml" not in dict(files(site))
    assert page_context(site, "index")["kb"]["feed"] == ""


def test_a_type_has_a_feed_and_a_record_its_history(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    page = root / "docs/ventures/mole.md"
    page.write_text(page.read_text("utf-8").replace("proposed", "established"), "utf-8")
    commit(root, "Established", "2025-02-03")
    site = catalog.site(load(root, Settings()), baseurl="https://quays.example/")
    made = dict(files(site))
    atom = "{http://www.w3.org/2005/Atom}"
    found = ElementTree.fromstring(made["feeds/jv.xml"]).iterfind(f"{atom}entry")
    told = [(one.findtext(f"{atom}title"), one.findtext(f"{atom}content")) for one in found]
    assert told[0] == ("Mole: 3 February 2025", "Status: Proposed → Established")
    assert ("Quaylight: 2 January 2025", "Recorded") in told
    assert "feeds/person.xml" not in made
    html = article.after(site.base.by_id["JV_MOLE"], site)
    assert "Status: Proposed → Established" in html[html.index('<details class="history">') :]


def test_a_feed_is_sound_whatever_a_record_was_and_clocks_say(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")
    page = root / "docs/ventures/mole.md"
    text = page.read_text("utf-8")
    for day, title in (("02-03", "Mole \x01 \ufffe"), ("02-04", "Mole & Pier"), ("02-03", "Mole")):
        page.write_text(text.replace("{jv} Mole", f"{{jv}} {title}"), "utf-8")
        commit(root, "Other words", f"2025-{day}")
    site = catalog.site(load(root, Settings()), baseurl='https://quays.example/"a"/')
    made = dict(files(site))
    tree = ElementTree.fromstring(made["feed.xml"])
    ElementTree.fromstring(made["feeds/jv.xml"])
    days = [one.text for one in tree.iter("{http://www.w3.org/2005/Atom}updated")]
    assert [str(day)[:10] for day in days[1:]] == ["2025-02-04", "2025-01-02"]


def test_a_brief_whose_records_change_says_so(root: Path) -> None:
    git(root, "init")
    commit(root, "All", "2025-01-02")

    def after() -> str:
        site = catalog.site(load(root, Settings()))
        return briefs.after(site, site.briefs[0].docname)

    assert "have changed" not in after()
    page = root / "docs/programs/hef.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nOther words.\n", encoding="utf-8")
    commit(root, "Words alone", "2025-02-03")
    assert "have changed" not in after()
    page.write_text(text.replace("open", "closed", 1), encoding="utf-8")
    commit(root, "The fund", "2025-02-03")
    assert "have changed since it was last edited on" in after()
    assert "Harbour fund" in after().partition("have changed")[2].partition("</aside>")[0]


def test_without_git_the_page_says_so(site: Site, root: Path) -> None:
    assert history.history(root, "docs").changes == []
    pages = {one.docname: one.html for one in catalog.pages(site)}
    assert "without the history of its records" in pages["changes"]
    assert site.changed(site.base.by_id["JV_MOLE"]) == ""
