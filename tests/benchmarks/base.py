"""A base of any size for measuring: one joint venture a file, each with nine fields, four links and
a quotation, fifty statements a source."""

import argparse
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

STATEMENTS = 50
"""Statements, and so records, for each source document."""
PARTNERS = 20
"""Records for each pair of partner companies that exists."""
MONTHS = ("January", "March", "May", "July", "August", "October", "December")


def asked_for(about: str) -> Iterator[tuple[int, Path, int]]:
    """The sizes that a command line gives, of each a base, and the number of turns."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[122, 5000], metavar="SIZE")
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            yield size, Path(folder), args.times


def write(root: Path, count: int) -> int:
    """Write ``count`` joint ventures and what they link to; return the number of all records."""
    docs = root / "docs"
    for folder in ("ventures", "others", "sources"):
        (docs / folder).mkdir(parents=True)
    (root / "seeds").mkdir()
    partners = max(2, count // PARTNERS)
    programs = max(1, count // 100)
    others = 2 + _others(docs, partners, programs)
    for start in range(0, count, STATEMENTS):
        source = start // STATEMENTS
        numbers = range(start, min(start + STATEMENTS, count))
        text = "\n\n".join(statement(number, partners, programs) for number in numbers)
        (root / "seeds" / f"{source:05}.txt").write_text(text + "\n", encoding="utf-8")
        others += 1
        (docs / "sources" / f"{source:05}.md").write_text(
            f"# Report {source:05}\n\n:::{{source}} Report {source:05}\n:id: SRC_{source:05}\n"
            f":file: {source:05}.txt\n"
            f":sha256: {hashlib.sha256(f'{text}{chr(10)}'.encode()).hexdigest()}\n"
            ":language: en\n:rights: made up for measuring\n:::\n",
            encoding="utf-8",
        )
    for number in range(count):
        thousand = docs / "ventures" / f"{number // 1000:03}"
        thousand.mkdir(exist_ok=True)
        (thousand / f"v{number:05}.md").write_text(venture(number, partners, programs), "utf-8")
    (root / "pyproject.toml").write_text("[tool.policykb]\nquoted_share = 1.0\n", "utf-8")
    return count + others


def parts(number: int, partners: int, programs: int) -> tuple[int, int, int, str, str]:
    """Return both partners, the program, the date as recorded and as worded, of a venture."""
    one = number % partners
    other = (number * 7 + 1) % partners
    if other == one:
        other = (one + 1) % partners
    day, month = number % 28 + 1, number % len(MONTHS)
    recorded = f"2024-{(1, 3, 5, 7, 8, 10, 12)[month]:02}-{day:02}"
    return one, other, number % programs, recorded, f"{day} {MONTHS[month]} 2024"


def name(number: int) -> str:
    """Return a made-up name; two of them differ in two letters at least, so that none is taken
    for a misspelling of another."""
    syllables: list[str] = []
    while number or len(syllables) < 3:
        number, digit = divmod(number, 5)
        syllables.append(("ba", "ce", "di", "fo", "gu")[digit])
    return "".join(syllables).capitalize()


def statement(number: int, partners: int, programs: int) -> str:
    """Return what the source says of a venture, and a sentence more."""
    one, other, program, _, worded = parts(number, partners, programs)
    return (
        f"{name(one)} Lines and {name(other)} Lines signed an agreement on {worded} to set up "
        f"{name(number)} Power, a company for shore power in Japan, which the {name(program)} Fund "
        "finances. The work is to begin once the grid has been strengthened and the permits are "
        "given."
    )


def venture(number: int, partners: int, programs: int) -> str:
    """Return the page of a venture."""
    one, other, program, recorded, _ = parts(number, partners, programs)
    quoted = statement(number, partners, programs).partition(". ")[0]
    return f"""# {name(number)} Power

::::{{jv}} {name(number)} Power
:id: JV_{number}
:kind: manufacturing
:status: agreed
:parties: ORG_{one}, ORG_{other}
:funded_by: PRG_{program}
:part_of: ALL_ALL
:inferred: part_of — the report is one of the series on shore power
:agreed: {recorded}
:territory: JP
:tags: power, ports

{name(number)} Power is of {{need}}`ORG_{one}` and {{need}}`ORG_{other}` for shore power.

:::{{evidence}} SRC_{number // STATEMENTS:05}
:supports: status, parties, funded_by, agreed, territory, part_of

{quoted}
:::
::::
"""


def _others(docs: Path, partners: int, programs: int) -> int:
    orgs = "".join(
        f":::{{org}} {name(number)} Lines\n:id: ORG_{number}\n:kind: company\n:::\n\n"
        for number in range(partners)
    )
    (docs / "others" / "partners.md").write_text(f"# Partners\n\n{orgs}", "utf-8")
    funds = "".join(
        f":::{{program}} {name(number)} Fund\n:id: PRG_{number}\n"
        ":gap: status — the reports do not say; administered_by — the reports do not say\n:::\n\n"
        for number in range(programs)
    )
    (docs / "others" / "programs.md").write_text(f"# Programs\n\n{funds}", "utf-8")
    (docs / "others" / "all.md").write_text(
        "# Shore power\n\n:::{alliance} Shore power\n:id: ALL_ALL\n:kind: cooperation\n"
        ":gap: status — the reports do not say; parties — the reports do not say\n:::\n",
        "utf-8",
    )
    return partners + programs - 1
