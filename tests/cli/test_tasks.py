"""Ten tasks of a contributor, by the commands that the guide names, printed into the guide.

``REWRITE=1`` has the run write docs/guide/tasks.md anew instead of comparing with it.
"""

import os
import shlex
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

from tests.cli.conftest import Run, change, commit

GUIDE = Path(__file__).parents[2] / "docs/guide/tasks.md"
VENTURE = "docs/ventures/twin-quays.md"
COMPANY = "docs/organizations/blue-harbor-company.md"
NEWS = """\
Port news

On 12 May 2025 the Port of Solveig opened the Quay Renewal Program to ship owners and yards. The
Port of Solveig runs the program with its own staff, and takes applications until all is spent.

Vesta Lines and Blue Harbor Company signed an agreement on 3 June 2025 to set up Twin Quays, which
will rebuild two quays in the inner harbor over the next four years. Twin Quays is funded by the
Quay Renewal Program. Both companies called the agreement a first step, and said that others may
join them later.

Blue Harbor Company, also known as Blue Harbor, is based in Norway and has built quays for forty
years. On 1 December 2025 Twin Quays was dissolved, and each company took back what it had paid.
"""
HEAD = f"""\
# Ten tasks, as they run

The [ten tasks](contributing.md#ten-tasks), in a small base. The test `tests/cli/test_tasks.py`
runs these commands, makes the edits, and compares what is printed with this page. Each task is
committed before the next. The new document, `seeds/port.txt`, says:

```text
{NEWS}```
"""


class Edit(NamedTuple):
    """An edit by hand."""

    path: str
    old: str
    new: str

    def make(self, root: Path) -> str:
        """Make it; the lines that show it."""
        change(root / self.path, self.old, self.new)
        told = ndiff(self.old.splitlines(), self.new.splitlines())
        lines = [line.rstrip() for line in told if line[0] in "+-"]
        return "\n".join([f"# by hand, in {self.path}:", *lines])


DISSOLVED = """\
:::{evidence} SRC_PORT_NEWS
:supports: status

On 1 December 2025 Twin Quays was dissolved
:::
"""
TASKS = (
    (
        "Add a source",
        'policykb new source --title "Port news" --file port.txt --language en'
        ' --rights "none stated"',
    ),
    (
        "Add an organization",
        'policykb new org --title "Blue Harbor Company" --kind company --country NO'
        ' --from SRC_PORT_NEWS --about "based in Norway"',
        'policykb new org --title "Port of Solveig" --kind agency'
        ' --from SRC_PORT_NEWS --about "runs the program"',
    ),
    (
        "Add a program",
        'policykb new program --title "Quay Renewal Program" --status open'
        ' --administered-by "Port of Solveig" --from SRC_PORT_NEWS --about "opened"',
    ),
    (
        "Add a venture with its program",
        'policykb new jv --title "Twin Quays" --status agreed --agreed 2025-06-03'
        ' --parties "Vesta Lines, Blue Harbor Company" --funded-by "Quay Renewal Program"'
        ' --from SRC_PORT_NEWS --about "Twin Quays"',
        "policykb check",
    ),
    (
        "Add another name",
        Edit(COMPANY, ":kind: company\n", ":kind: company\n:aliases: Blue Harbor\n"),
        "policykb check",
    ),
    (
        "Change a status",
        Edit(VENTURE, ":status: agreed", ":status: ended"),
        "policykb check",
        'policykb find "dissolved"',
        Edit(VENTURE, ":supports: status, parties", ":supports: parties"),
        Edit(VENTURE, ":::\n::::\n", f":::\n\n{DISSOLVED}::::\n"),
        "policykb check",
    ),
    (
        "Answer a refused quotation",
        Edit(VENTURE, "Twin Quays is funded by", "Twin Quays is financed by"),
        "policykb check",
        "policykb fix --unsafe --diff",
        "policykb fix --unsafe",
    ),
    ("Rename", "policykb rename ORG_BLUE_HARBOR_COMPANY ORG_BLUE_HARBOR"),
    (
        "Make one of two",
        'policykb new org --title "Blue Harbor Co." --kind company',
        "policykb merge ORG_BLUE_HARBOR ORG_BLUE_HARBOR_CO",
    ),
    (
        "Delete",
        "policykb delete PRG_QUAY_RENEWAL_PROGRAM",
        'policykb delete PRG_QUAY_RENEWAL_PROGRAM --gap "the program was withdrawn"',
        "policykb check",
    ),
)


def run(policykb: Run, root: Path, step: str | Edit) -> str:
    """What a command prints, or what an edit changes."""
    if isinstance(step, Edit):
        return step.make(root)
    done = policykb(*shlex.split(step)[1:])
    return f"$ {step}\n{done.stdout}{done.stderr}".rstrip()


def told(policykb: Run, root: Path) -> Iterator[str]:
    """The page, task by task."""
    yield HEAD
    for number, (name, *done) in enumerate(TASKS, 1):
        yield f"## {number}. {name}\n"
        yield "````console"
        yield from (run(policykb, root, step) for step in done)
        yield "````\n"
        commit(root)


def test_ten_tasks_by_the_commands_of_the_guide(repo: Path, policykb: Run) -> None:
    (repo / "seeds/port.txt").write_text(NEWS, "utf-8")
    commit(repo)
    text = "\n".join(told(policykb, repo)).rstrip() + "\n"
    if os.environ.get("REWRITE"):
        GUIDE.write_text(text, "utf-8")
    assert GUIDE.read_text("utf-8") == text
    assert policykb("check").returncode == 0


def test_the_check_tells_the_checksum_to_write(quay: Path, policykb: Run) -> None:
    page = quay / "docs/sources/notice.md"
    (line,) = (one for one in page.read_text("utf-8").splitlines() if ":sha256:" in one)
    change(page, f"{line}\n", "")
    assert f"help: add “{line}”\n" in policykb("check").stdout
    change(quay / "docs/sources/notice.md", ":file: notice.txt", ":file: other.txt")
    assert "hexadecimal digits" in policykb("check").stdout
