"""Pages made of the base: what they say, that they escape it, and that they are always alike."""

import csv
import io
import json
import re
import struct
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.export import catalog as exports
from policykb.export.format import Export
from policykb.publish import article, catalog
from policykb.publish.drawings import neighbors
from policykb.publish.facts import around, brief_uses, moments, tables
from policykb.publish.facts.site import Site
from policykb.publish.facts.sources import passages
from policykb.publish.files.registry import files
from policykb.publish.frame import card
from policykb.publish.layout import page_context
from policykb.publish.pages import chain, downloads, landing, network, timeline


def made(site: Site) -> dict[str, str]:
    return {one.docname: one.html for one in catalog.pages(site)}


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_chain_says_what_is_missing(site: Site) -> None:
    quaylight, mole = chain.rows(site)
    assert [one.text for one in quaylight.program.items] == ["Harbour fund"]
    assert quaylight.program.items[0].mark == "inferred"
    assert [one.text for one in quaylight.ministry.items] == ["Port <b>authority</b>"]
    assert (quaylight.policy.why, quaylight.policy.known) == ("No policy recorded", False)
    assert (mole.program.why, mole.program.known) == ("no source names a program", True)
    assert "Not known: no source names a program" in text(made(site)["chain"])


def test_the_front_page_counts_what_is_not_known(site: Site) -> None:
    numbers = {words: figure for figure, words, _ in landing.numbers(site)}
    assert numbers["joint ventures, 1 without a known program"] == "2"
    assert numbers["known gap, each with its reason"] == "1"
    assert numbers["quotations from 1 source"] == "4"


def test_vague_dates_are_drawn_as_wide_as_they_are_and_no_year_is_made_up(site: Site) -> None:
    found = moments.every(site)
    assert [(one.entry.id, one.what) for one in found] == [
        ("JV_QUAYLIGHT", "Agreed"),
        ("EVT_VISIT", "Date"),
    ]
    drawn = timeline.drawing(site, [one for one in found if one.value.year], 690)
    assert [lane.kind for lane in drawn.lanes] == ["jv"]
    assert [year for year, _ in drawn.ticks] == [2024, 2025]
    assert all(0 < mark.x and mark.x + mark.width < 690 for mark in drawn.lanes[0].marks)
    page = made(site)["timeline"]
    assert '<time datetime="03-17">17–19 March (year not given)</time>' in page
    assert text(page).index("Year not given") < text(page).rindex("Someday")
    assert "undated" in page


def test_a_year_is_a_bar_of_a_year(site: Site, root: Path) -> None:
    for name, date in (("a", "2024"), ("b", "2025-06"), ("c", "2025-06-07")):
        page = f"# E\n:::{{event}} E\n:id: EVT_{name.upper()}\n:kind: other\n:date: {date}\n:::\n"
        (root / f"docs/events/{name}.md").write_text(page, encoding="utf-8")
    later = catalog.site(load(root, Settings()))
    dated = [one for one in moments.every(later) if one.value.year]
    drawn = timeline.drawing(later, dated, 1100)
    year, month, day = (mark.width for mark in drawn.lanes[-1].marks)
    assert year == pytest.approx(12 * month, rel=0.1)
    assert day == 8


def test_the_list_goes_from_the_newest_to_the_oldest_also_within_a_year(
    site: Site, root: Path
) -> None:
    for name, date in (("a", "2024-05"), ("b", "2024-11-02"), ("c", "2023")):
        page = f"# E{name}\n:::{{event}} E{name}\n:id: EVT_{name.upper()}\n:date: {date}\n:::\n"
        (root / f"docs/events/{name}.md").write_text(page, encoding="utf-8")
    html = made(catalog.site(load(root, Settings())))["timeline"]
    order = re.findall(r'<li class="moment.*?<a class="ref[^>]*>([^<]*)</a>', html)
    assert order == ["Eb", "Ea", "Quaylight", "Ec", "Visit", "Someday"]


