"""A base that has every kind of value, and names that no format may stumble over."""

import shutil
from pathlib import Path

import pytest
from tests.contract.conftest import HERE as CONTRACT

from policykb.check import engine
from policykb.check.context import Context
from policykb.export import catalog
from policykb.export.records import Records

HOSTILE = '=HYPERLINK("http://x","y"), {a} [b](c) “Port” \\textbf{z}^_%&#~ \' 港 _x0041_ \x07'
PAGE = f"""# Hostile

:::{{org}} {HOSTILE}
:id: ORG_HOSTILE
:aliases: -1+1; @SUM(1)
:kind: company
:::

:::{{indicator}} Lines of Vesta
:id: IND_LINES
:value: 6.5–7%
:unit: of ships
:about: ORG_VESTA, ORG_HOSTILE
:::

:::{{program}} Pier fund
:id: PRG_PIER
:status: open
:administered_by: ORG_HOSTILE
:budget: 12.4 billion JPY
:::
"""
SOURCE = f"""# {HOSTILE}

:::{{source}} {HOSTILE}
:id: SRC_HOSTILE
:file: hostile.txt
:sha256: {"0" * 64}
:language: en
:rights: none stated
:publisher: Port & Co, {{a}} and 100%
:published: 2024-03/2024-05
:url: https://quays.example/a_b?c=%7B1%7D&d=2#e
:::
"""


@pytest.fixture(scope="package")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base's folder."""
    folder = Path(shutil.copytree(CONTRACT / "quay", tmp_path_factory.mktemp("base") / "quay"))
    (folder / "docs/hostile.md").write_text(PAGE, encoding="utf-8")
    (folder / "docs/sources/hostile.md").write_text(SOURCE, encoding="utf-8")
    (folder / "seeds/hostile.txt").write_text("Some words.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="package")
def base(laid: Path) -> Context:
    return engine.load(laid)


@pytest.fixture(scope="package")
def made(base: Context) -> Records:
    """Its records, as a site with an address exports them."""
    return Records(base, "https://quays.example/")


def written(name: str, made: Records) -> bytes:
    """The file of a format; the same bytes when it is written again."""
    content = catalog.written(catalog.found()[name], made.base, made)
    again = Records(made.base, made.address)
    assert catalog.written(catalog.found()[name], made.base, again) == content
    return content
