"""Help that teaches, completion that knows, and settings whose errors have a place."""

import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment

from policykb import cli
from policykb.base import settings
from policykb.cli import setting
from policykb.cli.completion import candidates
from policykb.model import BUILT_IN, use


def test_help_shows_every_command_and_the_way(policykb: Run) -> None:
    answer = policykb("--help")
    assert answer.returncode == 0
    for name in cli.COMMANDS:
        assert f"\n    {name} " in answer.stdout
    for word in ("find", "new", "check", "fix --diff", "diff main"):
        assert f"  policykb {word}" in answer.stdout
    assert "exit codes: 0 clean; 1 an error or warning remains" in answer.stdout


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_help_of_a_command_explains_each_option(policykb: Run, command: str) -> None:
    answer = policykb(command, "--help")
    assert answer.returncode == 0, answer.stderr
    assert cli.COMMANDS[command][1:40] in " ".join(answer.stdout.split())


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_a_wrong_option_is_one_plain_error(policykb: Run, command: str) -> None:
    answer = policykb(command, "--nonsense")
    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr


def test_a_command_that_is_nearly_one_is_named(policykb: Run) -> None:
    done = policykb("chekc")
    assert done.returncode == 2
    assert "no command “chekc”; did you mean check?" in done.stderr
    assert "commands are init, check, new" in policykb("xyzzy", "check").stderr


def test_what_is_quoted_from_the_command_line_begins_no_line(policykb: Run) -> None:
    answer = policykb("explain", "ORG_X\n::error::y")
    assert answer.returncode == 2
    assert len(answer.stderr.splitlines()) == 1


def complete(*words: str) -> list[str]:
    only = next((word for word in words if word in cli.COMMANDS), "")
    return candidates(list(words), cli.parser(only))


def test_completion_knows_commands_options_types_and_values() -> None:
    assert set(cli.COMMANDS) <= set(complete(""))
    assert complete("di") == ["diff"]
    assert complete("new", "pro") == ["program", "product"]
    assert complete("new", "jv", "--fu") == ["--funded_by", "--funded-by"]
    assert complete("check", "--format", "s") == ["sarif", "statistics"]
    assert complete("explain", "PKB20")[:2] == ["PKB201", "PKB202"]
    assert complete("explain", "acc") == ["accent"]
    assert complete("explain", "progr") == ["program"]
    assert complete("check", "--select", "PKB3,PKB201") == ["PKB3,PKB201"]
    assert complete("new", "org", "--kind", "as") == ["association"]
    assert complete("new", "org", "--country", "JP") == ["JP"]
    assert complete("check", "--today", "2") == []
    assert complete("export", "js") == ["json", "jsonld"]