def test_a_star_of_sixty_is_one_record_with_all_its_leaves(root: Path) -> None:
    (root / "docs/people").mkdir()
    for at in range(60):
        page = f"# P\n:::{{person}} Person {at:02}\n:id: PER_{at:02}\n:affiliation: ORG_PORT\n:::\n"
        (root / f"docs/people/p{at:02}.md").write_text(page, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    found = network.edges(site)
    star = network.hubs(found)[0]
    assert (star.entry.id, star.degree, star.more) == ("ORG_PORT", 61, 0)
    assert [(via, len(entries)) for via, entries in star.groups] == [
        ("People", 60),
        ("Programs administered", 1),
    ]
    page = made(site)["network"]
    assert re.findall(r'class="spoke"><p>([^<]*)</p>', page)[0] == "People (60)"
    assert 'href="#links"' in page
    assert 'id="links"' in page


def test_a_list_says_of_each_record_what_it_rests_on(site: Site) -> None:
    rests = {one.id: tables.rest(site, one) for one in site.by_type["jv"]}
    (day, grade), (no_day, other_grade) = rests["JV_QUAYLIGHT"], rests["JV_MOLE"]
    assert (day.values, day.sort) == (("4 March 2024",), "2024-03-04")
    assert (*grade.values, *other_grade.values) == ("Inferred", "Not found in the source")
    assert no_day.values == ()
    page = made(site)["ventures/index"]
    assert 'data-names="Quaylight' in page
    assert 'data-label="Newest source" data-sort="2024-03-04">4 March 2024</td>' in page
    assert 'data-label="Grade" data-sort="2">Inferred</td>' in page


def test_the_list_of_sources_says_which_have_no_date(site: Site) -> None:
    notice = site.base.by_id["SRC_NOTICE"]
    assert tables.cell(site, notice, "published").values == ("4 March 2024",)
    del notice.typed["published"]
    undated = tables.cell(Site(site.base, site.pages), notice, "published")
    assert (undated.values, undated.sort) == (("n.d.",), "")


def test_records_for_the_sake_of_others_stand_in_rows_on_a_page_of_their_own(site: Site) -> None:
    lines = site.base.by_id["ORG_VESTA"]
    whole = article.before(lines, site) + article.after(lines, site)
    assert re.search(r'<article class="record t-org shared" id="ORG_VESTA"[^>]* data-row>', whole)
    rest = whole.partition("row-rest")[2]
    assert "Alliances and ventures" in whole.partition("row-rest")[0]
    assert 'class="record-foot"' in rest
    alone = site.base.by_id["ORG_PORT"]
    assert "data-row" not in article.before(alone, site)


def test_a_link_is_drawn_once(site: Site) -> None:
    drawn = [
        frozenset((hub.entry.title, one.text))
        for hub in network.hubs(network.edges(site))
        for _, items in hub.groups
        for one in items
    ]
    assert len(drawn) == len(set(drawn)) > 2


def test_neighbors_are_drawn_and_listed_by_what_links_them(site: Site) -> None:
    entry = site.base.by_id["JV_QUAYLIGHT"]
    drawing = str(neighbors.drawing(entry, site, "ventures/quaylight"))
    listed = article.after(entry, site).partition('<dl class="near">')[2].partition("</dl>")[0]
    assert drawing.count('class="node t-') == 3
    assert re.findall(r"<dt>([^<]*)</dt>", listed) == ["Programs", "Organizations"]
    assert "Harbour fund Funded by inferred" in text(listed)
    assert sorted(re.findall(r'class="ref[^"]*" href="([^"]*)"', listed)) == sorted(
        re.findall(r'<a href="([^"]*)"', drawing)
    )


def test_around_a_record_stands_what_is_linked_to_its_own(root: Path) -> None:
    """The people of an organization bring what they take part in, their offices and its date."""
    (root / "docs/people").mkdir()
    page = "# K\n:::{person} Kai\n:id: PER_KAI\n:affiliation: ORG_PORT\n:role: Pilot\n:::\n"
    (root / "docs/people/kai.md").write_text(page, encoding="utf-8")
    visit = root / "docs/events/visit.md"
    links = ":participants: PER_KAI\n:about: PRG_HEF\n:kind: meeting"
    visit.write_text(visit.read_text("utf-8").replace(":kind: meeting", links), encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    port = site.base.by_id["ORG_PORT"]
    found = {
        one.entry.id: (tuple(dict(one.links)), one.through and one.through.text)
        for one in around.of(site, port)
    }
    assert found == {
        "PER_KAI": (("People",), None),
        "PRG_HEF": (("Programs administered",), None),
        "EVT_VISIT": (("Takes part in",), "Kai"),
    }
    shown = text(article.after(port, site))
    assert "Kai Pilot" in shown
    assert "Takes part in not found in the source , through Kai" in shown
    assert [one.entry.id for one in moments.dates_around(site, port)] == ["EVT_VISIT"]


def test_a_record_names_the_briefs_that_use_it(site: Site) -> None:
    assert [one.docname for one in brief_uses.using(site, site.base.by_id["PRG_HEF"])] == [
        "briefs/who-pays"
    ]
    assert 'href="../briefs/who-pays.html"' in article.after(site.base.by_id["PRG_HEF"], site)
    assert "Briefs that use it" not in article.after(site.base.by_id["ORG_VESTA"], site)


def test_a_reference_that_a_brief_shows_as_code_is_no_use_of_the_record(root: Path) -> None:
    page = root / "docs/briefs/who-pays.md"
    words = "\nWrite `` {need}`ORG_VESTA` `` there.\n"
    page.write_text(page.read_text(encoding="utf-8") + words, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    assert brief_uses.using(site, site.base.by_id["ORG_VESTA"]) == []


def test_a_source_lists_what_rests_on_it_and_uncited_passages_by_number_only(site: Site) -> None:
    entry = site.base.by_id["SRC_NOTICE"]
    found = passages(entry, site)
    assert [(number, len(groups)) for number, groups in found.cited] == [(2, 1), (3, 2), (4, 1)]
    assert found.uncited_words == "1, 5"
    assert 40 < found.share < 90
    assert "Nobody quotes this" not in article.after(entry, site)


def test_equal_quotations_of_a_source_stand_once_with_their_records(root: Path) -> None:
    page = (root / "docs/programs/hef.md").read_text("utf-8").replace("PRG_HEF", "PRG_AGAIN")
    (root / "docs/programs/again.md").write_text(page, encoding="utf-8")
    site = catalog.site(load(root, Settings()))
    entry = site.base.by_id["SRC_NOTICE"]
    found = dict(passages(entry, site).cited)[3]
    assert [[one.entry.id for one in alike] for alike in found] == [
        ["JV_QUAYLIGHT"],
        ["PRG_AGAIN", "PRG_HEF"],
    ]
    assert text(article.after(entry, site)).count("The fund is open.") == 1


def test_nothing_in_the_base_becomes_markup(root: Path) -> None:
    evil = "<script>alert(1)</script>\"'&"
    page = f"# X\n:::{{org}} {evil}\n:id: ORG_EVIL\n:kind: company\n:aliases: {evil}\n"
    page += f":gap: country — {evil} and {evil}\n:::\n"
    (root / "docs/organizations/evil.md").write_text(page, encoding="utf-8")
    link = (root / "docs/ventures/mole.md").read_text(encoding="utf-8")
    (root / "docs/ventures/mole.md").write_text(
        link.replace("ORG_VESTA", "ORG_EVIL"), encoding="utf-8"
    )
    site = catalog.site(load(root, Settings(title=evil)))
    entry = site.base.by_id["ORG_EVIL"]
    html = "".join(made(site).values()) + article.before(entry, site) + article.after(entry, site)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    index = dict(files(site))["jump-index.js"].decode()
    assert json.loads(index[index.index("(") + 1 : index.rindex(")")])["rows"]


def test_every_article_and_page_is_well_formed(site: Site) -> None:
    parts = {
        entry.id: article.before(entry, site) + article.after(entry, site) for entry in site.entries
    }
    for name, html in {**parts, **made(site)}.items():
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parseFragment(html)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{name}: {error}")


def test_disputed_inferred_and_unknown_do_not_look_quoted(site: Site) -> None:
    html = article.after(site.base.by_id["JV_QUAYLIGHT"], site)
    assert re.search(r'class="fact inferred" id="JV_QUAYLIGHT-f-funded_by"', html)
    assert "Inferred: financed is taken for paid for" in text(html)
    assert "Disputed." in text(html)
    assert 'class="proof against"' in html
    mole = article.before(site.base.by_id["JV_MOLE"], site)
    assert "Funded by: not known" in text(mole)
    assert "Not yet reviewed" in text(mole)


def test_the_words_that_stand_for_a_value_are_marked(site: Site) -> None:
    html = article.after(site.base.by_id["JV_QUAYLIGHT"], site)
    assert "<mark>the Harbour Electrification Fund</mark>" in html
    assert "<mark>“the Harbour Electrification Fund”</mark> is another name of Harbour fund" in html


def test_the_front_page_folds_what_no_source_answers(site: Site, root: Path) -> None:
    assert "no program is recorded" not in landing.after(site, "index")
    page = (
        "# A\n:::{alliance} Tow\n:id: ALL_TOW\n:kind: research\n"
        ":status: agreed\n:parties: ORG_VESTA, ORG_BOREALIS\n:::\n"
    )
    (root / "docs/alliances").mkdir()
    (root / "docs/alliances/tow.md").write_text(page, encoding="utf-8")
    html = landing.after(catalog.site(load(root, Settings())), "index")
    assert "For 1 more venture or alliance no program is recorded" in text(html)
    assert ">Tow<" not in html
    assert ">Mole<" in html
    assert "0 of 9 records reviewed by a person" in text(html)


def test_a_source_begins_with_who_published_it_and_hides_its_checksum(site: Site) -> None:
    html = article.after(site.base.by_id["SRC_NOTICE"], site)
    labels = re.findall(r"<dt>([^<]*)</dt>", html)
    assert labels[:7] == [
        "Headline",
        "Author",
        "Publisher",
        "Published",
        "Original address",
        "Language",
        "Kind of document",
    ]
    assert re.search(r"Original address</dt>\s*<dd>\s*<span class=\"note\">not given", html)
    assert "English" in html
    assert html.index("Technical details") < html.index("notice.txt")


def test_a_change_is_suggested_where_an_address_is_set(root: Path) -> None:
    site = catalog.site(
        load(root, Settings(suggest_url="https://forge.example/edit/{path}#L{line}"))
    )
    html = article.after(site.base.by_id["JV_QUAYLIGHT"], site)
    assert 'href="https://forge.example/edit/docs/ventures/quaylight.md#L2"' in html


def test_downloads_match_their_checksums(site: Site) -> None:
    found = {path: content for path, content in files(site) if path.startswith("data/")}
    sums = found.pop("data/SHA256SUMS").decode().splitlines()
    assert sums == [
        f"{sha256(content).hexdigest()}  {path.removeprefix('data/')}"
        for path, content in found.items()
    ]
    assert len(json.loads(found["data/records.json"])["records"]) == len(site.entries)
    assert found["data/ventures.csv"].startswith(b"\xef\xbb\xbf")
    ventures = list(csv.DictReader(io.StringIO(found["data/ventures.csv"].decode("utf-8-sig"))))
    assert list(ventures[0])[:3] == ["id", "title", "aliases"]
    assert len(ventures) == 2
    quaylight = next(one for one in ventures if one["id"] == "JV_QUAYLIGHT")
    assert quaylight["parties"] == "ORG_VESTA, ORG_BOREALIS"
    assert quaylight["parties_names"] == "Vesta Lines; Borealis Shipping"
    assert json.loads(found["data/schemas/jv.json"])["title"]
    offered = downloads.offer(site).found
    assert offered[0].size(site.t).endswith("kB")
    assert {one.path: (one.number, one.sha256) for one in offered[:-1]} == {
        path: (len(content), sha256(content).hexdigest()) for path, content in found.items()
    }


def test_a_download_is_made_when_it_is_asked_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    written = exports.written

    def noted(export: Export, *given: Any) -> bytes:
        made.append(f"data/{export.file}")
        return written(export, *given)

    monkeypatch.setattr(exports, "written", noted)
    asked = [path for path, _ in downloads.files(site) if path == ["", *made][-1]]
    assert len(asked) > 5
    assert asked == made
    (page,) = catalog.made(site, downloads.PAGE)
    assert asked == made, "made once more for the page"
    assert all(path.removeprefix("data/") in page.html for path in made)


def test_a_map_of_the_site_needs_its_address(site: Site) -> None:
    assert "sitemap.xml" not in dict(files(site))
    site.baseurl = "https://quays.example/kb/"
    found = dict(files(site))["sitemap.xml"].decode()
    assert "<loc>https://quays.example/kb/ventures/quaylight.html</loc>" in found
    assert "<loc>https://quays.example/kb/chain.html</loc>" in found
    assert "/404" not in found
    lost = page_context(site, "404")["kb"]
    assert (lost["up"], lost["root"]) == ("/kb/", "/kb/index.html")
    assert 'href="/kb/ventures/index.html"' in made(site)["404"]
    assert page_context(site, "index")["kb"]["absolute"] == "https://quays.example/kb/index.html"


def test_a_page_says_in_data_what_it_is_and_nothing_ends_that_data(site: Site, root: Path) -> None:
    site.baseurl = "https://quays.example/kb/"
    told = json.loads(page_context(site, "ventures/quaylight")["kb"]["linked"])
    record = told["mainEntity"][0]
    assert (told["@type"], record["@type"]) == ("WebPage", "Organization")
    assert record["@id"] == "https://quays.example/kb/id/JV_QUAYLIGHT.html"
    assert told["isPartOf"]["url"] == "https://quays.example/kb/"
    assert [one["item"] for one in told["breadcrumb"]["itemListElement"]] == [
        "https://quays.example/kb/index.html",
        "https://quays.example/kb/ventures/index.html",
    ]
    assert json.loads(page_context(site, "briefs/who-pays")["kb"]["linked"])["@type"] == "Article"
    assert page_context(site, "404")["kb"]["linked"] == ""
    two = json.loads(page_context(site, "organizations/lines")["kb"]["linked"])
    assert [one["identifier"] for one in two["about"]] == ["ORG_BOREALIS", "ORG_VESTA"]
    page = root / "docs/organizations/port.md"
    page.write_text(page.read_text("utf-8").replace("<b>", "</script><b>"), encoding="utf-8")
    port = page_context(catalog.site(load(root, Settings())), "organizations/port")["kb"]["linked"]
    assert "<" not in port
    assert "</script>" in json.loads(port)["name"]


def test_the_preview_picture_is_a_small_png_of_the_bases_color() -> None:
    picture = card.png("#aa0000")
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert b"PLTE\xaa\x00\x00" in picture
    assert len(picture) < 5000


def test_every_page_promised_is_made_and_a_written_one_goes_first(site: Site, root: Path) -> None:
    assert {*made(site), *site.written} >= site.made
    assert made(site)["search"]
    (root / "docs/data.md").write_text("# Our own page on data\n", encoding="utf-8")
    assert "data" not in made(catalog.site(load(root, Settings())))


def test_pages_are_the_same_each_time(root: Path) -> None:
    one, two = (catalog.site(load(root, Settings())) for _ in range(2))
    assert made(one) == made(two)
    assert list(files(one)) == list(files(two))


def test_the_navigation_tells_where_one_is(site: Site) -> None:
    kb = page_context(site, "ventures/quaylight")["kb"]
    assert [one["text"] for one in kb["navigation"] if one["current"]] == ["Ventures & alliances"]
    assert [one["text"] for one in kb["trail"]] == ["Home", "Joint ventures"]
    assert kb["description"] == "A venture of two lines for shore power."
    assert page_context(site, "guide/index")["kb"]["contributor"]


@pytest.mark.parametrize(
    ("docname", "lit"),
    [
        ("policies/x", "Policies & programs"),
        ("programs/hef", "Policies & programs"),
        ("products/x", "Browse"),
        ("concerns/x", "Browse"),
        ("indicators/x", "Browse"),
        ("timeline", "Browse"),
        ("events/visit", "Browse"),
        ("people/x", "Organizations"),
    ],
)
def test_every_kind_of_page_belongs_under_one_entry(site: Site, docname: str, lit: str) -> None:
    kb = page_context(site, docname)["kb"]
    assert [one["text"] for one in kb["navigation"] if one["current"]] == [lit]


def test_every_page_for_readers_says_in_a_sentence_what_it_is(site: Site) -> None:
    names = {*site.made, *site.written} - {"404"}
    assert [one for one in sorted(names) if not page_context(site, one)["kb"]["description"]] == [
        "organizations/lines"
    ]
