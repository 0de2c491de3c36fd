"""Readers are told how far a fact got, and never that it is so."""

from collections.abc import Iterator

import pytest

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.evidence import grade
from policykb.evidence.evidence import Evidence
from policykb.evidence.grade import GRADES, REASONS
from policykb.publish import catalog
from policykb.publish.facts import items
from policykb.publish.facts.interface import interface
from policykb.publish.facts.site import Site

ENGLISH = interface("en").texts


def test_every_grade_but_inferred_and_every_reason_has_words() -> None:
    assert set(items.STANDING) == set(GRADES) - {"inferred"}
    assert {key for key in ENGLISH if key.startswith("why.")} == {f"why.{one}" for one in REASONS}


def test_no_words_for_readers_claim_proof() -> None:
    said = " ".join(ENGLISH[key] for key in ENGLISH if key.startswith(("grade.", "why.")))
    assert not any(word in said for word in ("prove", "proof", "verif", "confirm"))


def test_the_standing_of_a_field_is_that_of_its_worst_item(site: Site) -> None:
    found = {
        one.name: (one.standing, one.questions)
        for one in site.facts(site.base.by_id["JV_QUAYLIGHT"])
    }
    assert found["parties"] == ("Found in the source", [])
    assert found["funded_by"] == ("", [])
    grades = site.grades(site.base.by_id["JV_QUAYLIGHT"])
    worse = [grades["parties"][0]._replace(grade="to-read", why=("subject", "others"))]
    worse += grades["parties"][1:]
    t = site.t
    assert items.standing(t, worse) == "In the source"
    assert items.open_questions(t, worse, ["Vesta Lines", "Borealis"]) == [
        "Vesta Lines: the words quoted do not name this record; "
        "another value of the kind stands beside it"
    ]
    assert items.open_questions(t, worse[:1], ["Vesta Lines"])[0].startswith("the words quoted")


def test_facts_are_graded_once_for_the_check_and_the_site(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = engine.load(site.base.root)
    graded: list[str] = []
    once = grade.grade_record

    def counted(evidence: Evidence, entry: Entry) -> Iterator[grade.Graded]:
        graded.append(entry.id)
        return once(evidence, entry)

    monkeypatch.setattr(grade, "grade_record", counted)
    engine.run(base)
    again = catalog.site(base)
    assert all(again.grades(entry) for entry in again.entries if entry.raw.evidence)
    assert "JV_QUAYLIGHT" in graded
    assert len(graded) == len(set(graded))
