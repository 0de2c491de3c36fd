"""What a build made and needs no more is let go of at once."""

import gc
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pytest
from docutils import nodes
from docutils.utils import new_document

from policykb.sphinx_ext.build import scale
from policykb.sphinx_ext.shared import state


def test_a_page_is_freed_without_a_collection_once_the_next_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app: Any = SimpleNamespace()
    known = SimpleNamespace(written=None, freed=0, is_guest=False)
    monkeypatch.setattr(state, "of", lambda app: known)
    page = new_document("page")
    page.append(nodes.paragraph("", "", nodes.emphasis("", "Words.")))
    alive = ref(page)
    gc.disable()
    try:
        scale.free(app, "page", "page.html", {}, page)
        del page
        assert alive() is not None
        scale.free(app, "index", "page.html", {}, None)
        assert alive() is None
    finally:
        gc.enable()


def test_pages_of_another_projects_site_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    app: Any = SimpleNamespace()
    known = SimpleNamespace(written=None, freed=0, is_guest=True)
    monkeypatch.setattr(state, "of", lambda app: known)
    page = new_document("page")
    page.append(nodes.paragraph("", "", nodes.emphasis("", "Words.")))
    scale.free(app, "page", "page.html", {}, page)
    scale.free(app, "index", "page.html", {}, None)
    assert page.astext() == "Words."
