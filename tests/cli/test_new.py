"""``policykb new``: a page that is sound as far as what was given goes, and never over another."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment

from policykb.check import engine
from policykb.markdown import new_page as skeleton
from policykb.model import TYPES

GIVEN = {
    "policy": ["--status", "adopted", "--issued-by", "Coastal Ministry"],
    "program": ["--status", "open", "--administered_by", "ORG_COAST"],
    "alliance": [
        "--kind",
        "licensing",
        "--status",
        "agreed",
        "--parties",
        "Vesta Lines, ORG_BOREALIS",
    ],
    "jv": ["--status", "agreed", "--parties", "ORG_VESTA,ORG_BOREALIS", "--funded-by", "HEF"],
    "org": ["--kind", "company"],
    "person": ["--affiliation", "Coastal Ministry"],
    "facility": ["--operator", "Vesta Lines"],
    "product": ["--kind", "other"],
    "event": ["--kind", "other", "--is-about", "Quaylight"],
    "concern": ["--raised_by", "ORG_VESTA"],
    "indicator": ["--value", "9", "--unit", "ships"],
    "source": ["--file", "notice.txt", "--language", "en", "--rights", "made for this example"],
}


def found(root: Path, path: str) -> set[str]:
    """The codes of the errors and warnings on a page."""
    _, report = engine.check(root)
    return {item.code for item in report.diagnostics if item.path == path and item.severity < 2}


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_of_every_type_is_sound_in_form(quay: Path, policykb: Run, kind: str) -> None:
    answer = policykb("new", kind, "--title", "Something: “new” of A. N. Other's", *GIVEN[kind])
    assert answer.returncode == 0, answer.stderr
    path = answer.stdout.splitlines()[0].removeprefix("Wrote ")
    assert path.startswith(f"docs/{TYPES[kind].folder}/something-new-of-a-n-others")
    left = {code for code in found(quay, path) if not code.startswith("PKB3")}
    assert left == set()
    text = (quay / path).read_text(encoding="utf-8")
    for field, spec in TYPES[kind].specs.items():
        assert field in text or field in (
            "title",
            "reviewed",
            "gap",
            "inferred",
            "coined",
            "former_ids",
            "distinct_from",
        )
        if spec.is_link and f"% :{field}:" in text and "any" not in spec.targets:
            assert TYPES[spec.targets[0]].prefix in text


def test_comments_are_few_and_in_the_language_of_the_base(quay: Path, policykb: Run) -> None:
    said = {}
    for language, title in (("en", "One"), ("ja_JP", "Two")):
        (quay / "conf.py").write_text(f'language = "{language}"\n')
        policykb("new", "policy", "--title", title, *GIVEN["policy"])
        text = (quay / f"docs/policies/{title.lower()}.md").read_text("utf-8")
        said[language] = [line for line in text.splitlines() if line.startswith("%")]
        assert len(said[language]) < 10
    assert said["en"][0].startswith("% Say here in a few sentences what the policy is. Numbers")
    assert said["ja_JP"][0].startswith("% この記録の内容を、ここに数文で書いてください。文中の数値")


def test_a_page_can_be_complete_at_once(quay: Path, policykb: Run) -> None:
    answer = policykb(
        "new", "event", "--title", "Signing of the agreement", "--kind", "other",
        "--date", "2024-03-03", "--participants", "Vesta Lines, Borealis Shipping",
        "--is-about", "Quaylight", "--from", "Harbour notice", "--about", "signed",
    )  # fmt: skip
    assert answer.stdout == "Wrote docs/events/signing-of-the-agreement.md\n", answer.stderr
    text = (quay / "docs/events/signing-of-the-agreement.md").read_text(encoding="utf-8")
    assert (
        ":::{evidence} SRC_NOTICE\n:supports: date, participants, about\n\n"
        "Vesta Lines and Borealis Shipping signed an agreement on 3 March 2024 to set up Quaylight"
        "\n:::\n"
    ) in text
    assert policykb("check").returncode == 0


@pytest.mark.parametrize("title", ["Con", "Nul", "LPT1"])
def test_no_page_has_a_name_that_windows_keeps(quay: Path, policykb: Run, title: str) -> None:
    assert policykb("new", "org", "--title", title, "--kind", "company").returncode == 0
    assert "PKB714" not in found(quay, f"docs/organizations/org-{title.lower()}.md")
    assert (quay / f"docs/organizations/org-{title.lower()}.md").is_file()


def test_a_quotation_that_does_not_name_the_record_is_told(quay: Path, policykb: Run) -> None:
    answer = policykb(
        "new", "policy", "--title", "Zorvex Order", "--kind", "order", "--announced", "2024-03-03",
        "--from", "SRC_NOTICE", "--about", "signed an agreement",
    )  # fmt: skip
    assert "does not name the record" in answer.stderr
    assert ":subject: words of the quotation" in answer.stderr


def test_a_quotation_for_each_field_is_looked_for_in_the_paragraph(
    quay: Path, policykb: Run
) -> None:
    words = (
        "Vesta Lines and Borealis Shipping agreed to set up Northlight. Vesta Lines has 60% of it."
        " The rest is with Borealis Shipping. Northlight is to be in the north."
        " Northlight is financed from the Harbour Electrification Fund. It rains there."
    )
    (quay / "seeds/north.txt").write_text(f"Northlight\n\n{words}\n", "utf-8")
    source = ("--title", "North", "--file", "north.txt", "--language", "en", "--rights", "none")
    assert policykb("new", "source", *source).returncode == 0
    given = ("--status", "agreed", "--parties", "Vesta Lines, Borealis Shipping")
    about = ("--funded-by", "PRG_HEF", "--from", "SRC_NORTH", "--about", "agreed to set up")
    answer = policykb("new", "jv", "--title", "Northlight", *given, *about)
    assert answer.stdout == "Wrote docs/ventures/northlight.md\n"
    text = (quay / "docs/ventures/northlight.md").read_text("utf-8")
    assert text.count("{evidence}") == 2
    assert "Northlight is financed from the Harbour Electrification Fund\n" in text


def test_a_name_with_commas_is_one_name(quay: Path, policykb: Run) -> None:
    title = "Ministry of Ports, Roads and Rails"
    assert policykb("new", "org", "--title", title, "--kind", "ministry").returncode == 0
    given = ("--status", "proposed", "--issued-by", f"Coastal Ministry, {title}, ORG_VESTA")
    answer = policykb("new", "policy", "--title", "Way", *given)
    assert answer.returncode == 0, answer.stderr
    text = (quay / "docs/policies/way.md").read_text("utf-8")
    ids = "ORG_COAST, ORG_MINISTRY_OF_PORTS_ROADS_AND_RAILS, ORG_VESTA"
    assert f":issued_by: {ids}\n" in text


def test_what_is_missing_is_located_and_told(quay: Path, policykb: Run) -> None:
    answer = policykb("new", "jv", "--title", "Another")
    assert answer.returncode == 0
    for field in ("status", "parties", "funded_by"):
        assert f":{field}:" in answer.stdout
    assert found(quay, "docs/ventures/another.md") == {"PKB104", "PKB203"}
    closed = policykb(
        "new", "jv", "--title", "Closed", "--gap", "; ".join(
            f"{field} — the notice does not tell" for field in ("status", "parties", "funded_by")
        ),
    )  # fmt: skip
    assert closed.stdout == "Wrote docs/ventures/closed.md\n"


def test_what_is_there_already_is_said_before_a_page_is_written(quay: Path, policykb: Run) -> None:
    words = ("new", "org", "--kind", "company", "--title")
    told = policykb(*words, "Vesta Lines Co., Ltd.")
    assert told.returncode == 0
    assert told.stdout.startswith("Wrote docs/organizations/vesta-lines-co-ltd.md")
    said, help = told.stderr.splitlines()
    assert said.startswith("There is one already? ORG_VESTA_LINES_CO_LTD has nearly the same name")
    assert said.endswith("(docs/organizations/all.md:3)")
    assert "“:distinct_from: ORG_VESTA — why”" in help
    apart = ("--distinct-from", "ORG_COAST — it has no ships")
    assert policykb(*words, "Coastal ministry", *apart).stderr == ""
    assert policykb(*words, "Another Name Altogether").stderr == ""


def test_ids_and_files_are_free_ones(quay: Path, policykb: Run) -> None:
    for number in ("", "_2", "_3"):
        policykb("new", "org", "--title", "Vesta Line", "--kind", "company")
        assert f":id: ORG_VESTA_LINE{number}\n" in (
            quay / f"docs/organizations/vesta-line{number.replace('_', '-')}.md"
        ).read_text(encoding="utf-8")
    before = {path: path.read_bytes() for path in (quay / "docs").rglob("*.md")}
    taken = policykb("new", "org", "--title", "X", "--id", "ORG_VESTA")
    assert (taken.returncode, taken.stderr) == (
        2,
        "policykb: ORG_VESTA is the id of “Vesta Lines”\n",
    )
    there = policykb("new", "org", "--title", "X", "--id", "ORG_ALL")
    assert there.returncode == 2
    assert "docs/organizations/all.md exists already" in there.stderr
    assert {path: path.read_bytes() for path in (quay / "docs").rglob("*.md")} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["org", "--title", "X", "--kind", "compani"], "did you mean company?"),
        (["event", "--title", "X", "--date", "3 March 2024"], "did you mean 2024-03-03?"),
        (["facility", "--title", "X", "--operator", "HEF"], "“HEF” is PRG_HEF, a program; write"),
        (["org", "--kind", "company"], "a record needs a title: --title TEXT"),
        (["org", "--title", "X", "--id", "POL_X"], "--id: ids of this type begin with ORG_"),
        (
            ["jv", "--title", "X", "--parties", "Vesta Lines, Gull"],
            "--parties: “Gull” is no record's id or name; write",
        ),
        (["org", "--title", "X", "--id", "../x"], "--id: “../x” cannot be used"),
        (["org", "--title", "X", "--about", "y"], "--about needs --from SRC"),
        (
            ["event", "--title", "X", "--about", "ORG_COAST", "--about", "y"],
            "--about is given twice; the field about is --is-about; nothing was written",
        ),
        (["org", "--title", "X", "--from", "SRC_NOTISE"], "did you mean SRC_NOTICE"),
        (["org", "--title", "X\a"], "--title: it has a control character (U+0007)"),
        (["venture", "--title", "X"], "there is no type “venture”; did you mean jv?"),
        (["Programme", "--title", "X"], "there is no type “Programme”; did you mean program?"),
        ([], "of which type?"),
    ],
)
def test_what_cannot_be_used_writes_nothing(
    quay: Path, policykb: Run, words: list[str], said: str
) -> None:
    before = sorted((quay / "docs").rglob("*"))
    answer = policykb("new", *words)
    assert answer.returncode == 2
    assert said in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert sorted((quay / "docs").rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("org", "--knd", "company"), "new org has no option --knd; did you mean --kind?"),
        (("jv", "--funded-bi=HEF"), "new jv has no option --funded-bi; did you mean --funded-by?"),
        (("org", "--xyzzy"), "new org has no option --xyzzy; policykb new org --help lists"),
        (("org", "Vesta"), "new org takes options alone, and no “Vesta”"),
        (("--snipets",), "new has no option --snipets; did you mean --snippets?"),
        (("--knd", "company", "org"), "new org has no option --knd; did you mean --kind?"),
    ],
)
def test_an_option_that_is_none_is_told_with_the_one_meant(
    policykb: Run, words: tuple[str, ...], said: str
) -> None:
    answer = policykb("new", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    assert line.startswith(f"policykb: {said}")
    kind = "org " if "org" in words else ""
    assert f"policykb new {kind}" in line
    assert " --help lists " in line


def test_options_may_stand_before_the_type(quay: Path, policykb: Run) -> None:
    words = ("new", "--title=Vesta Oil", "--root", str(quay), "--kind", "company", "org")
    assert policykb(*words).stdout.splitlines()[0] == "Wrote docs/organizations/vesta-oil.md"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "orgg", "--title", "X"), "there is no type “orgg”; did you mean org?"),
        (("new", "zzzzz"), "there is no type “zzzzz”; types are policy, program, "),
        (("new", "--title", "X"), "of which type? policykb new with one of policy, program, "),
        (("new", "--titel=X"), "of which type? policykb new with one of policy, program, "),
        (("check", "--nots"), "check has no option --nots; did you mean --notes?"),
        (("export", "csv", "more"), "export has no use for “more”; policykb export --help lists"),
        (("init", "--", "-a", "--title", "T"), "init: write --title before “--”; no word"),
        (("source", "add", "--tittle", "X"), "source add has no option --tittle; did you mean"),
        (("--vresion",), "policykb has no option --vresion; did you mean --version?"),
    ],
)
def test_words_that_no_command_takes_are_told_in_a_line(
    policykb: Run, words: tuple[str, ...], said: str
) -> None:
    answer = policykb(*words)
    assert (answer.returncode, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    assert line.startswith(f"policykb: {said}")


@pytest.mark.parametrize(
    "value", ["plain", "'quoted' text", '"', "a # b", "> x", "| x", "\\n", "ends with :", "日本"]
)
def test_every_value_is_read_back_as_it_was_given(quay: Path, policykb: Run, value: str) -> None:
    policykb("new", "org", "--title", "T", "--kind", "company", "--name_ja", value)
    assert engine.load(quay).by_id["ORG_T"].text("name_ja") == value


def test_the_id_of_a_title_in_kanji_is_asked_for(quay: Path, policykb: Run) -> None:
    words = ("new", "org", "--title", "厚生労働省", "--kind", "ministry")
    refused = policykb(*words)
    assert refused.returncode == 2
    assert "choose an id: --id ORG_…; nothing was written" in refused.stderr
    by_alias = policykb(*words, "--aliases", "厚労省; MHLW", "--id", "")
    assert by_alias.stdout.startswith("Wrote docs/organizations/mhlw.md")
    (quay / "docs/organizations/mhlw.md").unlink()
    assert policykb(*words, "--id", "ORG_MHLW").returncode == 0
    assert engine.load(quay).by_id["ORG_MHLW"].title == "厚生労働省"


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("Ørsted & Łódź Straßenbau", "ORG_ORSTED_LODZ_STRASSENBAU"),
        ("トヨタ", "ORG_TOYOTA"),
        ("Other's “new”", "ORG_OTHERS_NEW"),
        (
            "Agency for the Support of Makers of Drug Substance in the North",
            "ORG_AGENCY_FOR_THE_SUPPORT_OF_MAKERS_OF_DRUG",
        ),
        ("A" * 60 + " Works", "ORG_" + "A" * 60),
        ("!!!", None),
        ("村上 春樹", None),
    ],
)
def test_ids_are_whole_words_of_titles_in_latin_letters(title: str, ident: str | None) -> None:
    assert skeleton.free_id(TYPES["org"], title, ()) == ident


def test_a_quotation_with_fences_in_it_stays_one_block() -> None:
    text = skeleton.evidence("SRC_X", "what ::::{jv} means", ("text",))
    assert text.startswith(":::::{evidence} SRC_X\n")


def test_on_a_terminal_what_is_required_is_asked_for(quay: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policykb", "new", "jv"],
        cwd=quay,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(),
        text=True,
    )
    os.close(theirs)
    for line in ("Northlight", "agred", "agreed", "Vesta Lines, Borealis Shipping", "",
                 "no source names a program; yet"):  # fmt: skip
        os.write(ours, f"{line}\n".encode())
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, said
    assert "did you mean agreed?" in said
    assert "status: Where it stands. Write one of proposed, agreed" in said
    text = (quay / "docs/ventures/northlight.md").read_text(encoding="utf-8")
    assert (
        ":id: JV_NORTHLIGHT\n:status: agreed\n:parties: ORG_VESTA, ORG_BOREALIS\n"
        ":gap: funded_by — no source names a program, yet\n"
    ) in text
