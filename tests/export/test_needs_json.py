"""What policykb exports equals what sphinx-needs builds, record by record."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests import program

from policykb.check import engine
from policykb.export import json as export_json
from policykb.model import TYPES


@pytest.fixture(scope="module")
def needs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The project's own base as the ``needs`` builder writes it."""
    work = tmp_path_factory.mktemp("needs")
    words = ["-q", "-E", "-W", "-c", ".", "-b", "needs", "-d", str(work / "trees")]
    run = program.run("sphinx", *words, "docs", str(work / "out"), cwd=root)
    assert run.returncode == 0, run.stderr
    content = json.loads((work / "out/needs.json").read_text("utf-8"))
    found: dict[str, dict[str, Any]] = content["versions"][content["current_version"]]["needs"]
    return found


@pytest.fixture(scope="module")
def records(root: Path) -> dict[str, dict[str, Any]]:
    """The same base as policykb exports it."""
    content = json.loads(export_json.render(engine.load(root)))
    return {one["id"]: one for one in content["records"]}


@pytest.mark.gate
def test_both_have_the_same_records(
    needs: dict[str, dict[str, Any]], records: dict[str, dict[str, Any]]
) -> None:
    assert len(records) > 100
    assert set(needs) == set(records)


@pytest.mark.gate
def test_types_titles_and_lines_are_the_same(
    needs: dict[str, dict[str, Any]], records: dict[str, dict[str, Any]]
) -> None:
    for ident, one in records.items():
        need = needs[ident]
        path = f"docs/{need['docname']}{need['doctype']}"
        assert (one["type"], one["title"], one["path"], one["line"]) == (
            need["type"],
            need["title"],
            path,
            need["lineno"],
        )


def test_every_field_and_link_is_the_same(
    needs: dict[str, dict[str, Any]], records: dict[str, dict[str, Any]]
) -> None:
    for ident, one in records.items():
        need = needs[ident]
        for name, spec in TYPES[one["type"]].specs.items():
            if name in ("id", "title"):
                continue
            if spec.is_link:
                assert sorted(one["links"].get(name, [])) == sorted(need.get(name) or [])
            elif name == "aliases":
                assert "; ".join(one["aliases"]) == (need.get(name) or "")
            elif name == "tags":
                tags = one["fields"].get(name, "")
                assert [tag.strip() for tag in tags.split(",") if tag.strip()] == need.get(name, [])
            else:
                assert one["fields"].get(name, "") == (need.get(name) or "")
