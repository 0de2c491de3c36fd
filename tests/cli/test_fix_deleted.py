"""A safe fix changes nothing when a record was deleted or renamed: that is no slip of the pen."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import volume
from tests.cli.conftest import commit, git

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.rules.catalog import RULES
from policykb.markdown.reader import read_page
from policykb.model import TYPES

ROOT = Path(__file__).parents[2]
UNGRADED = [rule for rule in RULES if not rule.grades]
"""What grades facts fixes nothing, and takes most of the time."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The real base, committed in a repository of its own."""
    root = tmp_path_factory.mktemp("deleted") / "base"
    root.mkdir()
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root)
    git(root, "init", "-q")
    commit(root)
    return engine.load(root)


def safe_fixes(base: Context, path: str, text: str | None) -> Iterator[str]:
    """What safe fixes would write if the page had this text, or were deleted (None)."""
    pages = [page for page in base.pages if page.path != path]
    if text is not None:
        pages.append(read_page(path, text, frozenset(TYPES)))
    changed = Context(base.root, sorted(pages, key=lambda page: page.path), base.settings, None)
    for finding in engine.run(changed, UNGRADED).diagnostics:
        if finding.fix is not None and finding.fix.applicability == "safe":
            yield f"{finding.path}:{finding.line}: {finding.fix.edits}"


def ids(base: Context, quick: int = 8, gate: int = 1000) -> list[str]:
    """Some ids in the quick run, all of them (or ``gate``) in the gate."""
    known = sorted(base.by_id)
    most = volume.take(quick, gate, len(known))
    return random.Random(1).sample(known, min(most, len(known)))


@pytest.mark.gate
def test_deleting_any_record_makes_no_safe_fix(base: Context) -> None:
    """The page of each record, alone, is removed."""
    for path in sorted({base.by_id[ident].page.path for ident in ids(base)}):
        assert not list(safe_fixes(base, path, None)), path


@pytest.mark.gate
def test_renaming_any_record_makes_no_safe_fix(base: Context) -> None:
    """The id of each record, alone, is changed where it is given."""
    for ident in ids(base):
        page = base.by_id[ident].page
        renamed = re.sub(rf"(?m)^:id: {ident}$", f":id: {ident}_2", page.text)
        assert renamed != page.text
        assert not list(safe_fixes(base, page.path, renamed)), ident


def test_a_page_put_into_a_block_of_code_makes_no_safe_fix(base: Context) -> None:
    """Its records are not read, and are no reason to link to others."""
    for ident in ids(base, 4, 20):
        page = base.by_id[ident].page
        assert not list(safe_fixes(base, page.path, f"```markdown\n{page.text}```\n")), ident


def test_a_renamed_record_is_offered_and_a_deleted_one_is_asked_for(base: Context) -> None:
    """The help tells which; without a look nothing is written."""
    page = base.by_id["ORG_SAWAI"].page
    renamed = page.text.replace(":id: ORG_SAWAI", ":id: ORG_SAWAI_GROUP")
    pages = [one for one in base.pages if one is not page]
    for extra, words in (
        ([read_page(page.path, renamed, frozenset(TYPES))], "was it renamed to ORG_SAWAI_GROUP?"),
        ([], "was it deleted?"),
    ):
        changed = Context(base.root, [*pages, *extra], base.settings, None)
        helps = [one.help or "" for one in engine.run(changed).diagnostics if one.code == "PKB601"]
        assert helps, words
        assert all(words in help for help in helps)


def test_an_id_of_another_type_is_never_answered_safely(base: Context) -> None:
    """Not where one letter parts the two, nor where the place takes the other type only."""
    for page in (base.by_id[ident].page for ident in ids(base, 4, 20)):
        for target in re.findall(r"(?<=[ ,`<])(?:ORG|PRG)_[A-Z0-9_]+(?=[,\n`>])", page.text)[:1]:
            other = target.replace("ORG_", "PRG_") if target[:1] == "O" else f"ORG_{target[4:]}"
            text = page.text.replace(target, other)
            assert not list(safe_fixes(base, page.path, text)), (page.path, other)


def test_a_former_id_is_followed(base: Context) -> None:
    """``former_ids`` make the fix certain."""
    page = base.by_id["ORG_SAWAI"].page
    renamed = page.text.replace(":id: ORG_SAWAI", ":id: ORG_SAWAI_GROUP\n:former_ids: ORG_SAWAI")
    found = list(safe_fixes(base, page.path, renamed))
    assert found
    assert all("ORG_SAWAI_GROUP" in each for each in found)
