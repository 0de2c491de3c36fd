"""A session from an idea to a sound change, run as a user would, and printed into the guide.

``REWRITE=1`` has the run write docs/guide/session.md anew instead of comparing with it.
"""

import os
import shlex
import subprocess
from pathlib import Path

from tests.cli.conftest import environment
from tests.program import running

PAGE = "docs/events/signing-of-the-quaylight-agreement.md"
HEAD = """\
# A session

From an idea to a sound change, in a small base with one source. The test
`tests/cli/test_session.py` runs these commands and compares what they print with this page.
"""
STEPS = (
    (
        "Is it there already, and what do the sources say of it?",
        'policykb find "signed an agreement"',
        0,
    ),
    (
        "The signing has no record yet. Its page is written from what is given; the quotation is "
        "found in the source, and the fields it shows are listed with it.",
        """\
policykb new event --title "Signing of the Quaylight agreement" --kind other \\
    --date 2024-03-03 --participants "Vesta Lines, Borealis Shipping" --is-about Quaylight \\
    --from SRC_NOTICE --about "signed an agreement\"""",
        0,
    ),
    (
        "Without the comments that explain what else can be said, the page reads:",
        f"grep -v ^% {PAGE}",
        0,
    ),
    ("All is sound.", "policykb check", 0),
    (
        "Now two slips: a wrong letter in an id, and a date that is written in words and wrong.",
        f"sed -i 's/BOREALIS/BOREALLIS/; s/:date: .*/:date: 13 March 2024/' {PAGE}",
        0,
    ),
    ("Each is shown at its place, with what to write instead.", "policykb check", 1),
    (
        "Both can be fixed without a thought. First a look, then the fix.",
        "policykb fix --diff",
        1,
    ),
    ("", "policykb fix", 1),
    (
        "The spelling is right now, but the source does not say so: 13 is not 3.",
        "policykb check",
        1,
    ),
    (
        "That needs a person, who looks at the source.",
        f"sed -i 's/2024-03-13/2024-03-03/' {PAGE}",
        0,
    ),
    ("", "policykb check", 0),
    ("What will the change mean, and does it block?", "policykb diff main", 0),
)


def run(command: str, repo: Path) -> tuple[int | None, str]:
    """Run a line of the session; its exit code and all that it says."""
    words = shlex.split(command.replace("\\\n", " "))
    if words[0] == "policykb":
        with running(*words, cwd=repo, env=environment()) as program:
            said = program.said.read()
            program.process.join()
            return program.process.exitcode, said
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=repo,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=environment(),
    )
    return done.returncode, done.stdout


def test_from_an_idea_to_a_sound_change(repo: Path, root: Path) -> None:
    shown = [HEAD]
    for said, command, code in STEPS:
        ended, printed = run(command, repo)
        assert ended == code, printed
        shown += [said, ""] if said else []
        shown += ["````console", f"$ {command}", *printed.rstrip("\n").split("\n"), "````", ""]
    text = "\n".join(line.rstrip() for part in shown for line in part.split("\n"))
    text = text.replace("\n\n````\n", "\n````\n")
    page = root / "docs/guide/session.md"
    if os.environ.get("REWRITE"):
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text
