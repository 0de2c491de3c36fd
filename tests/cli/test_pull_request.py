"""The workflows of a pull request, run step by step on a clone, and what they may never do."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import program
from tests.cli.conftest import Run, change, commit, git
from tests.cli.runner import Action, Job, composite, read
from tests.cli.test_diff import HOSTILE

from policykb.cli import COMMANDS
from policykb.compare.markdown import escape

VENTURE = "docs/ventures/quaylight.md"


@pytest.fixture
def files(root: Path) -> dict[str, dict[str, Any]]:
    """The workflow files and the action, read."""
    found = {path.name: read(path) for path in (root / ".github/workflows").glob("*.yml")}
    return found | {"action.yml": read(root / "action.yml")}


def steps(content: dict[str, Any]) -> list[dict[str, Any]]:
    if "runs" in content:
        return list(content["runs"]["steps"])
    return [step for job in content["jobs"].values() for step in job.get("steps", [])]


def merged(repo: Path, tmp_path: Path) -> Path:
    """What the checkout of a pull request is: a clone at the merge of its branch into main."""
    git(repo, "checkout", "-q", "-b", "draft")
    commit(repo, "A draft")
    git(repo, "checkout", "-q", "main")
    git(repo, "merge", "-q", "--no-ff", "-m", "The merge", "draft")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(repo), str(clone))
    return clone


def pull_request(root: Path, clone: Path, tmp_path: Path) -> Job:
    """Run pull-request.yml; artifacts end up as folders beside the clone."""

    def keep(job: Job, given: dict[str, str]) -> dict[str, str]:
        if (clone / given["path"]).exists():
            shutil.copytree(clone / given["path"], tmp_path / "artifacts" / given["name"])
        return {}

    action = composite(root / "action.yml")

    def with_command(job: Job, given: dict[str, str]) -> dict[str, str]:
        return action(job, {**given, "command": program.command("policykb")})

    actions: dict[str, Action] = {
        "actions/checkout": lambda job, given: {},
        "actions/upload-artifact": keep,
        "./": with_command,
    }
    temp = tmp_path / "temp"
    temp.mkdir()
    workflow = read(root / ".github/workflows/pull-request.yml")
    return Job(clone, temp, {}, actions).run(workflow["jobs"]["knowledge-base"]["steps"])


def test_a_sound_change_is_built_and_told(root: Path, repo: Path, tmp_path: Path) -> None:
    (repo / "docs/index.md").write_text("# Shore power\n", encoding="utf-8")
    change(repo / VENTURE, ":agreed: 2024-03-03", ":agreed: 2024-03")
    (repo / "seeds/new.eml").write_text("Subject: Berths\n\nThe berth is closed.", encoding="utf-8")
    job = pull_request(root, merged(repo, tmp_path), tmp_path)
    assert not job.failed, job.output
    report = tmp_path / "artifacts" / "policykb-report"
    assert sorted(path.name for path in report.iterdir()) == [
        "comment.md",
        "findings.json",
        "policykb.sarif",
        "sources.patch",
    ]
    patch = (report / "sources.patch").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\+\+\+ (.+)", patch) == ["b/docs/sources/berths.md", "b/seeds/new.txt"]
    assert "\n+:original: new.eml\n" in patch
    assert "\n+The berth is closed.\n" in patch
    comment = (report / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith("**Does not block:** no error or warning")
    assert "agreed 2024-03-03 → 2024-03\n" in comment
    assert (tmp_path / "temp/summary").read_text(encoding="utf-8") == comment
    assert (tmp_path / "artifacts/preview/index.html").is_file()
    assert json.loads((report / "policykb.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_broken_change_is_annotated_told_and_refused(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    change(repo / VENTURE, "ORG_BOREALIS\n:f", "ORG_BOREALLIS\n:f")
    job = pull_request(root, merged(repo, tmp_path), tmp_path)
    assert job.failed
    assert "Result" in job.log
    assert "Build the site" not in job.log
    assert re.search(
        rf"(?m)^::error file={VENTURE},line=6,col=22,endColumn=34,title=PKB201 unknown-reference::"
        r"JV_QUAYLIGHT has as a party ORG_BOREALLIS, which does not exist%0A",
        job.output,
    )
    assert not (tmp_path / "artifacts/preview").exists()
    comment = (tmp_path / "artifacts/policykb-report/comment.md").read_text(encoding="utf-8")
    assert comment.startswith("**Blocks:** 1 error. docs/ventures/quaylight.md&#58;6&#58;22 PKB201")
    stopped = re.search(r"::stop-commands::([0-9a-f]{32})\n(.*)::\1::\n", job.output, re.DOTALL)
    assert stopped
    assert "error[PKB201]" in stopped[2]


def heard(output: str) -> list[str]:
    """Return the lines that a runner takes for commands: what begins with `::`, or has `##[`."""
    token = ""
    found = []
    for line in output.split("\n"):
        if token:
            token = "" if line == f"::{token}::" else token
        elif stop := re.fullmatch("::stop-commands::([0-9a-f]{32})", line):
            token = stop[1]
        elif line.lstrip().startswith("::") or "##[" in line:
            found.append(line)
    return found


def test_nothing_that_pages_and_names_say_is_a_command(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    hostile = "# A\n\n:::{org} ##[add-mask]e\n:id: ORG_MASK\n:::\n\n{need}`##[x]`\n"
    for name in ("mask.md", "a\n::error::pwn.md", "b\n##[error]pwn.md"):
        (repo / "docs" / name).write_text(hostile, encoding="utf-8")
    job = pull_request(root, merged(repo, tmp_path), tmp_path)
    assert job.failed
    assert "##[add-mask]e" in job.output
    commands = heard(job.output)
    assert commands
    assert all(re.match("::(error|warning|notice) file=docs/", line) for line in commands)


def test_the_gate_hears_no_commands(files: dict[str, dict[str, Any]]) -> None:
    (run,) = (step["run"] for step in steps(files["ci.yml"]) if ".ci/run" in step.get("run", ""))
    assert run.index("::stop-commands::") < run.index(".ci/run 2>&1")


def test_a_base_in_a_folder_is_annotated_by_the_repository_s_paths(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    (repo / "team").mkdir()
    for name in ("docs", "seeds"):
        git(repo, "mv", name, f"team/{name}")
    change(repo / "team" / VENTURE, "ORG_BOREALIS\n:f", "ORG_BOREALLIS\n:f")
    (tmp_path / "temp").mkdir()
    job = Job(repo, tmp_path / "temp", {}, {"./": composite(root / "action.yml")})
    job.run([{"uses": "./", "with": {"command": program.command("policykb"), "root": "team/"}}])
    assert job.failed
    assert f"::error file=team/{VENTURE},line=6," in job.output
    sarif = json.loads((repo / "policykb-report/policykb.sarif").read_text(encoding="utf-8"))
    (place,) = sarif["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == f"team/{VENTURE}"


def test_settings_that_cannot_be_used_fail_the_check_itself(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    (repo / "pyproject.toml").write_text("[tool.policykb]\ndocz = 1\n", encoding="utf-8")
    (tmp_path / "temp").mkdir()
    job = Job(repo, tmp_path / "temp", {}, {"./": composite(root / "action.yml")})
    job.run([{"uses": "./", "with": {"command": program.command("policykb")}}])
    assert job.failed
    assert job.log == ["./", "Check"]
    assert "pyproject.toml:2:1: unknown setting “docz”" in job.output


def test_the_action_installs_only_what_the_lock_pins(
    files: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    install = next(step for step in steps(files["action.yml"]) if step["name"] == "Install")
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin/python"
    fake.write_text(
        '#!/bin/sh\necho "$@" >> "$LOG"\n'
        '[ "$2" != venv ] || { mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; }\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    log = tmp_path / "log"
    job = Job(tmp_path, tmp_path, {"github.action_path": "/action", "inputs.command": ""})
    job.environment = {"PATH": f"{fake.parent}:{os.environ['PATH']}", "LOG": str(log)}
    assert not job.run([install]).failed, job.output
    pip = "-m pip --disable-pip-version-check install --quiet"
    assert log.read_text(encoding="utf-8").splitlines() == [
        f"-m venv {tmp_path}/policykb",
        f"{pip} --require-hashes --only-binary :all: -r /action/requirements.lock",
        f"{pip} --no-deps --no-build-isolation /action",
    ]


def test_a_change_of_the_program_tells_its_verdicts_in_the_comment(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    content = read(root / ".github/workflows/pull-request.yml")
    step = next(one for one in steps(content) if "verdict_diff" in one.get("run", ""))
    python = tmp_path / "policykb/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "verdicts: $@"\n', encoding="utf-8")
    python.chmod(0o755)
    report = repo / "policykb-report/comment.md"
    report.parent.mkdir()
    report.write_text("**Does not block:** fine\n", encoding="utf-8")
    for path, is_told in (("docs/new.md", False), ("ext/new.py", True)):
        (repo / path).parent.mkdir(exist_ok=True)
        (repo / path).write_text("# New\n", encoding="utf-8")
        commit(repo)
        assert not Job(repo, tmp_path, {}).run([step]).failed
        _, verdicts, _ = report.read_text("utf-8").partition("verdicts: -m tests.evidence.")
        assert bool(verdicts) is is_told
    python.write_text("#!/bin/sh\nexit 2\n", encoding="utf-8")
    assert not Job(repo, tmp_path, {}).run([step]).failed
    assert report.read_text("utf-8").endswith("\nThe verdicts cannot be compared.\n")


GH = """#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in
  *--method\\ GET*pulls*) echo "$PULL" ;;
  *--paginate*comments*) echo "$COMMENT" ;;
