"""What a ``{ref}`` can name beside the examples of its rule's page."""

from pathlib import Path

import pytest
from tests.small import TODAY, check, codes

from policykb.check import engine
from policykb.check.session import Session

PAGE = "docs/about.md"


def about(text: str) -> dict[str, str]:
    return {PAGE: f"# About\n\n{text}\n"}


@pytest.mark.parametrize(
    "text",
    [
        "{ref}`genindex`",
        "{ref}`!nowhere`",
        "- (here)=\n  ## Here\n\n{ref}`there <HERE>`",
        ":::{note}\n---\nname: here\n---\nA note.\n:::\n\n{ref}`it <here>`",
        "{term}`quay Wall`, {term}`walls <pier>`\n\n```{glossary}\n:sorted:\n\nQuay wall\n"
        "pier : P\n  Of stone.\n```",
        "`` {ref}`nowhere` `` and \\[^9] and [^a](about.md), see[^a]\n\n[^a]: A note.",
    ],
)
def test_what_leads_somewhere(tmp_path: Path, text: str) -> None:
    assert codes(check(tmp_path, about(text))[1].diagnostics) == []


def test_labels_of_other_projects_are_not_known(tmp_path: Path) -> None:
    files = about("{ref}`python:lambda`")
    assert codes(check(tmp_path / "1", files)[1].diagnostics) == ["PKB603"]
    files["conf.py"] = 'extensions = ["policykb", "sphinx.ext.intersphinx"]\n'
    assert codes(check(tmp_path / "2", files)[1].diagnostics) == []


def test_a_term_that_no_glossary_explains(tmp_path: Path) -> None:
    text = "{term}`peer`\n\n```{glossary}\npier\n  A wall of stone.\n```"
    (found,) = check(tmp_path, about(text))[1].diagnostics
    assert (found.code, found.line, found.col, found.help) == ("PKB603", 3, 8, "did you mean pier?")


def test_a_record_is_referred_to_in_its_own_way(tmp_path: Path) -> None:
    (found,) = check(tmp_path, about("{ref}`ORG_VESTA`"))[1].diagnostics
    assert found.help == "write {need}`ORG_VESTA` for the record"


def test_a_label_that_goes_is_missed_at_once(tmp_path: Path) -> None:
    files = about("{ref}`fund`") | {"docs/fund.md": "(fund)=\n# Fund\n"}
    check(tmp_path, files)
    session = Session(tmp_path, today=TODAY)
    assert session.report.diagnostics == []
    (tmp_path / "docs/fund.md").write_text("(funds)=\n# Fund\n", "utf-8")
    (found,) = session.saved("docs/fund.md").diagnostics
    assert (found.code, found.path) == ("PKB603", PAGE)
    assert [found] == engine.check(tmp_path, today=TODAY)[1].diagnostics
