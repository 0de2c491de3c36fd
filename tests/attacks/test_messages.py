"""What policykb prints of a stranger's pages: nothing that a terminal, a workflow or a comment
obeys."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests import program
from tests.attacks import corpus
from tests.attacks.conftest import Checked

from policykb.check.report.github import COMMANDS

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2028\u2029\u2066-\u2069]"
)
"""What moves a terminal's cursor, colors it, or turns the direction of what it shows."""


def policykb(root: Path, *words: str) -> str:
    run = program.run("policykb", *words, cwd=root)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def root(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in a repository whose first commit has none of the attacks."""
    copy = tmp_path_factory.mktemp("messages") / "base"
    git = ["git", "-C", str(copy), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    shutil.copytree(corpus.QUAY, copy)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *words], check=True)
    pipes = {name for one in corpus.attacks() for name in one.pipes}
    leave = shutil.ignore_patterns(*pipes)
    shutil.copytree(checked.field.root, copy, symlinks=True, dirs_exist_ok=True, ignore=leave)
    return copy


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format", "concise"),
        ("check", "--format", "github"),
        ("find", "Clear"),
        ("find", "script"),
        ("diff", "HEAD"),
        ("diff", "HEAD", "--format", "markdown"),
    ],
    ids=" ".join,
)
def test_no_terminal_is_told_anything(root: Path, words: tuple[str, ...]) -> None:
    said = policykb(root, *words)
    assert len(said) > 20
    assert [said[max(one.start() - 40, 0) : one.end()] for one in OBEYED.finditer(said)] == []


def test_workflow_commands_are_the_findings_alone(root: Path) -> None:
    found = json.loads(policykb(root, "check", "--format", "json"))["diagnostics"]
    lines = policykb(root, "check", "--notes", "--format", "github").splitlines()
    assert lines[0].startswith("::notice title=policykb::")
    assert len(lines) == len(found) + 2
    kinds = "|".join(COMMANDS.values())
    place = rf"::(?:{kinds}) file=[^:]*,line=\d+[^:]*::"
    assert all(re.match(place, line) for line in lines[1:-1])


def test_a_comment_holds_words_only(root: Path) -> None:
    text = policykb(root, "diff", "HEAD", "--format", "markdown")
    md = MarkdownIt("gfm-like", {"linkify": False})
    kinds = {child.type for token in md.parse(text) for child in token.children or ()}
    assert kinds <= {"text", "text_special", "softbreak", "strong_open", "strong_close", "em_open",
                     "em_close"}  # fmt: skip
    blocks = {token.type for token in md.parse(text)}
    assert not blocks & {"html_block", "fence", "code_block", "table_open"}
    shown = "".join(child.content for token in md.parse(text) for child in token.children or ())
    assert not re.search(r"(?<!\w)@\w|(?<!\w)#\d|https?://\w|www\.\w", shown)


@pytest.mark.gate
def test_fixes_shown_on_a_terminal_tell_it_nothing(root: Path) -> None:
    """In a pipe they are a patch, which is exact."""
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "policykb", "fix", "--diff", "--unsafe"]
    with subprocess.Popen(
        command, cwd=root, stdout=writer, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    ) as run:
        os.close(writer)
        parts = []
        with suppress(OSError):  # the end of a terminal is an error
            while part := os.read(reader, 65536):
                parts.append(part)
        os.close(reader)
    assert run.returncode == 1
    said = b"".join(parts).decode("utf-8").replace("\r\n", "\n")
    assert len(said) > 1000
    assert OBEYED.findall(said) == []


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_findings_for_programs_are_sound_json(root: Path, form: str) -> None:
    text = policykb(root, "check", "--format", form)
    assert json.loads(text)
    assert not re.search("[\x7f-\x9f\u2028\u2029]", text) or form == "json"


def test_the_export_is_sound_json(root: Path) -> None:
    ids = [one["id"] for one in json.loads(policykb(root, "export", "json"))["records"]]
    assert "ORG_TITLE_SCRIPT" in ids


STEERING = "\x1b[2J\u202e\x07"


@pytest.mark.parametrize(
    "words",
    [
        ("fix", "--repin", f"SRC_{STEERING}"),
        ("explain", STEERING),
        ("export", "json", "-o", f"{STEERING}/no/such/folder"),
        ("check", f"docs/{STEERING}"),
        ("check", "--root", STEERING),
        ("check", "--root", ".", f"--{STEERING}"),
        ("diff", STEERING),
        ("new", "org", "--title", STEERING, "--kind", STEERING),
        ("build", "-o", f"{STEERING}/docs"),
    ],
    ids=range(9),
)
def test_no_error_steers_a_terminal(words: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(corpus.QUAY, tmp_path / "base")
    run = program.run("policykb", *words, cwd=tmp_path / "base")
    assert run.stdout + run.stderr
    assert not OBEYED.search(run.stdout + run.stderr)


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_name_of_two_lines_is_told_on_one(form: str, tmp_path: Path) -> None:
    shutil.copytree(corpus.QUAY, tmp_path / "base")
    (tmp_path / "base/docs/a\n::error::pwn.md").write_text("# A\n\n{need}`X`\n", "utf-8")
    run = program.run("policykb", "check", "--format", form, cwd=tmp_path / "base")
    assert "pwn.md" in run.stdout
    assert not any(line.startswith("::error::") for line in run.stdout.splitlines())
