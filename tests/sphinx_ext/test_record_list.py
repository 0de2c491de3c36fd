"""``records``: lists by type and status, brought up to date, and no expressions."""

from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run, change

PAGE = """# Lists

```{records}
:type: org, program
:columns: type, status
:sort: -title
```
"""


@pytest.mark.gate
def test_a_list_links_its_records_and_follows_them(quay: Path, sphinx: Run) -> None:
    (quay / "docs/lists.md").write_text(PAGE, encoding="utf-8")
    run = sphinx("-W")
    assert run.returncode == 0, run.stderr
    page = (quay / "_out/html/lists.html").read_text("utf-8")
    assert page.index("Vesta Lines") < page.index("Harbour Electrification Fund")
    assert 'href="programs/hef.html"' in page
    assert "Open, undated source" in page
    change(quay / "docs/programs/hef.md", "{program} Harbour", "{program} Old Harbour")
    sphinx()
    page = (quay / "_out/html/lists.html").read_text("utf-8")
    assert "Old Harbour Electrification Fund" in page


@pytest.mark.gate
@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("type: treaty", "the type “treaty”"),
        ("columns: color", "the field “color”"),
        ("sort: __class__", "the field “__class__”"),
        ("limit: all", "the limit “all”"),
    ],
    ids=["type", "columns", "sort", "limit"],
)
def test_an_option_that_means_nothing_is_reported_cold_and_warm(
    quay: Path, sphinx: Run, option: str, said: str
) -> None:
    (quay / "docs/lists.md").write_text(f"# Lists\n\n```{{records}}\n:{option}\n```\n", "utf-8")
    for _ in ("cold", "warm"):
        run = sphinx("-W")
        assert run.returncode == 1
        assert f"docs/lists.md:3: WARNING: pages may not use {{records}} with {said}" in run.stderr


def test_an_empty_list_says_so(quay: Path, sphinx: Run) -> None:
    (quay / "docs/lists.md").write_text("# L\n\n```{records}\n:type: concern\n```\n", "utf-8")
    assert sphinx("-W").returncode == 0
    assert "No records." in (quay / "_out/html/lists.html").read_text("utf-8")
