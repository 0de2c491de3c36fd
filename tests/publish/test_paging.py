"""Long lists in pages: every row once, none too many on a page, and a way from each to all."""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from tests.publish.conftest import PAGES, SOURCE

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import catalog
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage
from policykb.publish.files.registry import files
from policykb.publish.frame import paging
from policykb.publish.layout import page_context
from policykb.publish.pages import chain, network, timeline

NUMBER = 45
ROWS, REAL_ROWS = 20, paging.SIZE
"""Rows of a page here: a tenth of those that a page really has, for a tenth of the records."""
LISTS = (
    "ventures/index",
    "chain",
    "gaps",
    "organizations/index",
    "network",
    "single-source",
    "timeline",
)
TITLES = {
    "ventures/index": "Joint ventures",
    "chain": "Ventures and alliances",
    "gaps": "Known gaps",
    "organizations/index": "Organizations",
    "network": "Network",
    "single-source": "Single-source facts",
    "timeline": "Timeline",
}


@pytest.fixture(scope="module", autouse=True)
def few_rows() -> Iterator[None]:
    """Pages of few rows, and years drawn as bars from as few marks on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "SIZE", ROWS)
        patch.setattr(timeline, "MOST_MARKS", timeline.MOST_MARKS // 10)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a base of 45 ventures more, each of two organizations of its own."""
    text = ["# Berths\n"]
    for number in range(NUMBER):
        for side in ("E", "W"):
            text.append(
                f":::{{org}} Line {number:03} {side}\n:id: ORG_{side}{number:03}\n"
                ":kind: company\n:::\n"
            )
        text.append(
            f"::::{{jv}} Berth {number:03}\n:id: JV_{number:03}\n:status: agreed\n"
            f":parties: ORG_E{number:03}, ORG_W{number:03}\n:agreed: {2026 - number // 9}\n"
            ":gap: funded_by — no source names a program\n\n"
            ":::{evidence} SRC_NOTICE\n:supports: status\n\nThe fund is open.\n:::\n::::\n"
        )
    root = tmp_path_factory.mktemp("long")
    files = {f"docs/{name}.md": page for name, page in PAGES.items()}
    files |= {"seeds/notice.txt": SOURCE, "docs/ventures/berths.md": "\n".join(text)}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def long(folder: Path) -> Site:
    """That base as pages look at it."""
    return catalog.site(load(folder, Settings()))


@pytest.fixture(scope="module")
def made(long: Site) -> dict[str, GeneratedPage]:
    return {page.docname: page for page in catalog.pages(long)}


def heads(html: str) -> list[str]:
    """The first cell of every row of the table that is paged."""
    body = html[html.rindex("<tbody>") :]
    return re.findall(r'<th scope="row"><a class="ref t-\w+" href="[^"]*">([^<]*)</a>', body)


def parts(made: dict[str, GeneratedPage], name: str) -> list[GeneratedPage]:
    further = re.compile(re.escape(name) + r"(-\d+)?")
    return [page for docname, page in made.items() if further.fullmatch(docname)]


def test_every_row_is_on_one_page_in_order(long: Site, made: dict[str, GeneratedPage]) -> None:
    wanted = {
        "ventures/index": [one.title for one in long.by_type["jv"]],
        "chain": [row.entry.title for row in chain.rows(long)],
        "gaps": [*(f"Berth {number:03}" for number in range(NUMBER)), "Mole"],
        "network": [edge.source.title for edge in network.edges(long)],
    }
    for name, titles in wanted.items():
        found = [heads(page.html) for page in parts(made, name)]
        assert [one for page in found for one in page] == titles
        assert [len(page) for page in found[:-1]] == [ROWS] * (len(found) - 1)
    assert len(parts(made, "organizations/index")) == 5
    assert len(parts(made, "coverage")) == 1


@pytest.mark.parametrize("name", LISTS)
def test_pages_lead_to_each_other(long: Site, made: dict[str, GeneratedPage], name: str) -> None:
    found = parts(made, name)
    assert [page.docname for page in found] == [
        name,
        *(f"{name}-{number}" for number in range(2, len(found) + 1)),
    ]
    for page, after in pairwise(found):
        assert f'rel="next" href="{long.href(after.docname, page.docname)}"' in page.html
        assert f'rel="prev" href="{long.href(page.docname, after.docname)}"' in after.html
    assert 'rel="prev"' not in found[0].html
    assert 'rel="next"' not in found[-1].html
    for number, page in enumerate(found, 1):
        assert page.html.count('<nav class="pager" id="pages" aria-label="Pages">') == 1
        assert re.findall(r'aria-current="page">.*?</span>(\d+)<', page.html) == [str(number)]
        assert 'href="#pages"' in page.html
        parser = html5lib.HTMLParser(strict=True)
        parser.parseFragment(page.html)
    last = len(found)
    assert [page.title for page in found] == [
        TITLES[name],
        *(f"{TITLES[name]}, page {number} of {last}" for number in range(2, last + 1)),
    ]


