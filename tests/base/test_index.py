"""The base in memory: entries, links both ways, duplicates, names, nearest."""

from pathlib import Path

import pytest
from tests.cli.conftest import commit, git

from policykb.base.settings import Settings
from policykb.check.context import Context
from policykb.markdown.reader import read_page
from policykb.model import TYPES


def base(**pages: str) -> Context:
    read = [
        read_page(f"docs/{name}.md", text, frozenset(TYPES)) for name, text in sorted(pages.items())
    ]
    return Context(Path(), read, Settings(), None)


def test_links_are_known_from_both_ends() -> None:
    kb = base(
        a=":::{org} Vesta Lines\n:id: ORG_A\n:aliases: Vesta; VL\n:::\n",
        b=":::{jv} Q\n:id: JV_Q\n:parties: ORG_A, ORG_B\n:::\n",
    )
    assert kb.by_id["JV_Q"].links == {"parties": ("ORG_A", "ORG_B")}
    assert [(entry.id, field) for entry, field in kb.incoming["ORG_A"]] == [("JV_Q", "parties")]
    assert {name: [entry.id for entry in found] for name, found in kb.by_name.items()} == {
        "Vesta Lines": ["ORG_A"],
        "Vesta": ["ORG_A"],
        "VL": ["ORG_A"],
        "Q": ["JV_Q"],
    }


def test_of_two_copies_the_one_with_the_wrong_prefix_is_blamed_else_the_later_path() -> None:
    wrong_first = base(a=":::{jv} A\n:id: ORG_X\n:::\n", b=":::{org} B\n:id: ORG_X\n:::\n")
    assert [(kept.title, copy.title) for kept, copy in wrong_first.duplicates] == [("B", "A")]
    assert wrong_first.by_id["ORG_X"].title == "B"
    both_right = base(a=":::{org} A\n:id: ORG_X\n:::\n", b=":::{org} B\n:id: ORG_X\n:::\n")
    assert [(kept.title, copy.title) for kept, copy in both_right.duplicates] == [("A", "B")]


def test_bad_values_leave_the_rest_of_a_record_usable() -> None:
    entry = base(a=":::{jv} Q\n:id: JV_Q\n:agreed: yesterday\n:status: agreed\n:::\n").by_id["JV_Q"]
    assert set(entry.bad) == {"agreed"}
    assert entry.value("agreed") is None
    assert entry.value("status") == "agreed"
    assert entry.text("agreed") == "yesterday"


def test_the_nearest_record_is_found_by_id_title_and_alias() -> None:
    kb = base(
        a=":::{org} Alfresa Holdings\n:id: ORG_ALFRESA\n:::\n",
        b=":::{org} Chiome Bioscience\n:id: ORG_CHIOME\n:aliases: Chiyome BioScience\n:::\n",
    )
    for text, found in (
        ("ORG_ALFRESSA", "ORG_ALFRESA"),
        ("Alfressa Holdings", "ORG_ALFRESA"),
        ("Chiyome Bioscience", "ORG_CHIOME"),
        ("ORG_SOMETHING_ELSE", None),
    ):
        near = kb.nearest(text)
        assert (near.id if near else None) == found


def test_items_of_a_list_have_their_own_place() -> None:
    entry = base(a=":::{jv} Q\n:id: JV_Q\n:parties: ORG_A ,  ORG_B\n:::\n").by_id["JV_Q"]
    start, end = entry.item_span("parties", 1)
    assert entry.page.text[start:end] == "ORG_B"


ONE, COPY = (f":::{{org}} {name}\n:id: ORG_VESTA\n:::\n" for name in ("Vesta", "Copied"))


@pytest.mark.parametrize(
    ("original", "copy"), [("vesta", "a-copy"), ("vesta", "zebra"), ("lines", "mines")]
)
def test_of_two_records_with_an_id_the_copy_is_blamed(original: str, copy: str) -> None:
    """The page named after the id is the original, else the one that sorts first."""
    kb = base(**{original: ONE, copy: COPY})
    ((kept, blamed),) = kb.duplicates
    assert (kept.title, blamed.title) == ("Vesta", "Copied")
    assert kb.by_id["ORG_VESTA"] is kept


def test_the_record_that_the_last_commit_had_is_the_original(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/lines.md").write_text(ONE, encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    pages = [
        read_page(path, text, frozenset(TYPES))
        for path, text in (("docs/a.md", COPY), ("docs/lines.md", ONE), ("docs/vesta.md", COPY))
    ]
    kb = Context(tmp_path, pages, Settings(), None)
    assert kb.by_id["ORG_VESTA"].page.path == "docs/lines.md"
    assert {blamed.title for _, blamed in kb.duplicates} == {"Copied"}
