"""The workflows that publish the site and renew the lock, step by step, and what they may do."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from tests import program
from tests.cli.conftest import change, commit, git
from tests.cli.runner import Action, Job, composite, read

VENTURE = "docs/ventures/quaylight.md"
MINE = ("publish", "renew", "pull-request")
CONF = """\
import os

extensions = ["myst_parser", "sphinx_needs", "policykb"]
html_baseurl = os.environ.get("SITE_ADDRESS", "")
"""


@pytest.fixture(scope="module")
def workflows(root: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: read(path) for path in (root / ".github/workflows").glob("*.yml")}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a plain server of a folder."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def is_there(address: str) -> bool:
    try:
        with urlopen(address) as answer:
            return bool(answer.status == 200)
    except HTTPError:
        return False


def publish(root: Path, repo: Path, tmp_path: Path, address: str = "") -> tuple[Job, Path]:
    """Run publish.yml on a clone of main, each job that its conditions let run; the job that ran
    last, and the folder that stands for the host: a site is put below ``/base/``."""
    clone, host = tmp_path / "clone", tmp_path / "host"
    git(tmp_path, "clone", "-q", str(repo), str(clone))
    action = composite(root / "action.yml")

    def keep(job: Job, given: dict[str, str]) -> dict[str, str]:
        shutil.copytree(clone / given["path"], tmp_path / "artifact")
        return {}

    def deploy(job: Job, given: dict[str, str]) -> dict[str, str]:
        (tmp_path / "artifact").rename(host / "base")
        return {"page_url": address}

    actions = {
        "actions/checkout": lambda *_: {},
        "actions/upload-pages-artifact": keep,
        "actions/deploy-pages": deploy,
        "./": lambda job, given: action(job, {**given, "command": program.command("policykb")}),
    }
    host.mkdir()
    (tmp_path / "temp").mkdir()
    jobs = read(root / ".github/workflows/publish.yml")["jobs"]
    context = {"vars.SITE_ADDRESS": address, "github.ref": "refs/heads/main"}
    first = Job(clone, tmp_path / "temp", context, dict(actions)).run(jobs["site"]["steps"])
    assert jobs["publish"]["needs"] == "site"
    if first.failed or not first.truth(jobs["publish"]["if"]):
        return first, host
    return Job(clone, tmp_path / "temp", context, actions).run(jobs["publish"]["steps"]), host


@pytest.mark.gate
def test_a_sound_main_is_published_below_its_path(root: Path, repo: Path, tmp_path: Path) -> None:
    (repo / "conf.py").write_text(CONF, "utf-8")
    commit(repo)
    address = "https://harbor.example/base/"
    job, host = publish(root, repo, tmp_path, address)
    assert job.log == ["Publish"], job.output
    with served(host) as top:
        for page in ("base/", "base/ventures/quaylight.html"):
            with urlopen(f"{top}/{page}") as answer:
                text = answer.read().decode()
            parts = re.findall(r'(?:src|href)="([^"#:]+)["#]', text)
            assert len(parts) > 5
            for part in parts:
                there = urljoin(f"{top}/{page}", part)
                assert there.startswith(f"{top}/base/"), part
                assert is_there(there), part
            assert f'<link rel="canonical" href="{address}' in text
    assert address in (host / "base/sitemap.xml").read_text("utf-8")


def test_a_broken_main_is_not_published(root: Path, repo: Path, tmp_path: Path) -> None:
    change(repo / VENTURE, "PRG_HEF", "PRG_NOPE")
    commit(repo)
    job, host = publish(root, repo, tmp_path)
    assert job.failed
    assert "Build the site" not in job.log
    assert "Keep the site" not in job.log
    assert list(host.iterdir()) == []


def test_whatever_runs_for_a_pull_request_runs_for_a_queue(
    workflows: dict[str, dict[str, Any]],
) -> None:
    for name, workflow in workflows.items():
        if "pull_request" not in workflow["on"]:
            continue
        assert "merge_group" in workflow["on"], name
        # Were it the number of the pull request, all groups of a queue would stop one another.
        assert "github.ref" in workflow["concurrency"]["group"], name


def test_what_may_write_runs_nothing_of_the_base(workflows: dict[str, dict[str, Any]]) -> None:
    writing = {}
    for name, workflow in workflows.items():
        assert set(workflow["permissions"].values()) <= {"read"}, name
        for title, job in workflow["jobs"].items():
            if "write" in job.get("permissions", {}).values():
                writing[name, title] = job["steps"]
    assert set(writing) == {
        ("comment", "comment"),
        ("publish", "publish"),
        ("renew", "propose"),
        ("release", "publish"),
    }
    for steps in writing.values():
        assert "./" not in [step.get("uses") for step in steps]
        scripts = "\n".join(step.get("run", "") for step in steps)
        assert not re.search(r"(?m)^\s*(pip|pipx|make|policykb|python|bash|uv)\s", scripts)


def stand_ins(tmp_path: Path, **scripts: str) -> dict[str, str]:
    """An environment in which some programs are scripts of the test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (folder / name).chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "SAID": str(tmp_path / "said")}


