"""``program`` makes a record, and Sphinx's own meaning of the word stays within reach."""

import json
from pathlib import Path

from tests.sphinx_ext.conftest import Run

PAGE = """# Guide

```{std:program} quay
```

```{option} --dry-run
Tries it out.
```

See {option}`quay --dry-run`, {need}`PRG_HEF` and {need}`the fund <PRG_HEF>`.
"""


def needs(quay: Path) -> dict[str, dict[str, object]]:
    """What the ``needs`` builder wrote."""
    content = json.loads((quay / "_out/needs/needs.json").read_text("utf-8"))
    found: dict[str, dict[str, object]] = content["versions"][""]["needs"]
    return found


def test_a_program_is_a_record(quay: Path, sphinx: Run) -> None:
    assert sphinx("-W", builder="needs").returncode == 0
    assert needs(quay)["PRG_HEF"]["type"] == "program"


def test_sphinx_documents_commands_beside_it(quay: Path, sphinx: Run) -> None:
    (quay / "docs/guide.md").write_text(PAGE, encoding="utf-8")
    run = sphinx("-W", "-j", "4")
    assert run.returncode == 0, run.stderr
    page = (quay / "_out/html/guide.html").read_text("utf-8")
    assert 'href="#cmdoption-quay-dry-run"' in page
    assert "programs/hef.html" in page
    assert ">Harbour Electrification Fund<" in page
    assert ">the fund<" in page


def test_a_former_primary_domain_still_answers(quay: Path, sphinx: Run) -> None:
    settings = "[tool.policykb]\nallow_directives = ['function']\nallow_roles = ['func']\n"
    (quay / "pyproject.toml").write_text(settings, encoding="utf-8")
    text = "# Code\n\n```{function} moor(ship)\n```\n\nSee {func}`moor`.\n"
    (quay / "docs/code.md").write_text(text, encoding="utf-8")
    sphinx()
    page = (quay / "_out/html/code.html").read_text("utf-8")
    assert 'class="py function"' in page
    assert 'href="#moor"' in page


def test_a_page_cannot_set_another_domain_before(quay: Path, sphinx: Run) -> None:
    page = quay / "docs/programs/hef.md"
    page.write_text("```{default-domain} std\n```\n\n" + page.read_text("utf-8"), "utf-8")
    assert sphinx(builder="needs").returncode == 1
    assert "PRG_HEF" in needs(quay)
