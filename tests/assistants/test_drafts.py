"""Thirty drafts by script: wrong ones are refused or put before a person, right ones are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.assistants.drafts import RIGHT, WRONG, Draft, lay

from policykb.check import engine
from policykb.mcp import reading


def told(root: Path, draft: Draft) -> list[str]:
    """What the check of a draft says: errors and warnings, facts that are refused or to read."""
    items = reading.draft(engine.load(root), "docs/draft.md", draft.page, None)["items"]
    return [
        f"{one.get('code') or one['field']} {one.get('message') or one['why']}"
        for one in items
        if one.get("severity") in ("error", "warning") or one.get("grade") in ("refused", "to-read")
    ]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marsh")
    lay(folder)
    assert engine.check(folder)[1].failed is False
    return folder


@pytest.mark.parametrize("draft", RIGHT, ids=lambda one: f"{one.title}-{one.supports}")
def test_no_right_draft_is_refused(root: Path, draft: Draft) -> None:
    assert not [one for one in told(root, draft) if one.startswith("PKB")]


def test_wrong_drafts_are_refused_or_put_before_a_person(root: Path) -> None:
    missed = [draft.wrong for draft in WRONG if not told(root, draft)]
    assert len(missed) <= 1, missed


def test_there_are_thirty() -> None:
    assert (len(RIGHT), len(WRONG)) == (15, 15)
