"""Every field of every type shows wherever the reference of fields says that it does."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from policykb.check import engine
from policykb.export.schema import places
from policykb.model import SOURCE, TYPES, Spec
from policykb.model.load import common
from policykb.publish import article, catalog
from policykb.publish.facts import moments
from policykb.publish.facts.site import Site
from policykb.publish.files import search_index

VALUES = {
    "date": ("2025-05-21", "21 May 2025"),
    "money": ("12.4 billion JPY", "12.4 billion"),
    "number": ("17.5", "17.5"),
    "country": ("NO", "Norway"),
    "text": ("Words of NAME", "Words of NAME"),
}
FIELDS = [
    (kind, name)
    for kind, model in TYPES.items()
    for name in model.specs
    if kind != SOURCE and name not in common()
]


def value(name: str, spec: Spec) -> tuple[str, str]:
    """A value as written and as readers see it."""
    if spec.is_link:
        kind = "org" if spec.targets == ("any",) else spec.targets[0]
        return f"{TYPES[kind].prefix}OTHER", f"Other {kind}"
    if name == "bound":
        return "about", "About"
    if spec.value.choices and spec.value.name != "country":
        first = spec.value.choices[0]
        return first, spec.value.display(first)
    written, shown = VALUES[spec.value.name]
    return written.replace("NAME", name), shown.replace("NAME", name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Of each type a record with all its fields, and another one."""
    root = Path(tmp_path_factory.mktemp("places"))
    (root / "docs").mkdir()
    (root / "seeds").mkdir()
    for kind, model in TYPES.items():
        if kind == SOURCE:
            continue
        own = {name: spec for name, spec in model.specs.items() if name not in common()}
        lines = [f":{name}: {value(name, spec)[0]}" for name, spec in own.items()]
        full = [f"::::{{{kind}}} Full {kind}", f":id: {model.prefix}FULL", *lines, "::::"]
        other = [f"::::{{{kind}}} Other {kind}", f":id: {model.prefix}OTHER", "::::"]
        (root / f"docs/{kind}.md").write_text("\n".join([*full, "", *other, ""]), "utf-8")
    return catalog.site(engine.load(root))


@pytest.fixture(scope="module")
def found(site: Site) -> dict[str, search_index.Found]:
    return {one.title: one for one in search_index.entries(site)}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return {page.docname: text(page.html) for page in catalog.pages(site)}


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_field_shows_where_the_reference_says(
    site: Site,
    found: dict[str, search_index.Found],
    pages: dict[str, str],
    kind: str,
    name: str,
) -> None:
    model = TYPES[kind]
    entry, spec = site.base.by_id[f"{model.prefix}FULL"], model.specs[name]
    shown = value(name, spec)[1]
    assert shown in text(article.after(entry, site))
    assert any(shown in words for _, words in found[entry.title].parts)
    told = places(model, name)
    if "list" in told:
        assert shown in pages[f"{model.folder}/index"]
    label = site.field(kind, name, spec)
    dates = {(one.entry.id, one.what) for one in moments.every(site)}
    assert ((entry.id, label) in dates) == ("timeline" in told)
    assert (f"{entry.title} {label} {shown}" in pages["network"]) == ("network" in told)
    narrowed = {one for values in found[entry.title].facets.values() for one in values}
    assert ({shown, "2025"} & narrowed != set()) or "filter" not in told