def test_completion_knows_the_sources_of_the_base(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(quay)
    assert complete("fix", "--repin", "SRC") == ["SRC_NOTICE"]
    assert complete("explain", "JV_") == ["JV_QUAYLIGHT"]
    several = complete("new", "event", "--participants", "ORG_VESTA, ORG_B")
    assert several == ["ORG_VESTA, ORG_BOREALIS"]
    assert complete("new", "jv", "--funded_by", "ORG") == []
    assert "HEAD" in complete("diff", "")
    page = quay / "docs/organizations/all.md"
    page.write_text(page.read_text("utf-8").replace(":id: ORG_V", ":id: */ORG_V\x1b"), "utf-8")
    assert complete("explain", "*") == []  # a shell would put files in its place
    (quay / "pyproject.toml").write_text("[tool.policykb]\nx = 1\n", encoding="utf-8")
    assert complete("fix", "--repin", "SRC") == []


def test_bash_completes_with_what_is_printed_for_it(quay: Path) -> None:
    script = """
        eval "$(policykb --completion bash)"
        complete -p policykb
        COMP_WORDS=(policykb find x --type pro); COMP_CWORD=4; _policykb
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=quay,
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert done.stdout.splitlines() == [
        "complete -o default -F _policykb policykb",
        "program",
        "product",
    ]


SETTINGS = {
    'docz = "a"': "3:1: unknown setting “docz”; did you mean docs?",
    "docs = 3": "3:1: “docs” must be a text in quotes, not a whole number",
    'docs = "../x"': "3:1: “docs” must be a path inside the base's folder; in “../x” the path",
    'baseline = "/x"': "3:1: “baseline” must be a path inside the base's folder; in “/x” the path",
    "ignore = [1]": "3:1: “ignore” must hold texts in quotes only",
    'ignore = ["XYZ1"]': "3:1: ignore: no rule is XYZ1",
    "quoted_share = 2": "3:1: “quoted_share” must be between 0 and 1, not 2",
    "review_after_days = 0": "3:1: “review_after_days” must be 1 or more, not 0",
    "source_after_days = -1": "3:1: “source_after_days” must be 0 or more, not -1",
    "minimum = {orgs = 1}": "3:1: “minimum” has no type “orgs”; types are policy,",
    "minimum = {org = -1}": "3:1: “minimum” must give org a whole number",
    'severity = {PKB201 = "bad"}': "3:1: severity: “bad” is not error, warning or note",
    "severity = {PKB201 = 1}": "3:1: “severity” must give each rule",
    'suggest_url = "/edit"': "3:1: “suggest_url” must begin with https://",
    'suggest_url = "https://x"': "3:1: “suggest_url” needs {path}",
    'suggest_url = "https://x/{file}"': "3:1: “suggest_url” may have {path} and {line} in it",
    'report_url = "kb@"': "3:1: “report_url” must begin with https://, or be an address of",
    'report_url = "https://x"': "3:1: “report_url” needs {record}",
    'report_url = "https://x/{path}"': "3:1: “report_url” may have {record}, {field}",
    "title = = 1": "3:9: this is not TOML: invalid value",
    "title = [": "3:10: this is not TOML: invalid value",
}


@pytest.mark.parametrize("line", SETTINGS)
def test_a_setting_that_cannot_be_used_is_reported_with_its_place(
    quay: Path, policykb: Run, line: str
) -> None:
    (quay / "pyproject.toml").write_text(f"[tool.policykb]\n# ours\n{line}\n", encoding="utf-8")
    answer = policykb("check")
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"policykb: pyproject.toml:{SETTINGS[line]}"), answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_settings_that_can_be_used_are(quay: Path, policykb: Run) -> None:
    (quay / "pyproject.toml").write_text(
        '[tool.policykb]\nsuggest-url = "https://x/{path}#L{line}"\nquoted_share = 1\n'
        '[tool.policykb.minimum]\nsource = 1\n[tool.policykb.severity]\nPKB201 = "note"\n',
        encoding="utf-8",
    )
    answer = policykb("check")
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize("name", [one.name for one in fields(settings.Settings) if one.init])
def test_the_example_of_a_setting_can_be_used(name: str) -> None:
    """Each setting has one, of a value that is not its default."""
    what, example = setting.meanings()[name]
    table = tomllib.loads(example)
    try:
        made = settings.read(table, example, settings.FILES[0])
    finally:
        use(BUILT_IN)
    assert what
    assert made.given == {name}
    assert getattr(made, name) != getattr(settings.Settings(), name)


REFUSED = {
    ":::{tab-set}\n:::": 'the setting allow_directives = ["tab-set"]',
    "{pep}`8`": 'the setting allow_roles = ["pep"]',
    "[a](kb:x)": "myst_url_schemes in conf.py",
    ":::{org} Skua Lines\n:id: ORG_SKUA\n:kind: firm\n:::": "the setting types",
    ":::{org} Skua Lines\n:id: ORG_SKUA\n:kind: company\n:tonnes: 3\n:::": "the setting types",
    ":::{quota} Cod\n:id: QUO_COD\n:::": "the setting types",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_a_setting_would_allow_names_the_setting(quay: Path, policykb: Run, text: str) -> None:
    (quay / "docs/odd.md").write_text(f"# Odd\n\n{text}\n", encoding="utf-8")
    assert REFUSED[text] in policykb("check").stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8:strict"])
def test_output_is_utf8_whatever_the_machine_s_habit(quay: Path, encoding: str) -> None:
    (quay / "docs/odd.md").write_text(":::{org} 日本 → “x”\n:::\n", encoding="utf-8")
    done = subprocess.run(
        ["policykb", "check"],
        cwd=quay,
        capture_output=True,
        check=False,
        env={**environment(), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert done.returncode == 1, done.stderr
    assert "日本 → “x”" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("words", ["--format csv", "json --format csv"])
def test_export_tells_where_its_format_goes(capsys: pytest.CaptureFixture[str], words: str) -> None:
    assert cli.main(["export", *words.split()]) == 2
    assert capsys.readouterr().err.endswith("; write policykb export csv\n")
