"""Pages that are no records are found in their folder."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from policykb.model import TYPES
from policykb.publish import catalog
from policykb.publish import pages as folder


def test_every_file_of_the_folder_declares_a_page() -> None:
    names = {path.stem for path in Path(folder.__path__[0]).glob("*.py")} - {"__init__"}
    docnames = {page.docname for page in catalog.found()}
    for name in names - {"lists"}:
        assert import_module(f"{folder.__name__}.{name}").PAGE.docname in docnames
    assert {f"{model.folder}/index" for model in TYPES.values()} <= docnames
    assert len(docnames) == len(names) - 1 + len(TYPES)


def test_a_file_that_declares_none_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module(f"{folder.__name__}.timeline")
    monkeypatch.delattr(module, "PAGE")
    with pytest.raises(AttributeError, match="PAGE"):
        catalog.found()


def test_pages_linked_together_have_each_a_place_of_their_own() -> None:
    linked = [one for one in catalog.found() if one.menu or one.footer or one.browse]
    assert [
        place for place, number in Counter(one.order for one in linked).items() if number > 1
    ] == []
