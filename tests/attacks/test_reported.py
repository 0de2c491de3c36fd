"""Every attack is a located finding, or is inert by design and the corpus says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.attacks import corpus
from tests.attacks.conftest import Checked

ATTACKS = corpus.attacks()
REPORTED = [one for one in ATTACKS if one.codes]


def test_the_corpus_is_of_every_vector() -> None:
    assert len(ATTACKS) >= 250
    assert len({one.vector for one in ATTACKS}) == 13
    assert len({one.name for one in ATTACKS}) == len(ATTACKS)
    assert [one.name for one in ATTACKS if not one.codes and not one.inert] == []


@pytest.mark.parametrize("attack", REPORTED, ids=lambda one: one.name)
def test_it_is_reported_where_it_stands(attack: corpus.Attack, checked: Checked) -> None:
    found = [item for path in attack.paths for item in checked.found.get(path, [])]
    mine = [item for item in found if item.code.startswith(attack.codes)]
    assert mine, f"{attack.codes} expected, found {sorted({item.code for item in found})}"
    if attack.at:
        texts = {page.path: page.text.split("\n") for page in checked.base.pages}
        at = checked.field.fill(attack.at)
        places = [texts[item.path][item.line - 1][item.col - 1 :] for item in mine]
        assert any(place.startswith(at) for place in places), places


def test_a_check_leaves_everything_as_it_is(checked: Checked) -> None:
    assert not checked.field.canary.exists()
    assert checked.field.secret.read_text(encoding="utf-8") == corpus.SECRET
    files = {path for path in checked.field.root.rglob("*") if path.is_file()}
    assert not [path for path in files if path.suffix not in _SENT and not path.is_symlink()]


_SENT = {Path(name).suffix for one in ATTACKS for name in one.files} | {".png", ".txt"}