def test_a_page_says_which_rows_it_has(made: dict[str, GeneratedPage]) -> None:
    html = made["ventures/index-2"].html
    assert (
        '>21–40 of 47 records</span><span class="list-place"> · Berth 020 – Berth 039 · <a' in html
    )
    assert 'data-all="47 records"' in html
    assert 'data-rows="../rows/ventures.js" data-from="index.html"' in html
    assert 'href="../search.html">Search all records' in html
    assert 'href="../data/ventures.csv" download>Download all as CSV' in html
    assert "1–20 of 47 chains" in made["chain"].html
    assert 'class="hub ' in made["network"].html
    assert 'class="hub ' not in made["network-2"].html


def test_one_file_has_all_rows_of_a_long_list(long: Site, made: dict[str, GeneratedPage]) -> None:
    names = {"network": "network", "organizations": "organizations/index"}
    names["ventures"] = "ventures/index"
    found = {path: text.decode() for path, text in files(long) if path.startswith("rows/")}
    assert sorted(found) == [f"rows/{name}.js" for name in sorted(names)]
    for name, docname in names.items():
        script = found[f"rows/{name}.js"]
        rows = json.loads(script.removeprefix("policykbRows(").removesuffix(");\n"))
        pages = [page.html for page in parts(made, docname)]
        assert [row for page in pages for row in rows if row in page] == rows


def test_a_short_list_has_nothing_of_pages(site: Site) -> None:
    html = "".join(page.html for page in catalog.pages(site))
    assert "pager" not in html
    assert "list-within" not in html
    assert '<span class="list-count" role="status">2 records</span> · <a' in html


def test_what_is_between_two_pages_linked_is_left_out(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "SIZE", REAL_ROWS)
    rows = [str(number) for number in range(24 * REAL_ROWS + 1)]
    found = list(paging.split(site, "chain", rows, str))
    assert [row for part in found for row in part.rows] == rows

    def linked(number: int) -> list[int | None]:
        return [place.number if place else None for place in found[number - 1].linked]

    assert linked(1) == [1, 2, 3, None, 25]
    assert linked(5) == [1, 2, 3, 4, 5, 6, 7, None, 25]
    assert linked(12) == [1, None, 10, 11, 12, 13, 14, None, 25]
    assert linked(25) == [1, None, 23, 24, 25]
    assert found[24].count("link") == "4,801–4,801 of 4,801 links"
    assert found[24].place.names == "4800"


def test_a_list_of_full_pages_has_no_empty_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", REAL_ROWS)
    assert [len(part.rows) for part in paging.split(site, "gaps", ["a"] * 400, str)] == [200, 200]
    nothing: list[str] = []
    (empty,) = paging.split(site, "gaps", nothing, str)
    assert (empty.docname, empty.count("gap"), empty.place.names) == ("gaps", "0 gaps", "")


def test_a_written_page_of_the_same_name_takes_no_row_away(folder: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(folder, tmp_path / "copy"))
    (root / "docs/chain-2.md").write_text("# Our chain\n", encoding="utf-8")
    (root / "docs/gaps.md").write_text("# Our gaps\n", encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    made = {page.docname: page for page in catalog.pages(site)}
    assert [page.docname for page in parts(made, "chain")] == ["chain", "chain-3", "chain-4"]
    assert sum(len(heads(page.html)) for page in parts(made, "chain")) == NUMBER + 2
    assert parts(made, "gaps") == []
    assert paging.first(site, "chain-2") == "chain-2"


def test_further_pages_stand_under_the_first(long: Site) -> None:
    kb = page_context(long, "chain-2")["kb"]
    assert [one["text"] for one in kb["trail"]] == ["Home", "Ventures & alliances"]
    assert [one["text"] for one in kb["navigation"] if one["current"]] == ["Ventures & alliances"]
    kb = page_context(long, "ventures/index-3")["kb"]
    assert [one["text"] for one in kb["trail"]] == ["Home", "Joint ventures"]
    assert kb["description"] == "47 joint ventures, Policy knowledge base."
    assert paging.first(long, "ventures/quay-2") == "ventures/quay-2"


def test_a_map_of_the_site_names_the_first_page_of_a_list(folder: Path) -> None:
    site = catalog.site(load(folder, Settings()), baseurl="https://quays.example/")
    named = dict(files(site))["sitemap.xml"].decode()
    assert "/chain.html" in named
    assert "/chain-2" not in named


def test_a_year_is_found_on_the_page_where_it_begins(
    made: dict[str, GeneratedPage],
) -> None:
    found = parts(made, "timeline")
    assert [page.html.count('class="moment ') for page in found] == [20, 20, 8]
    assert '<a href="#y2025">2025' in found[0].html
    assert '<a href="#y2024">2024' in found[0].html
    assert 'href="timeline-2.html#y2023">2023' in found[0].html
    assert 'href="timeline.html#y2024">2024' in found[1].html
    assert '<a href="timeline-2.html#y2023" aria-label="2023: 9 joint ventures">' in found[0].html
    assert "<svg" not in found[1].html
    assert "Someday" in found[2].html
