"""``policykb export`` as other programs rely on it."""

import hashlib
import json
from pathlib import Path

from tests.contract.conftest import Run, change

KEYS = set("id type title aliases fields links evidence facts path line text".split())


def test_json_has_every_record_with_its_quotations_placed(quay: Path, policykb: Run) -> None:
    answer = policykb("export", "json")
    assert answer.returncode == 0, answer.stderr
    content = json.loads(answer.stdout)
    assert set(content) == {"policykb", "grades_by", "records"}
    records = {item["id"]: item for item in content["records"]}
    assert list(records) == sorted(records)
    assert all(set(item) == KEYS for item in records.values())
    venture = records["JV_QUAYLIGHT"]
    assert (venture["type"], venture["path"], venture["line"]) == (
        "jv",
        "docs/ventures/quaylight.md",
        3,
    )
    assert venture["fields"] == {"status": "agreed", "agreed": "2024-03-03"}
    assert venture["links"] == {"parties": ["ORG_VESTA", "ORG_BOREALIS"], "funded_by": ["PRG_HEF"]}
    assert venture["text"] == "Vesta Lines and Borealis Shipping set it up for shore power."
    source = (quay / "seeds/notice.txt").read_bytes().decode()
    first, second = venture["evidence"]
    assert first["supports"] == ["status", "parties", "agreed"]
    assert (first["disputes"], first["shows"]) == ([], {})
    for quotation in (first, second):
        assert quotation["source"] == "SRC_NOTICE"
        assert source[quotation["start"] : quotation["end"]] == quotation["quote"]
        assert quotation["selectors"] == [
            {
                "type": "TextPositionSelector",
                "start": quotation["start"],
                "end": quotation["end"],
            },
            {"type": "TextQuoteSelector", "exact": quotation["quote"]},
        ]
    assert records["PRG_HEF"]["aliases"] == ["HEF"]
    assert records["SRC_NOTICE"]["fields"]["sha256"] == hashlib.sha256(source.encode()).hexdigest()


def test_gaps_and_inferences_stand_among_the_fields(quay: Path, policykb: Run) -> None:
    page = quay / "docs/ventures/quaylight.md"
    change(page, ":funded_by: PRG_HEF\n", ":gap: funded_by — no source names a program\n")
    fields = next(
        item["fields"]
        for item in json.loads(policykb("export", "json").stdout)["records"]
        if item["id"] == "JV_QUAYLIGHT"
    )
    assert fields["gap"] == "funded_by — no source names a program"


def test_the_same_base_gives_the_same_bytes(quay: Path, policykb: Run) -> None:
    for form in ("json", "csv"):
        for name in ("one", "two"):
            assert policykb("export", form, "-o", f"{name}.{form}").returncode == 0
        one, two = ((quay / f"{name}.{form}").read_bytes() for name in ("one", "two"))
        assert one == two
        assert one
