"""No heading of a page has an id that the frame around it has."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run

from policykb.publish.catalog import found
from policykb.publish.facts.site_page import frame_ids

HEADINGS = "".join(
    f"\n## {name.replace('-', ' ').capitalize()}\n\nWords.\n"
    for page in ("index", "about", "briefs/a")
    for name in frame_ids(found(), page)
)


def test_each_id_is_there_once(quay: Path, sphinx: Run) -> None:
    names = ["index", "about", "briefs/a", "x"]
    (quay / "docs/briefs").mkdir()
    for name in names:
        page = quay / f"docs/{name}.md"
        page.write_text(f"# Jump\n\nWords of {{need}}`ORG_VESTA`.\n{HEADINGS}", encoding="utf-8")
    sphinx()  # It finds that a brief's sentence names no record.
    for name in names:
        html = (quay / f"_out/html/{name}.html").read_text(encoding="utf-8")
        found = Counter(re.findall(r'\bid="([^"]+)"', html))
        assert {"jump", "main"} <= set(found), name
        assert [one for one, count in found.items() if count > 1] == [], name


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("layout/layout.html", "x"),
        ("landing.html", "index"),
        ("about.html", "about"),
        ("brief-after.html", "briefs/a"),
    ],
)
def test_the_ids_are_those_of_the_templates(root: Path, template: str, page: str) -> None:
    text = (root / "ext/policykb/publish/templates" / template).read_text(encoding="utf-8")
    assert set(re.findall(r'\bid="([a-z-]+)"', text)) <= set(frame_ids(found(), page))
