"""``policykb diff``: changes in policy terms, from git revisions, in three formats."""

import io
import json
import os
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run, change, commit, git

from policykb.compare.markdown import LIMIT, escape

GUIDE = Path(__file__).parents[2] / "docs/guide/pull-requests.md"
VENTURE = "docs/ventures/quaylight.md"
HEAD = ":::{evidence} SRC_NOTICE\n:supports: "
QUOTE = """
:::{evidence} SRC_NOTICE
:supports: status

to set up Quaylight, which will bring shore power to the quays
:::
"""


def lines(policykb: Run, *words: str) -> list[str]:
    answer = policykb("diff", *words)
    assert answer.returncode in (0, 1), answer.stderr
    return answer.stdout.splitlines()


def test_nothing_changed(repo: Path, policykb: Run) -> None:
    answer = policykb("diff", "main")
    assert answer.returncode == 0
    assert answer.stdout == "Does not block: no error or warning.\nNo record changed.\n"


def test_a_venture_moves_on_and_leaves_its_program(repo: Path, policykb: Run) -> None:
    page = repo / VENTURE
    change(page, ":status: agreed", ":status: established")
    change(page, ":funded_by: PRG_HEF\n", ":gap: funded_by — the notice was corrected since\n")
    change(page, ":supports: funded_by", ":supports: text")
    change(page, ":agreed:", ":stake: half each\n:agreed:")
    change(page, "\n:::{evidence}", QUOTE + "\n:::{evidence}")
    assert lines(policykb, "main")[1:] == [
        "1 record changed.",
        "",
        "to read: JV_QUAYLIGHT: status = established (hedged)",
        "JV_QUAYLIGHT: status agreed → established; stake added: half each; funded_by − PRG_HEF; "
        "now a gap: funded_by — the notice was corrected since; 2 quotations added; "
        "1 quotation now for other fields; PRG_HEF lost its only joint venture",
    ]


def move_on(page: Path) -> None:
    """A status that nothing in the source says plainly."""
    change(page, ":status: agreed", ":status: established")
    change(page, "\n:::{evidence} SRC_NOTICE\n:supports: status, ", f"{QUOTE}\n{HEAD}")


def read(monkeypatch: pytest.MonkeyPatch, policykb: Run, ident: str) -> None:
    """Stamp a record, every passage of it being found right."""
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n" * 9))
    words = ["--initials", "AB", "--today", "2025-06-01"]
    assert "1 stamped" in policykb("review", ident, *words).stdout


