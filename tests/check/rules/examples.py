"""The examples in rule pages: how they are written, and what running one gives.

A page's sections “Flagged” and “Clean” hold examples. A fence whose opening line names a path is a
file of the example; it is laid over the small base in ``prelude``. A fence ``console`` ends a
flagged example and holds its exact findings. In “Clean” a line “Or:” begins another example.
``<U+200B>`` stands for a character, ``<BYTE E9>`` for a byte, ``<LINK path>`` for a symbolic link.
"""

import datetime
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policykb.check import engine
from policykb.check.report.concise import render
from policykb.check.rules.catalog import RULES, all_rules
from policykb.check.rules.pages import page_of
from policykb.check.rules.rule import Rule

PRELUDE = Path(__file__).parent / "prelude"
TODAY = datetime.date(2026, 1, 15)

_PART = re.compile(
    r"^(?P<indent> {0,3})(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=indent)(?P=mark)$"
    r"|^## (?P<section>[^\n]+)$|^Or:$",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Example:
    flagged: bool
    files: dict[str, str] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)


def read(page: str) -> list[Example]:
    """Return the examples of a rule page in order."""
    found: list[Example] = []
    current: Example | None = None
    section = ""
    for part in _PART.finditer(page):
        if part["section"] or part["info"] is None:
            section = part["section"] or section
            current = None
        elif section in ("Flagged", "Clean"):
            words = part["info"].split()
            if words == ["console"]:
                assert current is not None
                current.expected = part["text"].splitlines()
                current = None
            elif len(words) == 2:
                if current is None:
                    current = Example(section == "Flagged")
                    found.append(current)
                text = re.sub(rf"(?m)^{part['indent']}", "", part["text"])
                current.files[words[1].replace("%20", " ")] = text
    return found


def sections(page: str) -> list[str]:
    """Return the headings of a page's sections."""
    return [part["section"] for part in _PART.finditer(page) if part["section"]]


def of(rule: Rule) -> list[Example]:
    """Return the examples of a rule's page; none where it has no page."""
    try:
        return read(page_of(rule))
    except FileNotFoundError:
        return []


def lay(example: Example, folder: Path) -> None:
    """Write the base that an example stands in."""
    shutil.copytree(PRELUDE, folder, dirs_exist_ok=True)
    for name, text in example.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        link = re.fullmatch(r"<LINK (.+)>\n", text)
        if link:
            path.symlink_to(link[1])
            continue
        text = re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), text)
        data = text.encode()
        path.write_bytes(
            re.sub(rb"<BYTE ([0-9A-F]{2})>", lambda found: bytes.fromhex(found[1].decode()), data)
        )


def run(example: Example, folder: Path, rules: Sequence[Rule] | None = None) -> list[str]:
    """Return the findings over an example, one a line, as ``--format concise`` prints them; facts
    to read only where the page lists them."""
    lay(example, folder)
    base = engine.load(folder, today=TODAY)
    if rules is None:
        own = [rule for rule in all_rules(base.settings) if rule not in RULES]
        rules = (*RULES, *own)
    lines = render(engine.run(base, rules), base).splitlines()
    if any("[PKB315]" in line for line in example.expected):
        return lines
    return [line for line in lines if "[PKB315]" not in line]
