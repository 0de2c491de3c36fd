"""Everything but pages and sources has owners, who are asked before it changes."""

from __future__ import annotations

from pathlib import Path


def test_only_pages_and_sources_have_no_owners(root: Path) -> None:
    text = (root / ".github/CODEOWNERS").read_text("utf-8")
    rules = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    assert rules[0][1:]
    assert [rule for rule in rules if len(rule) == 1] == [["/docs/"], ["/seeds/"]]
