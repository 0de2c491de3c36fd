"""What a change of code or lexicon does to the grades, fact by fact.

``python -m tests.evidence.verdict_diff REV`` grades the corpus and docs/ as they are in this
checkout twice, with the code of the git revision REV and with the code here, and prints each fact
whose verdict differs. A change is *better* where a true fact is accepted that was not, or a false
one is surfaced that was not, and *worse* the other way round; facts of docs/ count as true.
With ``--markdown`` the lines make a part of a comment on a pull request.
Exit status 0, whatever differs; 2 where REV cannot be read or its code lists no grades.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.evidence import corpora
from tests.evidence.score import (
    LOST,
    SURFACED,
    Grader,
    Key,
    Outcome,
    Verdict,
    outcomes,
    verdicts_of,
)

from policykb.compare.markdown import escape

ROOT = Path(__file__).resolve().parents[2]


class NoVerdicts(Exception):
    """The revision cannot be read, or its code lists no grades."""


def grader(code: Path) -> Grader:
    """Grade with the package in a folder, in a process of its own."""

    def grade(root: Path) -> dict[Key, Verdict]:
        command = [sys.executable, "-m", "policykb", "review", "--list", "--format", "json"]
        environment = {**os.environ, "PYTHONPATH": str(code)}
        run = subprocess.run(
            [*command, "--root", str(root)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            cwd=root,
        )
        try:
            return verdicts_of(json.loads(run.stdout))
        except (ValueError, KeyError) as error:
            raise NoVerdicts(run.stderr.strip() or "it lists no facts") from error

    return grade


@contextmanager
def code_of(revision: str) -> Iterator[Path]:
    """The package as it was in a git revision, in a folder for the time being."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "code.tar"
        command = ["git", "archive", "-o", str(archive), "--end-of-options", revision, "ext"]
        run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        if run.returncode:
            raise NoVerdicts(run.stderr.strip())
        subprocess.run(["tar", "-xf", str(archive), "-C", folder], check=True)
        yield Path(folder) / "ext"


Verdicts = dict[tuple[str, str, Key], Verdict]
"""Verdicts by writing (``docs`` for the base), kind of falsehood (empty: true) and fact."""


def verdicts(grade: Grader) -> Verdicts:
    """Grade docs/ and the corpus."""
    base = [Outcome("docs", "", key, verdict) for key, verdict in grade(ROOT).items()]
    found = [*base, *outcomes(corpora.read(), grade)]
    return {(one.writing, one.kind, one.key): one.verdict for one in found}


def differences(old: Verdicts, new: Verdicts) -> Iterator[tuple[str, str]]:
    """Each fact whose verdict differs, as ``better``, ``worse`` or ``other``, and a line."""
    for where, kind, key in {**old, **new}:
        was, now = (some.get((where, kind, key), LOST) for some in (old, new))
        if was != now:
            fact = f"{where}{kind and f' (false: {kind})'}: {' '.join(key)}"
            yield judged(kind, was, now), f"{fact}: {was} → {now}"


def judged(kind: str, was: Verdict, now: Verdict) -> str:
    """Whether a change of verdict is for the better."""
    step = (now.grade in SURFACED) - (was.grade in SURFACED)
    if not kind:
        step = -step or (was.grade == "refused") - (now.grade == "refused")
    return {1: "better", -1: "worse", 0: "other"}[step]


def report(found: list[tuple[str, str]]) -> Iterator[str]:
    """The lines to print, the worse first."""
    counts = Counter(name for name, _ in found)
    if not found:
        yield "No fact changed its verdict."
        return
    names = ("worse", "better", "other")
    yield f"{len(found)} verdicts changed: " + ", ".join(f"{counts[one]} {one}" for one in names)
    for wanted in names:
        yield from (f"{name}: {line}" for name, line in found if name == wanted)


MOST = 50
"""Lines in a comment."""


def markdown(lines: list[str]) -> list[str]:
    """The lines as a part of a comment; what pages say stays words."""
    more = [f"- … and {len(lines) - MOST} more"] if len(lines) > MOST else []
    head = ["", "### Verdicts that the change of the program moves", ""]
    return [*head, *(f"- {escape(line)}" for line in lines[:MOST]), *more]


def main(arguments: list[str]) -> int:
    """Compare with a revision."""
    in_comment = "--markdown" in arguments
    arguments = [one for one in arguments if one != "--markdown"]
    if len(arguments) != 1:
        print("usage: python -m tests.evidence.verdict_diff [--markdown] REV", file=sys.stderr)
        return 2
    try:
        with code_of(arguments[0]) as code:
            old = verdicts(grader(code))
        new = verdicts(grader(ROOT / "ext"))
    except NoVerdicts as error:
        print(f"no verdicts of {arguments[0]} to compare with: {error}", file=sys.stderr)
        return 2
    lines = list(report(list(differences(old, new))))
    print("\n".join(markdown(lines) if in_comment else lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