def test_locks_are_resolved_audited_and_put_to_the_gate(
    root: Path, repo: Path, tmp_path: Path
) -> None:
    (repo / ".ci").mkdir()
    for lock in ("requirements.lock", ".ci/requirements.lock"):
        (repo / lock).write_text("old==1\n", "utf-8")
    (repo / ".ci/run").write_text("echo gate >> $SAID\n", "utf-8")
    commit(repo)
    say = 'echo "$(basename "$0") $*" >> $SAID'
    environment = stand_ins(
        tmp_path, make=f"{say}; echo new==2 > requirements.lock", pipx=f"{say}; exit 0"
    )
    environment["GITHUB_EVENT_NAME"] = "workflow_dispatch"
    names = ("checkout", "setup-python", "upload-artifact")
    actions: dict[str, Action] = {f"actions/{name}": lambda *_: {} for name in names}
    steps = read(root / ".github/workflows/renew.yml")["jobs"]["resolve"]["steps"]
    job = Job(repo, tmp_path, {}, actions, environment).run(steps)
    assert not job.failed, job.output
    said = (tmp_path / "said").read_text("utf-8").splitlines()
    assert said[0] == "make lock ARGS=--upgrade"
    assert [line.split()[-1] for line in said[1:3]] == [
        "requirements.lock",
        ".ci/requirements.lock",
    ]
    assert all("pip-audit --disable-pip --require-hashes" in line for line in said[1:3])
    assert said[3:] == ["gate"]
    assert job.log[-1] == "Keep them"


def propose(root: Path, repo: Path, tmp_path: Path, lock: str) -> Job:
    """Run the job that proposes new locks, in a clone of a repository that has locks."""
    (repo / ".ci").mkdir()
    for name in ("requirements.lock", ".ci/requirements.lock"):
        (repo / name).write_text("old==1\n", "utf-8")
    commit(repo)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(repo), str(clone))

    def take(job: Job, given: dict[str, str]) -> dict[str, str]:
        for name in ("requirements.lock", ".ci/requirements.lock"):
            path = tmp_path / "lock" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(lock, "utf-8")
        return {}

    actions: dict[str, Action] = {
        "actions/checkout": lambda *_: {},
        "actions/download-artifact": take,
    }
    environment = stand_ins(tmp_path, gh='echo "gh $*" >> $SAID; [ "$2" = create ] || echo 0')
    steps = read(root / ".github/workflows/renew.yml")["jobs"]["propose"]["steps"]
    return Job(clone, tmp_path, {}, actions, environment).run(steps)


def test_new_locks_are_proposed_on_a_branch(root: Path, repo: Path, tmp_path: Path) -> None:
    lock = f'new==2 ; sys_platform == "win32" \\\n    --hash=sha256:{"0" * 64}\n'
    job = propose(root, repo, tmp_path, lock)
    assert not job.failed, job.output
    assert git(repo, "show", "renew-lock:requirements.lock") == lock.strip()
    assert "gh pr create --head renew-lock" in (tmp_path / "said").read_text("utf-8")


@pytest.mark.parametrize("line", ["--index-url https://evil.example", "x @ https://evil.example/x"])
def test_a_lock_that_leads_elsewhere_is_not_proposed(
    root: Path, repo: Path, tmp_path: Path, line: str
) -> None:
    job = propose(root, repo, tmp_path, f"new==2\n{line}\n")
    assert job.failed
    assert "renew-lock" not in git(repo, "branch", "--list")
    assert not (tmp_path / "said").exists()


def test_the_locks_of_this_project_could_be_proposed(root: Path) -> None:
    script = (root / ".github/workflows/renew.yml").read_text("utf-8")
    (pattern,) = re.findall(r"grep -nvE '(.*)'", script)
    for name in ("requirements.lock", ".ci/requirements.lock"):
        lines = (root / name).read_text("utf-8").splitlines()
        assert [line for line in lines if not re.fullmatch(pattern, line)] == []


def test_actions_of_others_are_pinned_by_commit(root: Path) -> None:
    starter = root / "ext/policykb/edit/starters/en/dot_github/workflows/site.yml.in"
    for path in (*(root / ".github/workflows" / f"{name}.yml" for name in MINE), starter):
        jobs = read(path)["jobs"].values()
        used = [step["uses"] for job in jobs for step in job["steps"] if "uses" in step]
        assert used
        for one in used:
            assert one == "./" or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one), (path, one)


def test_a_new_base_publishes_from_main_alone_and_with_what_was_checked(root: Path) -> None:
    workflow = read(root / "ext/policykb/edit/starters/en/dot_github/workflows/site.yml.in")
    assert {"push", "pull_request", "merge_group"} == set(workflow["on"])
    assert workflow["permissions"] == {"contents": "read"}
    publish = workflow["jobs"]["publish"]
    assert publish["needs"] == "check"
    job = Job(root, root, {"github.event_name": "push", "github.ref": "refs/heads/main"})
    assert job.truth(publish["if"])
    for event, ref in (("pull_request", "refs/heads/main"), ("push", "refs/heads/draft")):
        job.context.update({"github.event_name": event, "github.ref": ref})
        assert not job.truth(publish["if"])
    assert [step["uses"].partition("@")[0] for step in publish["steps"]] == ["actions/deploy-pages"]