def test_what_is_to_read_and_what_was_read_come_first(
    repo: Path, policykb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_on(repo / VENTURE)
    change(repo / VENTURE, "for shore power.", "to bring power to the quays.")
    read(monkeypatch, policykb, "PRG_HEF")
    text = policykb("diff", "main", "--format", "markdown").stdout
    shown = unescape(text).replace("\u200b", "")
    guide = GUIDE.read_text("utf-8")
    start, end = guide.index("```text\n") + 8, guide.index("```\n\nWhere")
    if os.environ.get("REWRITE"):
        GUIDE.write_text(guide[:start] + shown + guide[end:], "utf-8")
    else:
        assert guide[start:end] == shown


def test_what_was_read_is_not_left_to_read(
    repo: Path, policykb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_on(repo / VENTURE)
    commit(repo)
    policykb("rename", "JV_QUAYLIGHT", "JV_QUAY")
    assert not any("to read" in line for line in lines(policykb, "main"))
    git(repo, "reset", "-q", "--hard")
    git(repo, "clean", "-fdq")
    read(monkeypatch, policykb, "JV_QUAYLIGHT")
    commit(repo)
    assert not any("to read" in line for line in lines(policykb, "main~1"))
    change(repo / VENTURE, "2024-03-03", "2024-03")
    told = json.loads(policykb("diff", "main", "--format", "json").stdout)
    assert [fact["field"] for one in told["to_read"] for fact in one["facts"]] == ["status"]
    (stamp,) = told["stamps"]
    assert (stamp["id"], stamp["added"], stamp["holds"]) == ("JV_QUAYLIGHT", False, False)
    assert any("holds no longer" in line for line in lines(policykb, "main"))


def test_who_links_to_a_renamed_record_did_not_change(repo: Path, policykb: Run) -> None:
    page = repo / "docs/programs/hef.md"
    page.write_text(page.read_text("utf-8") + "\nSee [the venture](../ventures/quaylight.md).\n")
    commit(repo)
    for old, new in (("PRG_HEF", "PRG_HARBOR"), ("SRC_NOTICE", "SRC_NOTE")):
        policykb("rename", old, new)
    policykb("rename", "JV_QUAYLIGHT", "JV_QUAY")
    told = json.loads(policykb("diff", "main", "--format", "json").stdout)
    assert {one["change"] for one in told["records"]} == {"renamed"}
    assert (len(told["records"]), told["pages"]) == (3, [])
    assert not any(one["effects"] or one["quotations_added"] for one in told["records"])


def test_revisions_are_read_without_touching_the_files(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03")
    git(repo, "checkout", "-q", "-b", "draft")
    commit(repo)
    (repo / VENTURE).write_text("in the middle of something", encoding="utf-8")
    state = git(repo, "status", "--porcelain")
    assert lines(policykb, "main", "draft")[3:] == ["JV_QUAYLIGHT: agreed 2024-03-03 → 2024-03"]
    assert lines(policykb, "draft", "main")[3:] == ["JV_QUAYLIGHT: agreed 2024-03 → 2024-03-03"]
    assert lines(policykb, "main...draft")[3:] == lines(policykb, "main", "draft")[3:]
    assert git(repo, "status", "--porcelain") == state


def test_three_dots_compare_with_where_the_branch_began(repo: Path, policykb: Run) -> None:
    git(repo, "checkout", "-q", "-b", "draft")
    git(repo, "checkout", "-q", "main")
    change(repo / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03")
    commit(repo)
    git(repo, "checkout", "-q", "draft")
    assert len(lines(policykb, "main")) == 4
    assert lines(policykb, "main...") == [
        "Does not block: no error or warning.",
        "No record changed.",
    ]


def test_what_blocks_is_said_first_with_what_is_new(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, "ORG_BOREALIS\n:f", "ORG_NOPE\n:f")
    commit(repo)
    change(repo / "docs/programs/hef.md", "administered_by: ORG_COAST", "administered_by: ORG_NONE")
    answer = policykb("diff", "main")
    assert answer.returncode == 1
    first = answer.stdout.splitlines()[0]
    assert re.match(
        r"Blocks: \d errors?, 1 of them new here\. docs/programs/hef\.md:7:19 PKB201: ", first
    )
    assert policykb("diff", "HEAD~1", "HEAD").stdout.startswith("Blocks: ")


def test_records_that_come_go_move_and_change_their_id(repo: Path, policykb: Run) -> None:
    git(repo, "mv", VENTURE, "docs/ventures/quay.md")
    text = (repo / "docs/organizations/all.md").read_text(encoding="utf-8")
    text = text.replace("ORG_COAST", "ORG_COASTAL").replace("Vesta Lines", "Vesta Ferries")
    (repo / "docs/organizations/all.md").write_text(
        text + "\n:::{org} Third Line\n:id: ORG_THIRD\n:kind: company\n:::\n", encoding="utf-8"
    )
    change(repo / "docs/programs/hef.md", "ORG_COAST", "ORG_COASTAL")
    (repo / "docs/sources/notice.md").unlink()
    (repo / "docs/index.md").write_text("# Welcome\n", encoding="utf-8")
    assert lines(policykb, "main")[1:] == [
        "1 record added, 1 record removed, 1 record renamed, 3 records changed.",
        "",
        "JV_QUAYLIGHT: moved from docs/ventures/quaylight.md",
        "ORG_COASTAL: id ORG_COAST → ORG_COASTAL",
        "ORG_THIRD: new organization “Third Line”",
        "ORG_VESTA: title Vesta Lines → Vesta Ferries",
        "PRG_HEF: administered_by + ORG_COASTAL, − ORG_COAST",
        "SRC_NOTICE: source “Harbour notice” removed",
        "docs/index.md: text added",
    ]


def test_a_setting_that_switches_a_rule_off_is_told(repo: Path, policykb: Run) -> None:
    (repo / "pyproject.toml").write_text('[tool.policykb]\nignore = ["PKB3"]\n', encoding="utf-8")
    assert lines(policykb, "main")[-1] == "setting ignore: [] → ['PKB3']"


def test_a_setting_is_told_in_plain_words(repo: Path, policykb: Run) -> None:
    own = '[tool.policykb]\ntitle = "Crane"\n\n[tool.policykb.severity]\nPKB303 = "note"\n'
    (repo / "pyproject.toml").write_text(own, encoding="utf-8")
    assert lines(policykb, "main")[-2:] == [
        "setting severity: added PKB303 = note",
        "setting title: added Crane",
    ]


def test_facts_to_read_are_no_notes_as_in_the_check(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, "Quaylight will be financed", "financed")
    assert lines(policykb, "main")[0] == "Does not block: no error or warning."
    said = policykb("check").stdout
    assert "1 fact to read: " in said
    assert " note" not in said


def test_white_space_and_the_order_of_a_list_are_no_change(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, "ORG_VESTA, ORG_BOREALIS", "ORG_BOREALIS,  ORG_VESTA")
    change(repo / VENTURE, "set it up for shore power.", "set it up\nfor shore power.")
    assert lines(policykb, "main")[1] == "No record changed."


def test_json_tells_the_same_in_parts(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, ":status: agreed", ":status: ended")
    change(repo / VENTURE, "for shore power.", "for shore power at the quays.")
    content: dict[str, Any] = json.loads(policykb("diff", "main", "--format", "json").stdout)
    assert content["blocks"] is True
    assert content["summary"] == {"added": 0, "removed": 0, "renamed": 0, "changed": 1}
    (record,) = content["records"]
    assert record["id"] == "JV_QUAYLIGHT"
    assert record["fields"] == [{"field": "status", "before": "agreed", "after": "ended"}]
    assert record["text"]["after"].endswith("for shore power at the quays.")
    assert content["diagnostics"][0]["new"] is True


@pytest.mark.parametrize("revision", ["nope", "--help", "HEAD:docs", "-x", ""])
def test_a_revision_that_is_none_is_one_plain_line(
    repo: Path, policykb: Run, revision: str
) -> None:
    answer = policykb("diff", "--", revision)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr == f"policykb: git knows no revision “{revision}” here\n"


def test_outside_a_repository(quay: Path, policykb: Run) -> None:
    answer = policykb("diff", "main")
    assert answer.returncode == 2
    assert "is in no git repository" in answer.stderr


@pytest.mark.parametrize("team", ["team", os.fsdecode(b"\xe9quipe\n")])
def test_a_base_within_a_larger_repository(repo: Path, policykb: Run, team: str) -> None:
    (repo / team).mkdir()
    for name in ("docs", "seeds"):
        git(repo, "mv", name, f"{team}/{name}")
    commit(repo)
    change(repo / team / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03")
    answer = policykb("diff", "HEAD", "--root", team)
    assert answer.stdout.splitlines()[3:] == ["JV_QUAYLIGHT: agreed 2024-03-03 → 2024-03"]


HOSTILE = (
    "@octocat #1 GH-2 o/r#3 | a || b ` `` ``` <img src=x onerror=alert(1)> <!-- x --> "
    "[t](https://evil.example) ![i](//e.example) https://evil.example www.evil.example "
    "**b** __u__ ~~s~~ $x$ \\| &lt; &#64;x a@evil.example {need}`X` \u202egnihton\u202c :tada:"
)


def test_what_strangers_write_stays_words_in_markdown(repo: Path, policykb: Run) -> None:
    change(repo / VENTURE, "::::{jv} Quaylight", f"::::{{jv}} Quaylight {HOSTILE}")
    change(repo / VENTURE, ":parties:", f":stake: {HOSTILE}\n:parties:")
    change(repo / VENTURE, "ORG_VESTA, ", f"ORG_VESTA, {HOSTILE}, ")
    change(
        repo / VENTURE,
        "\n:::{evidence}",
        f"\n:::{{evidence}} {HOSTILE}\n:supports: {HOSTILE}\n\n{HOSTILE}\n:::\n\n:::{{evidence}}",
    )
    git(repo, "mv", VENTURE, "docs/ventures/@octocat <b> `x`.md")
    answer = policykb("diff", "main", "--format", "markdown")
    assert answer.returncode == 1
    assert_words(answer.stdout)


def assert_words(comment: str) -> None:
    """Nothing in a comment is more than words, but for our own headings, lists and bold words."""
    text = re.sub(r"&#\d+;", "", comment)
    for bad in ("@", "<", ">", "|", "`", "~", "://", "www.e", "](", "GH-2", "#1", "\u202e", "$"):
        assert bad not in text, bad
    ours = re.sub(r"(?m)^(###? |(  )?- )|\*\*|(?<= )\*|\*$", "", text)
    assert not re.search(r"[*_\\\[\]{}]", ours)


def test_what_a_source_says_stays_words_in_markdown(repo: Path, policykb: Run) -> None:
    change(repo / "seeds/notice.txt", "to set up Quaylight,", f"to set up Quaylight if {HOSTILE},")
    policykb("fix", "--repin", "SRC_NOTICE")
    comment = policykb("diff", "main", "--format", "markdown").stdout
    assert "⟧ if &#64;" in comment
    assert_words(comment)


def test_escaped_words_read_the_same() -> None:
    assert unescape(escape(HOSTILE)).replace("\u200b", "") == " ".join(
        unescape(HOSTILE.replace("&", "&amp;")).translate({0x202E: None, 0x202C: None}).split()
    )


def test_a_comment_never_grows_beyond_what_can_be_posted(repo: Path, policykb: Run) -> None:
    many = "".join(
        f"\n:::{{org}} {'Name 名 ' * 20}{n}\n:id: ORG_N{n}\n:kind: company\n:::\n"
        for n in range(900)
    )
    (repo / "docs/organizations/many.md").write_text("# Many\n" + many, encoding="utf-8")
    text = policykb("diff", "main", "--format", "markdown").stdout
    assert LIMIT - 1000 < len(text.encode()) < LIMIT + 100
    assert re.search(r"… and \d+ more lines\.\n$", text)


def test_briefs_that_rest_on_a_changed_record_are_named(repo: Path, policykb: Run) -> None:
    brief = repo / "docs/briefs/when.md"
    brief.parent.mkdir()
    brief.write_text("# When?\n\n{need}`JV_QUAYLIGHT` was agreed on 3 March 2024.\n", "utf-8")
    commit(repo)
    change(repo / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03")
    assert lines(policykb, "main")[3:] == [
        "JV_QUAYLIGHT: agreed 2024-03-03 → 2024-03; docs/briefs/when.md rests on it: read it again"
    ]
    change(brief, "on 3 March 2024", "in March 2024")
    assert "read it again" not in "\n".join(lines(policykb, "main"))
