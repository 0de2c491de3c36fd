"""What is refused has no effect, also in a build that nobody checked before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.sphinx_ext.conftest import Run

from policykb.base.settings import SettingsError, read

PAGE = """# Inert

```{image} x.svg
:target: https://example.org/of-an-image
```

```{figure} https://example.org/a.png
:target: https://example.org/of-a-figure
:figclass: of-a-figure

A caption.
```

:::{note}
:class: of-a-note

Words.
:::

```{code} python
:class: of-some-code

x = 1
```

```{list-table}
:class: of-a-table

- - a
```

[One](https://user:pw@example.org/) [two](https://example.org/)

[![three](x.svg)](https://example.org/around-an-image)
"""


def test_options_and_addresses_off_the_list_have_no_effect(quay: Path, sphinx: Run) -> None:
    (quay / "docs/inert.md").write_text(PAGE, "utf-8")
    run = sphinx()
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    html = (quay / "_out/html/inert.html").read_text("utf-8")
    shown = html[html.index("<h1") : html.index("</main>")]
    assert re.findall(r"of-an?-[a-z]+|of-some-code|user:pw", shown) == []
    assert "https://example.org/around-an-image" in shown
    assert "x = 1" in re.sub(r"<[^>]+>", "", shown)
    said = re.findall("WARNING|ERROR", run.stderr)
    assert len(said) == len(re.findall(r"policykb\.PKB", run.stderr)), run.stderr


@pytest.mark.parametrize("name", ["needtable", "ifconfig", "need_count"])
def test_no_setting_lets_a_page_be_evaluated(name: str) -> None:
    with pytest.raises(SettingsError, match="evaluates what a page says"):
        read({"allow_directives": [name]}, f'[tool.policykb]\nallow_directives = ["{name}"]\n')


def test_a_need_of_the_projects_own_is_no_directive_of_a_base(quay: Path, sphinx: Run) -> None:
    own = '[{"directive": "req", "title": "R", "prefix": "R_", "color": "", "style": ""}]'
    conf = (quay / "conf.py").read_text("utf-8")
    (quay / "conf.py").write_text(f"{conf}needs_types = {own}\n", "utf-8")
    settings = "[tool.policykb]\nallow_directives = ['req']\n"
    (quay / "pyproject.toml").write_text(settings, "utf-8")
    page = "# Own\n\n```{req} A\n:id: R_A\n:tags: [[1 + 1]]\n:template: x\n```\n"
    (quay / "docs/own.md").write_text(page, "utf-8")
    assert sphinx().returncode == 1
    assert "R_A" not in (quay / "_out/html/own.html").read_text("utf-8")
