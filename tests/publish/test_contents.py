"""Long pages list their own headings."""

import re

import pytest

from policykb.publish import layout
from policykb.publish.facts.interface import interface
from policykb.publish.facts.site import Site
from policykb.publish.frame import contents

ENGLISH = interface("en")
SECTIONS = "".join(
    f'<section id="s{n}">\n<h2>Head <code>{n}</code> &amp; more</h2></section>' for n in range(5)
)


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<li><a href="#([^"]*)">(.*?)</a></li>', html)


def test_headings_are_listed_before_the_first() -> None:
    body = f"<section id='top'><h1>Long</h1><p>Lead.</p>{SECTIONS}</section>"
    after = '<section aria-labelledby="x"><h2 id="x">After 薬</h2></section>'
    made = contents.add(body, ENGLISH, after)
    assert links(made) == [
        *((f"s{n}", f"Head {n} &amp; more") for n in range(5)),
        ("x", 'After <span lang="ja">薬</span>'),
    ]
    assert made.index("Lead.") < made.index("<nav") < made.index('<section id="s0">')
    assert re.sub(r"<nav.*?</nav>", "", made, flags=re.DOTALL) == body


def test_records_of_a_shared_page_are_listed_before_the_first_of_them() -> None:
    body = "".join(
        f'<article id="R{n}"><header>\n<h2 id="R{n}-t">Record {n}</h2></header></article>'
        for n in range(5)
    )
    assert contents.add(f"<h1>All</h1>{body}", ENGLISH).startswith("<h1>All</h1><nav ")


def test_a_few_headings_are_not_listed() -> None:
    short = SECTIONS[: SECTIONS.index('<section id="s4">')]
    assert contents.add(short, ENGLISH) == short


@pytest.mark.parametrize(
    ("docname", "listed"),
    [
        ("guide/evidence", True),
        ("single-source-2", True),
        ("organizations/lines", True),
        ("ventures/quaylight", False),
        ("briefs/who-pays", False),
        ("timeline", False),
    ],
)
def test_pages_to_look_things_up_in_have_the_list(site: Site, docname: str, listed: bool) -> None:
    assert layout.has_contents(site, docname) == listed
