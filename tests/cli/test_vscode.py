"""What Visual Studio Code is given: snippets made from the model, a task that lists findings."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from policykb.check import engine
from policykb.markdown.grammar import Grammar
from policykb.markdown.snippets import as_json
from policykb.model import TYPES

GUIDE = Path(__file__).parents[2] / "docs/guide/editors.md"


def filled(body: list[str]) -> str:
    """A snippet as it stands once each place is left as it is, or has its first value."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+(?::([^}]*))?\}|\$\d", lambda match: match[1] or "X", text)


@pytest.mark.parametrize("name", TYPES)
def test_a_snippet_is_a_record_with_all_that_it_must_have(name: str) -> None:
    snippet = next(one for one in json.loads(as_json()).values() if one["prefix"] == name)
    text = f"{filled(snippet['body'])}\n"
    page = engine.page_of("docs/x.md", text.encode(), Grammar())
    (record,) = page.records
    required = {field for field, spec in TYPES[name].specs.items() if spec.required}
    assert required - {"title"} <= record.values.keys()
    assert record.values["id"].startswith(TYPES[name].prefix)
    assert not page.faults


def test_the_task_reads_what_the_check_prints(quay: Path, policykb: Run) -> None:
    change(quay / "docs/ventures/quaylight.md", ":status: agreed", ":status: agred")
    (task,) = re.findall(r"```json\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    matcher = json.loads(task)["tasks"][0]["problemMatcher"]["pattern"]
    words = json.loads(task)["tasks"][0]["command"].split()[1:]
    for line in policykb(*words).stdout.splitlines():
        found = re.match(matcher["regexp"], line)
        assert found, line
        assert found[matcher["file"]] == "docs/ventures/quaylight.md"
        assert (found[matcher["line"]], found[matcher["severity"]]) == ("5", "error")
        assert found[matcher["code"]] == "PKB105"
