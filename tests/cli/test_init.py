"""``policykb init``: the base that it writes is sound at once, and nobody's file is lost."""

import ast
import datetime
import os
import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import Run, git

from policykb.check import engine
from policykb.check.diagnostics import Report
from policykb.cli import main
from policykb.edit import start
from policykb.model import TYPES

HOSTILE = '"] {need}`X` <b>#{x}</b> ${{ secrets.A }} \\'


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """No base: an empty folder to begin one in."""
    return tmp_path


def checked(root: Path, today: datetime.date | None = None) -> Report:
    return engine.check(root, today=today or datetime.date(2026, 11, 1))[1]


def test_the_base_is_sound_and_has_a_record_of_each_type(policykb: Run, tmp_path: Path) -> None:
    done = policykb(
        "init", "harbor", "--title", "Harbor policy", "--field", "shore power", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    base, report = engine.check(tmp_path / "harbor")
    assert {one.type for one in base.by_id.values()} == set(TYPES)
    assert report.diagnostics == []


def test_no_fact_of_the_examples_is_left_to_read(policykb: Run, tmp_path: Path) -> None:
    policykb("init", "harbor", cwd=tmp_path)
    listed = policykb("review", "--list", cwd=tmp_path / "harbor")
    assert re.search(r"(\d+) facts: 0 refused, 0 to-read", listed.stdout), listed.stdout


@pytest.mark.parametrize("year", [2026, 2036])
def test_it_stays_sound(tmp_path: Path, year: int) -> None:
    start.write(tmp_path, start.Answers("Later"))
    assert checked(tmp_path, datetime.date(year, 12, 31)).diagnostics == []


@pytest.mark.parametrize("title", ["Hafenpolitik für Häfen", "港湾政策", HOSTILE])
def test_the_answers_reach_every_file_as_text(policykb: Run, tmp_path: Path, title: str) -> None:
    words = ("--title", title, "--field", title, "--publisher", title, "--license", title)
    done = policykb(
        "init", ".", *words, "--language", "ja", "--repository", "Port/harbor", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert checked(tmp_path).diagnostics == []
    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["tool"]["policykb"]
    assert (settings["title"], settings["publisher"], settings["license"]) == (title,) * 3
    conf = ast.parse((tmp_path / "conf.py").read_text("utf-8"))
    set_to = {
        target.id: ast.literal_eval(one.value)
        for one in conf.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    assert set_to["project"] == title
    assert set_to["language"] == "ja"
    assert set_to["html_baseurl"] == "https://port.github.io/harbor/"
    for path in (tmp_path / ".github").rglob("*.yml"):
        assert yaml.safe_load(path.read_text("utf-8"))
    assert "*        @Port\n" in (tmp_path / ".github/CODEOWNERS").read_text("utf-8")


def test_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    for path, data in start.files(start.Answers("Harbor")).items():
        assert not re.search(rb"@@|TODO", data), path
        assert data.endswith(b"\n"), path
        assert b"\r" not in data, path
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("held", ["README.md", ".hidden", "docs/index.md"])
def test_a_folder_with_something_in_it_is_left_alone(
    policykb: Run, tmp_path: Path, held: str
) -> None:
    (tmp_path / held).parent.mkdir(exist_ok=True)
    (tmp_path / held).write_text("mine\n", "utf-8")
    done = policykb("init", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert held.partition("/")[0] in done.stderr
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [tmp_path / held]
    assert (tmp_path / held).read_text("utf-8") == "mine\n"


def test_a_fresh_clone_with_an_environment_counts_as_empty(policykb: Run, tmp_path: Path) -> None:
    for name in (".git", ".venv"):
        (tmp_path / name).mkdir()
    assert policykb("init", ".", cwd=tmp_path).returncode == 0


def test_a_file_in_place_of_the_folder_is_told(policykb: Run, tmp_path: Path) -> None:
    (tmp_path / "harbor").write_text("mine\n", "utf-8")
    done = policykb("init", "harbor", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a file; name a new folder" in done.stderr


@pytest.mark.parametrize("name", [os.fsdecode(b"caf\xe9"), "a\x1b[2J", "a\u202eb"])
def test_the_name_of_a_folder_that_is_no_title_gives_none(
    policykb: Run, tmp_path: Path, name: str
) -> None:
    done = policykb("init", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert name not in done.stdout
    assert (tmp_path / name / "docs/index.md").read_text("utf-8").startswith("# policykb\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "klingonisch"), "--language: “klingonisch” cannot be used"),
        (("--repository", "harbor"), "write OWNER/NAME"),
        (("--repository", "a/b\n@evil"), "is no repository"),
        (("--title", "a\x1b[2Jb"), "a character that nobody sees"),
        (("--title", "a" * 300), "longer than 200"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told(
    policykb: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = policykb("init", "harbor", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "harbor").exists()


@pytest.mark.parametrize(
    "given", ["https://github.com/port/harbor.git", "git@github.com:port/harbor", "port/harbor/"]
)
def test_a_repository_may_be_given_by_its_address(
    policykb: Run, tmp_path: Path, given: str
) -> None:
    assert policykb("init", ".", "--repository", given, cwd=tmp_path).returncode == 0
    text = (tmp_path / "pyproject.toml").read_text("utf-8")
    assert "https://github.com/port/harbor/edit/main/{path}#L{line}" in text


def test_on_a_terminal_it_asks_until_the_answer_can_be_used(
    policykb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["Harbor policy", "", "xxxx", "de", "", "port/harbor"]
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return answers[len(asked) - 1]

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    done = policykb("init", "harbor", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(asked) == len(answers)
    assert asked[0] == "title: the base's name, shown on the site [harbor]? "
    assert "“xxxx” cannot be used" in done.stdout
    conf = (tmp_path / "harbor/conf.py").read_text("utf-8")
    assert 'project = "Harbor policy"' in conf
    assert 'language = "de"' in conf


def test_a_base_in_japanese_begins_in_japanese(policykb: Run, tmp_path: Path) -> None:
    done = policykb("init", "minato", "--language", "ja-JP", "--title", "港湾政策", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    base, report = engine.check(tmp_path / "minato")
    assert {one.type for one in base.by_id.values()} == set(TYPES)
    assert report.diagnostics == []
    listed = policykb("review", "--list", cwd=tmp_path / "minato")
    assert re.search(r"(\d+) facts: 0 refused, 0 to-read", listed.stdout), listed.stdout
    for path in (tmp_path / "minato/docs").rglob("*.md"):
        assert re.match(r"# [^a-z]+\n", path.read_text("utf-8")), path
    assert "公共政策について" in (tmp_path / "minato/README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted((start.STARTERS / "ja").rglob("*.in")), ids=lambda p: p.name
)
def test_what_is_translated_stands_in_english_and_has_the_same_slots(path: Path) -> None:
    english = start.STARTERS / "en" / path.relative_to(start.STARTERS / "ja")
    slots = re.compile(r"@@.+?@@|^:id: .*$", re.MULTILINE)
    assert sorted(slots.findall(path.read_text("utf-8"))) == sorted(
        slots.findall(english.read_text("utf-8"))
    )


OWN = """\
# Ours

We are {need}`ORG_OUR_PORT`.

::::{org} Our Port
:id: ORG_OUR_PORT
:kind: company
::::
"""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_examples_are_deleted_as_the_readme_says(tmp_path: Path, language: str) -> None:
    start.write(tmp_path, start.Answers("Harbor", language=language))
    (tmp_path / "docs/organizations/ours.md").write_text(OWN, "utf-8")
    readme = (tmp_path / "README.md").read_text("utf-8")
    (block,) = (one for one in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "git" in one)
    *commands, last = block.splitlines()
    git(tmp_path, "init", "-q")
    for command in commands:
        tool, *words = command.split()
        assert tool == "git"
        git(tmp_path, *words)
    index = tmp_path / "docs/index.md"
    paragraphs = index.read_text("utf-8").split("\n\n")
    index.write_text("\n\n".join(paragraphs[:-1]) + "\n", "utf-8")
    assert last == "python -m policykb check"
    kept = {one.relative_to(tmp_path / "docs").as_posix() for one in index.parent.rglob("*.md")}
    assert kept == {"index.md", "organizations/ours.md"}
    assert not (tmp_path / "seeds/example-notice.txt").exists()
    assert checked(tmp_path).diagnostics == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_the_readme_says_tells_more_does(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    start.write(tmp_path, start.Answers("Harbor", language=language))
    readme = (tmp_path / "README.md").read_text("utf-8")
    commands = re.findall(r"`((?:explain \S+|rules))`", readme)
    assert len(commands) == 6
    for command in commands:
        words = [*command.split(), "--root", str(tmp_path)]
        assert main(words) == 0, command
        assert capsys.readouterr().out


def test_what_it_says_to_run_runs_without_an_active_environment(
    policykb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert "\n  python -m policykb check " in policykb("init", "a", cwd=tmp_path).stdout
    monkeypatch.setenv("PATH", str(tmp_path))
    said = policykb("init", "b", cwd=tmp_path).stdout
    assert f"\n  {shlex.quote(sys.executable)} -m policykb check " in said


@pytest.mark.parametrize(("language", "pages"), [("fr", False), ("ja-JP", True), ("en-GB", True)])
def test_it_says_in_which_language_its_pages_are(
    policykb: Run, tmp_path: Path, language: str, pages: bool
) -> None:
    said = policykb("init", "a", "--language", language, cwd=tmp_path).stdout
    assert ("Its pages are in English: " in said) is not pages


def test_it_says_what_to_do_where_no_index_has_the_requirement(
    policykb: Run, tmp_path: Path
) -> None:
    assert "begin with --requirement" in policykb("init", "a", cwd=tmp_path).stdout
    given = policykb("init", "b", "--requirement", "policykb @ file:///w.whl", cwd=tmp_path)
    assert "requirement" not in given.stdout


@pytest.mark.parametrize(("name", "shown"), [("-a", "./-a"), ("a b", "'a b'"), ("a", "a")])
def test_the_way_into_the_folder_is_one_that_a_shell_takes(
    policykb: Run, tmp_path: Path, name: str, shown: str
) -> None:
    done = policykb("init", "--", name, cwd=tmp_path)
    assert f"\n  cd {shown}\n" in done.stdout