esac
for word in "$@"; do
  case $word in *=@*) cp "${word#*=@}" "$LOG.${word%%=@*}" ;; esac
done
"""


def comment(root: Path, tmp_path: Path, pull: str = "7", known: str = "") -> tuple[str, str]:
    """Run comment.yml on the report in ``tmp_path``; gh's calls, and the comment posted."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    log = tmp_path / "gh"
    log.touch()
    workflow = read(root / ".github/workflows/comment.yml")["jobs"]["comment"]
    event = "github.event.workflow_run"
    context = {
        "github.repository": "team/base",
        "github.token": "the-token",
        f"{event}.head_repository.owner.login": "stranger",
        f"{event}.head_branch": "draft;$(touch hacked)",
        f"{event}.head_sha": "0" * 40,
        f"{event}.html_url": "https://github.example/run",
        f"{event}.id": "1",
    }
    temp = tmp_path / "temp"
    temp.mkdir(exist_ok=True)
    job = Job(tmp_path, temp, context, {"actions/download-artifact": lambda job, given: {}})
    job.environment = {
        **{name: job.filled(value) for name, value in workflow["env"].items()},
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "LOG": str(log),
        "PULL": pull,
        "COMMENT": known,
    }
    assert not job.run(workflow["steps"]).failed, job.output
    posted = log.with_suffix(".body")
    return log.read_text("utf-8"), posted.read_text("utf-8") if posted.exists() else ""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The folder the artifact is unpacked to, with a SARIF file."""
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "policykb.sarif").write_text("{}", encoding="utf-8")
    return folder


def test_what_policykb_writes_is_posted_as_it_is(
    root: Path, repo: Path, policykb: Run, report: Path, tmp_path: Path
) -> None:
    change(repo / "seeds/notice.txt", "to set up Quaylight,", f"to set up Quaylight if {HOSTILE},")
    policykb("fix", "--repin", "SRC_NOTICE")
    change(repo / VENTURE, ":parties:", ":stake: a//b www.x GH-1 #1 @me &amp;\n:parties:")
    change(repo / VENTURE, "for shore power.", f"for shore power. {HOSTILE}")
    text = policykb("diff", "main", "--format", "markdown").stdout
    assert "⟦" in text
    (report / "comment.md").write_text(text, encoding="utf-8")
    calls, posted = comment(root, tmp_path)
    assert posted == (
        f"<!-- policykb -->\n{text}\n[Report and preview](https://github.example/run#artifacts)\n"
    )
    assert "--method POST repos/team/base/issues/7/comments" in calls
    assert "head=stranger:draft;$(touch hacked)" in calls
    assert not (tmp_path / "hacked").exists()
    assert "-f ref=refs/pull/7/head -F sarif=@sarif.b64" in calls


def test_the_comment_is_renewed_not_repeated(root: Path, report: Path, tmp_path: Path) -> None:
    (report / "comment.md").write_text("**Does not block:** fine\n", encoding="utf-8")
    calls, _ = comment(root, tmp_path, known="42\n43")
    assert "--method PATCH repos/team/base/issues/comments/42 -F body=@comment.md" in calls
    assert "--method POST repos/team/base/issues" not in calls


def test_a_forged_report_posts_words_and_nothing_else(
    root: Path, report: Path, tmp_path: Path
) -> None:
    forged = (
        f"{HOSTILE}\n&#64;octocat &commat;x &#064;y &#x40;z https&#58;&#47;&#47;evil.example "
        "&lt;b&gt; [x]: //evil.example\n    ```\n<details>\u202e\0"
    )
    (report / "comment.md").write_bytes(forged.encode() + b"\xff\xfe" + b"x" * 100_000)
    _, posted = comment(root, tmp_path)
    body = posted.removeprefix("<!-- policykb -->\n").partition("\n[Report and preview]")[0]
    for bad in ("<", ">", "@", "`", "|", "[", "]", "\\", "$", "//", "\u202e", "www.", "#1", "GH-2"):
        assert bad not in re.sub(r"&#\d+;", "", body), bad
    for bad in ("&#64;o", "&commat", "&#064", "&#x40", "&#47", "&lt", "&gt"):
        assert bad not in body, bad
    assert len(posted) < 65_536


def test_a_patch_of_new_documents_stands_in_a_block_that_it_cannot_end(
    root: Path, report: Path, tmp_path: Path
) -> None:
    (report / "comment.md").write_text("fine\n", encoding="utf-8")
    patch = f"+++ b/seeds/a.txt\n+one\f\n+two @me\n{'~' * 20}\n<b>\u202e\n"
    (report / "sources.patch").write_text(patch, encoding="utf-8")
    _, posted = comment(root, tmp_path)
    block = posted.partition("~~~~~~~~diff\n")[2].partition("~~~~~~~~\n")
    assert block[0] == "+++ b/seeds/a.txt\n+one\f\n+two @me\n~~~\n<b>\n"
    assert block[2].startswith("\n[Report and preview]")
    (report / "sources.patch").write_text("+one\n" * 10_000, encoding="utf-8")
    shutil.rmtree(tmp_path / "bin")
    assert "+one" not in (told := comment(root, tmp_path)[1])
    assert "the report has their text as sources.patch" in told


def test_a_link_for_a_report_is_not_followed(root: Path, report: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (report / "policykb.sarif").unlink()
    for name in ("comment.md", "policykb.sarif", "sources.patch"):
        (report / name).symlink_to(tmp_path / "secret")
    calls, posted = comment(root, tmp_path)
    assert posted == ""
    assert "POST" not in calls


def test_without_a_report_or_a_pull_request_nothing_is_posted(root: Path, tmp_path: Path) -> None:
    calls, _ = comment(root, tmp_path)
    assert "POST" not in calls
    (tmp_path / "report").mkdir()
    (tmp_path / "report/comment.md").write_text("x", encoding="utf-8")
    shutil.rmtree(tmp_path / "bin")
    calls, posted = comment(root, tmp_path, pull="")
    assert (posted, "POST" in calls) == ("", False)


def test_strangers_code_runs_with_reading_rights_and_no_secrets(
    root: Path, files: dict[str, dict[str, Any]]
) -> None:
    for name, content in files.items():
        text = (
            root / name if name == "action.yml" else root / ".github/workflows" / name
        ).read_text(encoding="utf-8")
        events = content.get("on", {})
        assert "pull_request_target" not in events, name
        if "pull_request" in events:
            assert content["permissions"] == {"contents": "read"}, name
            assert not any("permissions" in job for job in content["jobs"].values()), name
            assert "secrets." not in text, name
            assert "github.token" not in text, name
        for step in steps(content):
            assert "${{" not in step.get("run", ""), (name, step)
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False, name


def test_what_may_write_runs_nothing_of_the_pull_request(
    files: dict[str, dict[str, Any]],
) -> None:
    content = files["comment.yml"]
    assert set(content["on"]) == {"workflow_run"}
    assert content["on"]["workflow_run"]["workflows"] == [files["pull-request.yml"]["name"]]
    assert content["permissions"] == {}
    used = [step["uses"].partition("@") for step in steps(content) if "uses" in step]
    assert [name for name, _, _ in used] == ["actions/download-artifact"]


def test_actions_of_others_are_pinned_by_commit(files: dict[str, dict[str, Any]]) -> None:
    for name in ("pull-request.yml", "comment.yml", "action.yml"):
        for step in steps(files[name]):
            uses = step.get("uses", "./")
            assert uses == "./" or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", uses), uses


def test_issue_forms_and_hooks_are_what_their_readers_expect(root: Path) -> None:
    forms = sorted((root / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    assert [path.stem for path in forms] == ["config", "new-source", "wrong-fact"]
    for path in forms[1:]:
        form = read(path)
        assert form["name"]
        assert form["description"]
        ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert len(ids) == len(set(ids))
    source = read(forms[1])
    from policykb.model import TYPES

    (nature,) = (part for part in source["body"] if part.get("id") == "nature")
    assert tuple(nature["attributes"]["options"]) == TYPES["source"].specs["nature"].value.choices


def test_hooks_for_pre_commit_run_commands_that_there_are(root: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "policykb"
        assert command in COMMANDS
        assert hook["id"] == f"policykb-{command}"
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        # Else pre-commit skips a commit that only deletes.
        assert hook["always_run"] is True


def test_escape_leaves_plain_sentences_readable() -> None:
    said = "Vesta's stake (20%), agreed 2024-03-03; “half” – and more."
    assert escape(said) == said
