"""Today's verdicts, one a line: what the checker finds, what is exported, what pages show.

A change of the code is held against the lines in ``frozen.txt`` and ``pages.txt``. A difference is
an error unless an entry of ``intended.toml`` covers it and gives the reason. Pages of ``docs/`` may
change at any time, and so may examples: what is exported of a page, and what is found in an
example, is compared only while its text is the same.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.attacks import corpus
from tests.check.rules.examples import Example, lay, of

from policykb.check import engine
from policykb.check.rules.catalog import RULES
from policykb.export import json as exported

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = datetime.date(2026, 1, 15)
QUAY = ROOT / "tests/contract/quay"
AWFUL = ROOT / "tests/check/rules/awful/page.md"
ID = re.compile(r"[A-Z]{3}_[A-Z0-9_]+|JV_[A-Z0-9_]+")
OTHER_FOLDERS = ("_static", "pagefind", "api", "guide", "rules", "id")
"""Folders of a site that hold no record, list or brief."""


def digest(data: str) -> str:
    """The first eight hexadecimal digits of a text's SHA-256."""
    return sha256(data.encode()).hexdigest()[:8]


def checked(name: str, root: Path) -> Iterator[str]:
    """A line that names a base, and one for each finding in it."""
    yield f"{name} checked"
    _, report = engine.check(root, today=TODAY)
    for item in report.diagnostics:
        place = f"{item.path}:{item.line} {item.record or '-'} {item.field or '-'}"
        yield f"{name} {item.code} {place}".replace(str(root.parent), "@").replace("\n", "\\n")


def findings(folder: Path) -> Iterator[str]:
    """The findings in the bases of the tests, laid out under ``folder``, and in ``docs/``."""
    yield from checked("docs", ROOT)
    yield from checked("quay", QUAY)
    lay(Example(True, {"docs/awful.md": AWFUL.read_text("utf-8")}), folder / "awful")
    yield from checked("awful", folder / "awful")
    yield from checked("attacks", corpus.lay_out(folder / "attacks", corpus.attacks()).root)
    for rule in RULES:
        for example in of(rule):
            name = f"{rule.code}:{digest(str(example.files))}"
            lay(example, folder / name)
            yield from checked(name, folder / name)


def exports(name: str, root: Path) -> Iterator[str]:
    """A line for each record: the digest of what it is made of, then of each key of its export."""
    base = engine.load(root, today=TODAY)
    records: list[dict[str, Any]] = json.loads(exported.render(base))["records"]
    titles = {record["id"]: record["title"] for record in records}
    for record in records:
        page = (root / record["path"]).read_text("utf-8")
        rests_on = [page, *(titles.get(found, "") for found in ID.findall(page))]
        keys = (
            f"{key}={digest(json.dumps(value, sort_keys=True))}" for key, value in record.items()
        )
        yield f"{name} export {record['id']} page={digest(str(rests_on))} {' '.join(sorted(keys))}"


def lines(folder: Path) -> list[str]:
    """All lines about findings and exports."""
    return [*findings(folder), *exports("docs", ROOT), *exports("quay", QUAY)]


def normal(html: str) -> str:
    """A page without what differs from build to build: file stamps and runs of white space."""
    return re.sub(r"\s+", " ", re.sub(r"\?v=[0-9a-f]+", "", html))


def shown(site: Path) -> Iterator[str]:
    """A line for each record, list and brief page of a built site, the content first."""
    sources = sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "seeds").iterdir()])
    yield f"content {digest(''.join(sha256(path.read_bytes()).hexdigest() for path in sources))}"
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.partition("/")[0] not in OTHER_FOLDERS:
            yield f"{name} {digest(normal(path.read_text('utf-8')))}"


def differences(frozen: list[str], now: list[str]) -> list[str]:
    """What was and is no longer (``-``), and what is new (``+``); of an export, by key. A base that
    only one side has (an example is named by its text) tells nothing."""
    same = {line for line in {*frozen} & {*now} if line.endswith(" checked")}
    bases = {line.partition(" ")[0] for line in same}
    before, after = _parts(frozen, bases), _parts(now, bases)
    gone = [
        f"- {line}" for line in before if line not in after and not _rewritten(line, after, before)
    ]
    new = [
        f"+ {line}" for line in after if line not in before and not _rewritten(line, before, after)
    ]
    return gone + new


def _parts(given: list[str], bases: set[str]) -> dict[str, str]:
    """Each line with the digest of the page it rests on; an export's line is split by key."""
    found: dict[str, str] = {}
    for line in given:
        if ":" in line.partition(" ")[0] and line.partition(" ")[0] not in bases:
            continue
        head, mark, keys = line.partition(" page=")
        page, *parts = keys.split() if mark else [""]
        for part in parts or [""]:
            found[f"{head} {part}".rstrip()] = page
    return found


def _rewritten(line: str, others: dict[str, str], mine: dict[str, str]) -> bool:
    """Whether an export's line is about a record whose page changed, came or went."""
    if not mine[line]:
        return False
    start = line.rpartition(" ")[0] + " "
    return all(page != mine[line] for key, page in others.items() if key.startswith(start))


def intended() -> list[dict[str, str]]:
    """The reviewed differences: ``match``, a pattern for lines, and ``reason``."""
    content = tomllib.loads((HERE / "intended.toml").read_text("utf-8"))
    found: list[dict[str, str]] = content.get("difference", [])
    return found


def unexplained(found: list[str]) -> list[str]:
    """The differences that no intended one covers."""
    patterns = [entry["match"] for entry in intended()]
    return [line for line in found if not any(fnmatchcase(line, each) for each in patterns)]


def built(folder: Path) -> Path:
    """The site of ``docs/``, built into a folder."""
    command = [sys.executable, "-m", "sphinx", "-E", "-W", "-q", "-c", ".", "-b", "html"]
    command += ["-d", str(folder / "doctrees"), "docs", str(folder / "html")]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder / "html"


def main(words: list[str]) -> int:
    """Compare, or write with ``--write``; ``--pages`` does the same for the site's HTML."""
    with tempfile.TemporaryDirectory() as work:
        if "--pages" in words:
            file, now = HERE / "pages.txt", list(shown(built(Path(work))))
        else:
            file, now = HERE / "frozen.txt", lines(Path(work))
    if "--write" in words:
        file.write_text("\n".join(now) + "\n", encoding="utf-8")
        return 0
    frozen = file.read_text("utf-8").splitlines()
    if "--pages" in words and frozen[0] != now[0]:
        print("docs/ or seeds/ changed: write the pages anew from the code before your change")
    found = unexplained(differences(frozen, now))
    print("\n".join([*found, f"{len(found)} differences"]))
    return 1 if found else 0
