"""``policykb build`` on a base that has nothing but ``docs`` and ``seeds``."""

from pathlib import Path

from tests.plugin.conftest import Run


def test_a_base_without_settings_or_front_page_becomes_a_site(quay: Path, policykb: Run) -> None:
    (quay / "conf.py").unlink()
    (quay / "docs/index.md").unlink()
    answer = policykb("build")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    front = (quay / "_build/html/index.html").read_text("utf-8")
    assert front.count("<h1") == 1
    assert "Quaylight" in front


def test_a_base_without_pages_says_so(quay: Path, policykb: Run) -> None:
    for path in (*(quay / "docs").rglob("*.md"), quay / "seeds/notice.txt"):
        path.unlink()
    answer = policykb("build")
    assert answer.returncode == 2
    assert "has no page yet" in answer.stderr


def test_a_broken_base_is_not_built_and_the_old_site_stays(quay: Path, policykb: Run) -> None:
    assert policykb("build").returncode == 0
    before = (quay / "_build/html/index.html").read_bytes()
    page = quay / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("PRG_HEF", "PRG_NOPE"), "utf-8")
    answer = policykb("build")
    assert answer.returncode == 1
    assert "docs/ventures/quaylight.md:7:13: error[PKB201]" in answer.stdout
    assert (quay / "_build/html/index.html").read_bytes() == before
