"""Indicators as one phrase."""

import re
from pathlib import Path

import pytest

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import article, catalog
from policykb.publish.facts import figures, tables
from policykb.publish.facts.site import Site

PAGE = """# {title}
::::{{indicator}} {title}
:id: IND_X
:value: {value}
:bound: {bound}
:unit: {unit}

Words on vessels.

:::{{evidence}} SRC_NOTICE
:supports: {supports}

The fund is open.
:::
::::
"""


def made(root: Path, **given: str) -> Site:
    words = {"title": "X", "bound": "exact", "supports": "value, unit", **given}
    (root / "docs/indicators").mkdir()
    (root / "docs/indicators/x.md").write_text(PAGE.format(**words), encoding="utf-8")
    return catalog.site(load(root, Settings()))


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (
            {"title": "Share of vessels", "value": "90%", "bound": "about", "unit": "Vessels here"},
            "About 90% of vessels here",
        ),
        ({"value": "8%", "bound": "projected", "unit": "per year"}, "8% per year, projected"),
        ({"value": "53", "unit": "products"}, "53 products"),
        (
            {"value": "2.9 trillion", "bound": "more-than", "unit": "yen"},
            "More than 2.9 trillion yen",
        ),
        (
            {"title": "Share of US ports", "value": "5%", "unit": "US ports"},
            "5% of US ports",
        ),
    ],
)
def test_a_figure_reads_as_one_phrase(root: Path, given: dict[str, str], seen: str) -> None:
    site = made(root, **given)
    entry = site.base.by_id["IND_X"]
    figure = figures.item(site, entry)
    assert figure is not None
    assert figure.text == seen
    assert (
        f'<p class="figure">{seen} <span class="sub">as of 4 March 2024</span>'
        in article.before(entry, site)
    )
    assert tables.table(site, "indicator")[1][0].cells[0].items[0].text == seen
    html = article.after(entry, site)
    assert re.search(
        rf'id="IND_X-f-value">\s*<dt>Figure</dt>\s*<dd>\s*<div class="value">{seen} <', html
    )
    assert "IND_X-f-unit" not in html
    assert "IND_X-f-bound" not in html


def test_what_it_counts_stands_apart_where_other_words_show_it(root: Path) -> None:
    site = made(root, value="3", unit="ports", supports="value")
    (root / "docs/indicators/x.md").write_text(
        PAGE.format(title="X", value="3", bound="exact", unit="ports", supports="value").replace(
            "::::\n", ":::{evidence} SRC_NOTICE\n:supports: unit\n\nThe fund\n:::\n::::\n"
        ),
        encoding="utf-8",
    )
    site = catalog.site(load(root, Settings()))
    html = article.after(site.base.by_id["IND_X"], site)
    assert 'id="IND_X-f-unit"' in html
    assert 'href="#IND_X-f-unit"' in html
