"""What keeps a finding quiet, and what does not."""

from pathlib import Path

import pytest
from tests.small import ORG, TODAY, check, codes, org

from policykb.base.settings import SettingsError
from policykb.check import engine
from policykb.check.suppress import update_baseline

NAMED = "It works with Borealis Shipping."
BAD_KIND = org(":kind: firm\n")


def test_a_comment_in_a_record_ignores_that_records_finding(tmp_path: Path) -> None:
    text = org(text=f"{NAMED}\n\n% policykb: ignore[PKB604] the link would mislead here")
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == []


def test_a_comment_before_a_record_ignores_that_records_finding(tmp_path: Path) -> None:
    text = org(":kind: firm\n").replace(
        ":::{org}", "% policykb: ignore[PKB105] the vocabulary is to grow\n:::{org}"
    )
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == []


def test_a_comment_ignores_nothing_of_another_record(tmp_path: Path) -> None:
    text = BAD_KIND + "\n% policykb: ignore[PKB105] the vocabulary is to grow\n"
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == ["PKB105", "PKB903"]


def test_a_comment_on_a_page_ignores_what_is_outside_records(tmp_path: Path) -> None:
    text = org() + "\nSee {need}`ORG_NOBODY`.\n\n% policykb: ignore[PKB601] it comes next week\n"
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == []


def test_a_comment_may_lack_its_colon_but_not_its_rule(tmp_path: Path) -> None:
    text = org(text=f"{NAMED}\n\n% policykb ignore[PKB604] the link would mislead here")
    assert codes(check(tmp_path / "1", {ORG: text})[1].diagnostics) == []
    (found,) = check(tmp_path / "2", {ORG: org(text="% policykb: ignore[PKB999] so it was said")})[
        1
    ].diagnostics
    assert (found.code, found.message) == ("PKB903", "PKB999 is the code of no rule")


@pytest.mark.parametrize("why", ["", "unknown", "todo", "PKB604"])
def test_a_comment_without_a_reason_ignores_nothing(tmp_path: Path, why: str) -> None:
    text = org(text=f"% policykb: ignore[PKB604] {why}\n{NAMED}")
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == ["PKB904", "PKB604"]


@pytest.mark.parametrize("said", ["ignore PKB604 it is fine", "ignore[] it is fine", "hush"])
def test_a_comment_that_cannot_be_read_is_reported(tmp_path: Path, said: str) -> None:
    text = org(text=f"% policykb: {said}")
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == ["PKB904"]


def test_a_page_cannot_excuse_itself_from_what_guards_the_site(tmp_path: Path) -> None:
    text = org(text="% policykb: ignore[PKB707] we know this host\n[x](javascript:alert)")
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == ["PKB904", "PKB707"]


def test_of_several_codes_the_idle_ones_are_named(tmp_path: Path) -> None:
    text = org(text=f"% policykb: ignore[PKB604, PKB601] the name is that of a ship\n{NAMED}")
    (found,) = check(tmp_path, {ORG: text})[1].diagnostics
    assert (found.code, found.message[:7]) == ("PKB903", "PKB601 ")
    assert found.help == "remove PKB601 from it"


def test_a_comment_shown_as_an_example_is_none(tmp_path: Path) -> None:
    text = org() + "\n```md\n% policykb: ignore[PKB604]\n```\n\nWrite `% policykb: hush`.\n"
    assert codes(check(tmp_path, {ORG: text})[1].diagnostics) == []


def settings(text: str) -> dict[str, str]:
    return {"pyproject.toml": f"[tool.policykb]\n{text}\n", ORG: BAD_KIND}


def test_settings_choose_rules_and_weights(tmp_path: Path) -> None:
    for number, (text, expected) in enumerate(
        (
            ('ignore = ["PKB105"]', []),
            ('ignore = ["PKB1"]', []),
            ('select = ["PKB2"]', []),
            ('select = ["PKB1"]', ["error"]),
            ('severity = { PKB105 = "note" }', ["note"]),
        )
    ):
        report = check(tmp_path / str(number), settings(text))[1]
        assert [item.severity.word for item in report.diagnostics] == expected, text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignore = ["PKB999"]', "pyproject.toml:2:1: ignore: no rule is PKB999"),
        ('severity = { PKB105 = "grave" }', "“grave” is not error, warning or note"),
        ('rules_from = ["nowhere"]', "no installed package registers “nowhere”"),
    ],
)
def test_settings_that_name_nothing_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        check(tmp_path, settings(text))


def test_a_baseline_keeps_known_findings_quiet_wherever_their_lines_move(tmp_path: Path) -> None:
    files = settings('baseline = "known.txt"')
    base, report = check(tmp_path, files)
    assert update_baseline(base, report.diagnostics) == 1
    assert engine.check(tmp_path, today=TODAY)[1].diagnostics == []
    (tmp_path / ORG).write_text("Some lines more.\n\n\n" + BAD_KIND, "utf-8")
    assert engine.check(tmp_path, today=TODAY)[1].diagnostics == []
    (tmp_path / ORG).write_text(org(":kind: shop\n"), "utf-8")
    found = engine.check(tmp_path, today=TODAY)[1].diagnostics
    assert codes(found) == ["PKB105", "PKB905"]


def test_a_baseline_counts_equal_findings(tmp_path: Path) -> None:
    twice = org(text="See {need}`ORG_NOBODY` and {need}`ORG_NOBODY`.")
    base, report = check(tmp_path, settings('baseline = "known.txt"') | {ORG: twice})
    update_baseline(base, report.diagnostics)
    more = org(text="See {need}`ORG_NOBODY`, {need}`ORG_NOBODY`, {need}`ORG_NOBODY`.")
    (tmp_path / ORG).write_text(more, "utf-8")
    assert codes(engine.check(tmp_path, today=TODAY)[1].diagnostics) == ["PKB601"]


def test_a_baseline_only_shrinks(tmp_path: Path) -> None:
    base, report = check(tmp_path, settings('baseline = "known.txt"'))
    update_baseline(base, report.diagnostics)
    (tmp_path / ORG).write_text(org(":kind: shop\n"), "utf-8")
    base, report = engine.check(tmp_path, today=TODAY)
    assert update_baseline(base, report.diagnostics) == 0
    assert codes(engine.check(tmp_path, today=TODAY)[1].diagnostics) == ["PKB105"]


def test_notes_are_not_put_in_a_baseline(tmp_path: Path) -> None:
    files = {"pyproject.toml": '[tool.policykb]\nbaseline = "known.txt"\n', ORG: org(text=NAMED)}
    base, report = check(tmp_path, files)
    assert codes(report.diagnostics) == ["PKB604"]
    assert update_baseline(base, report.diagnostics) == 0


def test_a_baseline_that_cannot_be_read_stops_the_check(tmp_path: Path) -> None:
    files = settings('baseline = "known.txt"') | {"known.txt": "PKB105 something\n"}
    with pytest.raises(SettingsError, match=r"known\.txt:1:1: .*fingerprint"):
        check(tmp_path, files)
