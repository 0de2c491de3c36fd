"""PKB315 tells of the quotation that does most for a fact, whichever stands first."""

import hashlib
from pathlib import Path

import pytest

from policykb.check import engine
from policykb.check.diagnostics import Diagnostic
from policykb.values.shows import SHOWS

SOURCE = """\
If the port agrees, it begins on 4 March 2024.

The Quay Act begins on 4 March 2024 and was signed on 5 May 2025.

The Quay Act pleased the town, which it cost nothing.

If the port agrees, the Quay Act begins on 4 March 2024,
1 May 2025, 2 May 2025, 3 May 2025, 4 May 2025 and 5 May 2025.
"""
NAMELESS = "If the port agrees, it begins on 4 March 2024"
BESIDE = "The Quay Act begins on 4 March 2024 and was signed on 5 May 2025"
WITHOUT = "The Quay Act pleased the town, which it cost nothing"


def to_read(root: Path, quotes: tuple[str, ...]) -> list[Diagnostic]:
    """The findings of the rule in a base of one policy with these quotations."""
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    evidence = "".join(
        f"\n:::{{evidence}} SRC_S\n:supports: effective\n\n{quote}\n:::\n" for quote in quotes
    )
    (root / "docs").mkdir()
    (root / "seeds").mkdir()
    (root / "seeds/s.txt").write_text(SOURCE, "utf-8")
    (root / "docs/s.md").write_text(
        f"# S\n\n:::{{source}} S\n:id: SRC_S\n:file: s.txt\n:sha256: {digest}\n"
        ":language: en\n:rights: ours\n:::\n",
        "utf-8",
    )
    (root / "docs/p.md").write_text(
        f"# Quay Act\n\n::::{{policy}} Quay Act\n:id: POL_QUAY\n:effective: 2024-03-04\n"
        f":gap: status — not said; issued_by — not said\n{evidence}::::\n",
        "utf-8",
    )
    _, report = engine.check(root)
    return [one for one in report.diagnostics if one.code == "PKB315"]


@pytest.mark.parametrize(
    "quotes",
    [(NAMELESS, BESIDE), (BESIDE, NAMELESS), (WITHOUT, BESIDE), (WITHOUT, NAMELESS, BESIDE)],
)
def test_the_quotation_that_does_most_is_told(tmp_path: Path, quotes: tuple[str, ...]) -> None:
    (found,) = to_read(tmp_path, quotes)
    assert found.field == "effective"
    assert found.reason == "others"
    assert found.message.endswith(f"“{BESIDE}”")
    assert "another value of the kind stands beside it, “5 May 2025”: " in found.message
    assert found.help is not None
    assert found.help.startswith("if the value is wrong, correct it, or record the other value too")
    mapping = found.help.partition("“:shows: ")[2].partition("”")[0]
    assert SHOWS.parse(mapping)[0].value == "2024-03-04"


def test_of_many_other_values_the_first_are_named_behind_their_reason(tmp_path: Path) -> None:
    (found,) = to_read(tmp_path, (" ".join(SOURCE.splitlines()[-2:]),))
    named = "stands beside it, “1 May 2025”, “2 May 2025”, “3 May 2025” and 2 more; the source's"
    assert named in found.message
    assert found.message.count("beside") == 1


def test_one_that_does_less_is_told_where_it_is_the_only_one(tmp_path: Path) -> None:
    (found,) = to_read(tmp_path, (WITHOUT, NAMELESS))
    assert found.reason == "subject"
    assert found.message.endswith(f"“{NAMELESS}”")
