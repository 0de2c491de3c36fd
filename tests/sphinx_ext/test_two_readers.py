"""Pages that passed a check and failed a build: each is told, or built; so is any difference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.fuzz.agree import Base
from tests.small import check

from policykb.check.diagnostics import Severity
from policykb.sphinx_ext.build.two_readers import difference
from policykb.sphinx_ext.shared.notes import Seen

pytestmark = pytest.mark.filterwarnings("ignore")
"""Sphinx's extensions use what Sphinx deprecates."""
RECORD = ":::{{org}} A\n:id: ORG_{}\n:kind: company\n{}:::"
ROWS = {
    "a hard line break": "One  \ntwo\\\nthree.",
    "`---` within a record": RECORD.format("RULE", "\nWords.\n\n---\n\nMore.\n"),
    "`---` at the end of a page": "Words.\n\n---",
    "a heading two levels deeper than the last": "## A\n\n#### B\n\nWords.",
    "a page that begins with a second-level heading": "",
    "a code block in a language that nobody knows": "```pyhton\nx = 1\n```",
    "a code block that is not what its language says": '```json\n{"a": ...}\n```',
    "`[todo]()`": "[todo]()",
    "`{option}` of what no page describes": "{option}`--nothing`",
    "a footnote that nothing refers to": "Words.\n\n[^a]: A note.",
    "a footnote or a label given twice": "(a)=\n## A\n\n(a)=\n## B",
    "`{ref}` to a label without a title": "(a)=\nWords.\n\n{ref}`a`",
    "an empty `{note}`": "```{note}\n```",
    "`{admonition}` without a title": "```{admonition}\nWords.\n```",
    "`emphasize-lines` beyond the last line": (
        "```{code-block} sh\n:emphasize-lines: 2\n\nls\n```"
    ),
    "a record in `{rubric}`": f"````{{rubric}} A\n{RECORD.format('RUBRIC', '')}\n````",
    "a record in `{glossary}`": f"````{{glossary}}\n{RECORD.format('TERM', '')}\n````",
    "`~~x~~` with `strikethrough`": "It is ~~old~~ new.",
    "`- [x]` with `tasklist`": "- [x] done\n- [ ] not",
}
CONF = """extensions = ["myst_parser", "sphinx_needs", "policykb"]
html_theme = "basic"
myst_enable_extensions = ["strikethrough", "tasklist"]
"""


def page(name: str) -> str:
    """The page of a row."""
    return f"# About\n\n{ROWS[name]}\n" if ROWS[name] else "## About\n\nWords.\n"


def answers(root: Path) -> dict[str, str]:
    """What the guide says of each page."""
    text = (root / "docs/guide/two-readers.md").read_text("utf-8")
    table = text.partition("| page | check |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| (.+?) \| (allowed|PKB\d+) \|$", table, re.MULTILINE))


def test_the_guide_has_every_row(root: Path) -> None:
    assert list(answers(root)) == list(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_told_as_the_guide_says(name: str, root: Path, tmp_path: Path) -> None:
    _, report = check(tmp_path, {"docs/about.md": page(name), "conf.py": CONF})
    found = {
        one.code
        for one in report.diagnostics
        if one.path == "docs/about.md" and one.severity is not Severity.NOTE
    }
    assert found == {answers(root)[name]} - {"allowed"}


@pytest.mark.gate
def test_rows_that_are_allowed_are_built(root: Path, tmp_path: Path) -> None:
    allowed = [name for name, said in answers(root).items() if said == "allowed"]
    files = {f"{number}.md": page(name).encode() for number, name in enumerate(allowed)}
    base = Base(tmp_path, files)
    (base.root / "conf.py").write_text(CONF, "utf-8")
    base.settle()
    assert base.clean == files
    assert base.build() == {}


ONE = Seen("ORG_A", "org", "A", 3, (("kind", "company"),))


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (ONE, ONE, ""),
        (ONE, None, "the check reads a record here that the build does not make"),
        (None, ONE, "the build reads a record here that the check does not see"),
        (ONE, ONE._replace(type="jv"), "the check reads the type as org, the build as jv"),
        (ONE, ONE._replace(title="B"), "the check reads the title as A, the build as B"),
        (ONE, ONE._replace(line=4), "the check reads the line as 3, the build as 4"),
        (ONE, ONE._replace(fields=()), "the check reads kind as “company”, the build as “”"),
    ],
)
def test_a_difference_is_told_in_words(mine: Seen | None, theirs: Seen | None, said: str) -> None:
    assert difference(mine, theirs) == said


@pytest.mark.gate
def test_a_record_that_only_a_build_sees_fails_it(tmp_path: Path) -> None:
    base = Base(tmp_path, {"plain.md": b"# Plain\n\nWords.\n"})
    hidden = RECORD.format("HIDDEN", "")
    (base.root / "conf.py").write_text(
        f"{CONF}def add(app, docname, text):\n"
        f"    text[0] += {hidden!r} if docname == 'plain' else ''\n"
        "def setup(app):\n    app.connect('source-read', add, priority=900)\n",
        "utf-8",
    )
    (said,) = base.build().values()
    assert "ORG_HIDDEN: the build reads a record here that the check does not see" in said
