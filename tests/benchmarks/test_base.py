"""What is measured is a sound base of the size that is asked for."""

from pathlib import Path

from tests.benchmarks.base import write
from tests.small import TODAY

from policykb.check import engine


def test_the_base_for_measuring_is_clean(tmp_path: Path) -> None:
    records = write(tmp_path, 120)
    base, report = engine.check(tmp_path, today=TODAY)
    assert (len(base.entries), report.diagnostics) == (records, [])
    ventures = [entry for entry in base.entries if entry.type == "jv"]
    assert len(ventures) == 120
    for entry in ventures:
        assert len(list(entry.filled())) >= 9
        assert sum(len(ids) for ids in entry.links.values()) == 4
        assert [one.match is not None for one in base.evidence.of(entry)] == [True]
