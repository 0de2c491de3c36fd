"""What a build would say of a page, the checker says at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small import check

PAGE = "docs/about.md"
FOUND = {
    "a footnote without its mark": ("Words.\n\n[^a]: A note.", "PKB613", 5),
    "a footnote twice": ("Words.[^a]\n\n[^a]: A note.\n[^a]: Again.", "PKB612", 6),
    "a label twice on a page": ("(a)=\n## A\n\n(a)=\n## B", "PKB612", 6),
    "a label of Sphinx": ("(genindex)=\n## A", "PKB612", 3),
    "a name twice": (":::{note}\n:name: n\nA.\n:::\n\n:::{tip}\n:name: n\nB.\n:::", "PKB612", 9),
    "a term twice": ("```{glossary}\nquay\n  A.\n\nquay\n  B.\n```", "PKB612", 7),
    "a term in a list twice": (
        "```{glossary}\nquay\n  A.\n```\n\n- b\n\n  ```{glossary}\n  quay\n    B.\n  ```",
        "PKB612",
        11,
    ),
    "an option that nobody describes": ("{option}`--nothing`", "PKB603", 3),
    "an option of a code block": ("```{code-block} sh\n:class: x\n\nls\n```", "PKB706", 4),
    "a limit that is no number": ("```{records}\n:limit: many\n```", "PKB130", 4),
    "too many rows for a header": (
        "```{list-table}\n:header-rows: 2\n\n- - a\n- - b\n```",
        "PKB130",
        3,
    ),
    "an uneven table": ("```{list-table}\n- - a\n  - b\n- - c\n```", "PKB130", 3),
    "a table of words": ("```{table}\nwords\n```", "PKB130", 3),
    "lines without end": (
        "```{code-block} sh\n:emphasize-lines: 1-99999999999\n\nls\n```",
        "PKB130",
        4,
    ),
    "a line that is not there": ("```{code-block} sh\n:emphasize-lines: 2\n\nls\n```", "PKB130", 3),
    "a note without text": ("```{note}\n```", "PKB130", 3),
    "an image without a file": ("```{image}\n```", "PKB130", 3),
    "a block in a block in a list": (
        "- a\n\n  ::::{note}\n  :::{image} a.png\n  :height: 50%\n  :::\n  ::::",
        "PKB130",
        7,
    ),
    "options that YAML cannot read": (":::{note}\n:name: 'a\nWords.\n:::", "PKB130", 4),
    "a reference without words": ("(a)=\nWords.\n\n{ref}`a`", "PKB603", 6),
    "a link that leads nowhere": ("[a](#)", "PKB603", 3),
    "a page twice in its contents": (
        "```{toctree}\norganizations/vesta\norganizations/vesta\n```",
        "PKB602",
        5,
    ),
    "a page in its own contents": ("```{toctree}\nabout\n```", "PKB602", 4),
    "contents that match nothing": ("```{toctree}\n:glob:\n\nnone/*\n```", "PKB602", 6),
    "a label named as a page is": ("(about)=\n## A\n\n[a](about)", "PKB602", 6),
    "a page without a name": ("[a](.md)", "PKB602", 3),
    "a page named in another way": ("{doc}`organizations/vesta.md`", "PKB602", 3),
}


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_at_its_line(name: str, tmp_path: Path) -> None:
    text, code, line = FOUND[name]
    _, report = check(tmp_path, {PAGE: f"# About\n\n{text}\n"})
    told = [(one.code, one.path, one.line) for one in report.diagnostics if one.path == PAGE]
    assert (code, PAGE, line) in told


def test_a_label_of_another_page_is_found(tmp_path: Path) -> None:
    files = {"docs/a.md": "(x)=\n# A\n", "docs/b.md": "(x)=\n# B\n"}
    _, report = check(tmp_path, files)
    (found,) = (one for one in report.diagnostics if one.code == "PKB612")
    assert (found.path, found.line) == ("docs/b.md", 1)
    assert found.related[0].path == "docs/a.md"
