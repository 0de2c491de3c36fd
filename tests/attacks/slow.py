"""Bases made to keep a check or a build busy, each at the greatest size that the limits allow.

``python -m tests.attacks.slow [--python PYTHON] [NAME...]`` runs every row under its limits and
prints the guide's table: processor seconds and megabytes of each.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

QUAY = Path(__file__).parents[1] / "contract" / "quay"
SECONDS = {"check": 5, "build": 30}
"""Processor seconds that a command may take, of each of its processes."""
BARE = 0.22
"""Processor seconds of a process that only loads libraries, on the machine of these limits."""
MEMORY = 1_000_000_000
"""Bytes that a process may have."""

DOCUMENT = 5_000_000
"""Bytes of a source's text."""
PARAGRAPH = 200_000
"""Characters of a source's paragraph."""
RUN = 45_000
"""Characters of a page's paragraph or quotation, a little below its limit."""


@dataclass(frozen=True, slots=True)
class Row:
    """One base: what is said of it, what lays it out, the commands that it is run with, and what a
    check must say (nothing: it may say anything)."""

    name: str
    make: Callable[[Path], None]
    commands: tuple[str, ...] = ("check",)
    says: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a command: its exit code (negative: killed), output, processor seconds, MB."""

    code: int
    out: str
    seconds: float
    megabytes: float


@cache
def slowness() -> float:
    """How many times `BARE` seconds a process takes here that loads Sphinx and pydantic; 1 at
    least."""
    return max(1.0, min(_loaded() for _ in range(3)) / BARE)


def _loaded() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import pydantic, sphinx.application"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run(root: Path, command: str, python: str = sys.executable, times: float = 1) -> Run:
    """A command on a base, within ``times`` the limits; on a slow machine they are longer."""
    seconds = int(SECONDS[command] * times * slowness())

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (int(MEMORY * times),) * 2)

    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [python, "-m", "policykb", command, "--root", str(root)],
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=limit,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    return Run(
        process.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1_000_000
    )


def lay_out(folder: Path, row: Row) -> Path:
    """The base of a row."""
    root = folder / "base"
    shutil.copytree(QUAY, root)
    (root / "docs" / "index.md").write_text("# The quay\n\nA base.\n", encoding="utf-8")
    row.make(root)
    return root


def page(root: Path, text: str, name: str = "slow") -> None:
    """Write a page."""
    (root / "docs" / f"{name}.md").write_text(text, encoding="utf-8")


def document(root: Path, text: str, lines: bool = False) -> None:
    """Write a document and its record, SRC_SLOW."""
    (root / "seeds" / "slow.txt").write_text(text, encoding="utf-8")
    paragraphs = ":paragraphs: line\n" if lines else ""
    page(
        root,
        "# S\n\n:::{source} Slow\n:id: SRC_SLOW\n:file: slow.txt\n:language: en\n:rights: none\n"
        f":sha256: {sha256(text.encode()).hexdigest()}\n{paragraphs}:::\n",
        "sources/slow",
    )


def record(quotes: list[str], prose: str = "", number: int = 0) -> str:
    """An organization with quotations from SRC_SLOW."""
    evidence = "".join(
        f"\n::::{{evidence}} SRC_SLOW\n:supports: text\n\n{one}\n::::\n" for one in quotes
    )
    return (
        f":::::{{org}} Slow Lines {number}\n:id: ORG_SLOW_{number}\n:kind: company\n\n{prose}\n"
        f"{evidence}:::::\n"
    )


def _paragraphs(unit: str, size: int = DOCUMENT, each: int = PARAGRAPH) -> str:
    """A text of the unit again and again, in paragraphs of the greatest length."""
    size -= size % each
    one = unit * ((each - 2) // len(unit.encode()))
    return "\n\n".join([one] * (size // each))


def _words(count: int, seed: int = 7) -> list[str]:
    """Words as a text has them, a few hundred different ones."""
    found = []
    for _ in range(count):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        found.append(f"w{(seed >> 16) % 700:x}ing")
    return found


def _text(seed: int = 7) -> list[list[str]]:
    """The paragraphs of a long document, as words."""
    words = _words(DOCUMENT // 9, seed)
    step = PARAGRAPH // 9
    return [words[at : at + step] for at in range(0, len(words), step)]


def most_lines(root: Path) -> None:
    document(root, "a line\n" * 299_000 + "the words that stand here\n", lines=True)
    page(root, "# M\n\n" + record(["the words that stand here", "the words that stood here"]))


def form_feeds(root: Path) -> None:
    document(root, "the words that stand here" + "\f1\f" * (DOCUMENT // 3 - 100))
    page(root, "# M\n\n" + record(["the words that stand here", "the words that stood here"]))


def page_breaks(root: Path) -> None:
    document(
        root, "\f" * (DOCUMENT // 2) + "\n1\n2" * (DOCUMENT // 9) + "\n\nthe words that stand here"
    )
    page(root, "# M\n\n" + record(["the words that stand here"]))


def distinct_dates(root: Path) -> None:
    years = [
        f"{day} {month} {year}"
        for year in range(1500, 2100)
        for month in ("May", "June")
        for day in range(1, 29)
    ]
    there, here = years[::2], years[1::2]
    quotes = [", ".join(there[at : at + 3_000]) for at in range(0, 15_000, 3_000)]
    document(root, "\n\n".join(quotes))
    texts = [", ".join(here[at : at + 3_000]) for at in range(0, 15_000, 3_000)]
    page(root, "# D\n\n" + record(quotes, "\n\n".join(texts)))


def distinct_numbers(root: Path) -> None:
    quotes = [
        " ".join(f"{at}.{at}" for at in range(low, low + 3_500)) for low in range(0, 17_500, 3_500)
    ]
    document(root, "\n\n".join(quotes))
    texts = [
        " ".join(f"{at}/{at + 1}" for at in range(low, low + 3_500))
        for low in range(0, 17_500, 3_500)
    ]
    page(root, "# D\n\n" + record(quotes, "\n\n".join(texts)))


def names_with_digits(root: Path) -> None:
    page(
        root,
        "# D\n\n"
        + "\n".join(
            f":::{{org}} Phase 1 of {at}\n:id: ORG_N{at}\n:kind: company\n:::\n"
            for at in range(8_000)
        ),
        "names",
    )
    page(root, "# E\n\n" + record([], "Phase 1 of 1 phase. " * 2_000 + "\n\n"))


def same_alias(root: Path) -> None:
    page(
        root,
        "# D\n\n"
        + "\n".join(
            f":::{{org}} Harbor {at} Works\n:id: ORG_N{at}\n:kind: company\n:aliases: The Same\n"
            ":::\n"
            for at in range(8_000)
        ),
    )


def open_quotes(root: Path) -> None:
    page(root, "# D\n\n" + ("Vesta Lines “" * 3_000 + "\n\n") * 40)


def half_signs(root: Path) -> None:
    text = "½" * RUN
    document(root, text)
    page(root, "# Halves\n\n" + record([text], text))


def many_half_signs(root: Path) -> None:
    text = "½" * RUN
    document(root, text)
    page(root, "# Halves\n\n" + record([text + "½" * at for at in range(10)], f"{text}\n\n" * 10))


def vague_words(root: Path) -> None:
    quote = ("twices " * 6_500)[:RUN]
    document(root, quote)
    page(root, "# Twice\n\n" + record([quote] * 9, f"{'twice ' * 7_500}\n\n" * 10))


def one_letter(root: Path) -> None:
    document(root, _paragraphs("a"))
    page(root, "# A\n\n" + record(["a" * (20_000 + at) for at in range(20)]))


def long_near_misses(root: Path) -> None:
    text = _text()
    document(root, "\n\n".join(" ".join(one) for one in text))
    quotes = []
    for at in range(30):
        words = text[at % (len(text) - 1)][at * 37 : at * 37 + 4_000]
        words[2_000] = "elsewhere"
        quotes.append(" ".join(words))
    page(root, "# N\n\n" + record(quotes))


def short_near_misses(root: Path) -> None:
    text = _text()
    document(root, "\n\n".join(" ".join(one) for one in text))
    quotes = []
    for at in range(1_000):
        words = text[at % (len(text) - 1)][at : at + 8]
        words[4] = "elsewhere"
        quotes.append(" ".join(words))
    page(root, "# N\n\n" + record(quotes))


def dead_links(root: Path) -> None:
    page(
        root,
        "# D\n\n"
        + "\n".join(
            f":::{{org}} Number {at}\n:id: ORG_N{at}\n:kind: company\n:part_of: ORG_M{at}X\n:::\n"
            for at in range(8_000)
        ),
    )


def dead_anchors(root: Path) -> None:
    page(root, "# H\n\n" + "".join(f"## Heading number {at} here\n\n" for at in range(20_000)), "h")
    page(
        root,
        "# D\n\n" + "".join(f"[x](h.md#heading-numbr-{at}-here)\n\n" for at in range(19_000)),
    )


def dead_references(root: Path) -> None:
    page(
        root,
        "# D\n\n"
        + "".join(f"(label-number-{at})=\n## T{at}\n\n" for at in range(20_000))
        + "".join(f"{{ref}}`labl-number-{at}x` {{term}}`wrd {at}`\n\n" for at in range(20_000)),
    )


def dead_roles(root: Path) -> None:
    page(
        root,
        "# D\n\n" + "".join(f"{{need}}`ORG_VSTA_{at}` and so on.\n\n" for at in range(60_000)),
    )


def unknown_options(root: Path) -> None:
    page(
        root,
        "# D\n\n:::{org} Many\n:id: ORG_MANY\n:kind: company\n"
        + "".join(f":optoin{at}: x\n" for at in range(100_000))
        + ":::\n",
    )


def short_records(root: Path) -> None:
    one = ":::{{org}} A{0}\n:id: ORG_A{0}\n:kind: company\n:::\n"
    page(root, "# D\n\n" + "".join(one.format(at) for at in range(36_000)))


def near_names(root: Path) -> None:
    page(
        root,
        "# D\n\n"
        + "\n".join(
            f":::{{org}} Harbour{at}\n:id: ORG_N{at}\n:kind: company\n"
            f":aliases: {'; '.join(f'Harbor {at} {x}' for x in range(10))}\n:::\n"
            for at in range(4_000)
        ),
    )


def many_names(root: Path) -> None:
    names = "".join(
        f":::{{org}} Same {'a ' * 20}{at}\n:id: ORG_N{at}\n:kind: company\n:::\n\n"
        for at in range(8_000)
    )
    page(root, f"# D\n\n{names}", "names")
    page(root, "# E\n\n" + f"{'Same a a a a a and more. ' * 1_800}\n\n" * 20)


def wide_tables(root: Path) -> None:
    head = "|" + "a|" * 8_000 + "\n|" + "-|" * 8_000 + "\n"
    page(root, "# T\n\n" + (head + "|\n" * 8_000 + "\n") * 40)


def long_tables(root: Path) -> None:
    one = "|a|b|\n|-|-|\n" + "|a|b|\n" * 8_000 + "\n"
    page(root, "# T\n\n" + one * 40)


def list_tables(root: Path) -> None:
    rows = ("* - a\n" + "  - b\n" * 9) * 800
    page(root, "# T\n\n" + f":::{{list-table}}\n\n{rows}:::\n\n" * 35)


def headings(root: Path) -> None:
    page(root, "# H\n\n" + "## Heading\n\n" * 150_000)


def deep_headings(root: Path) -> None:
    page(root, "# H\n\n" + "## A\n\n### B\n\n#### C\n\n" * 60_000)


def rules_between(root: Path) -> None:
    page(root, "# H\n\n" + "a\n\n***\n\n" * 200_000)


def list_items(root: Path) -> None:
    page(root, "# H\n\n" + ("- a\n" * 12_000 + "\n\n") * 40)


def paragraphs_of_a_letter(root: Path) -> None:
    page(root, "# H\n\n" + "a\n\n" * 600_000)


def emphasis(root: Path) -> None:
    page(root, "# H\n\n" + ("*a* " * 12_000 + "\n\n") * 40)


def footnotes(root: Path) -> None:
    page(
        root,
        "# H\n\n"
        + "".join(f"a[^n{at}]\n\n" for at in range(20_000))[: 990 * 20 * 12]
        + "".join(f"[^n{at}]: b\n\n" for at in range(20_000)),
    )


def most_cells(root: Path) -> None:
    page(root, "# T\n\n" + ("|" + "a|" * 98 + "\n|" + "-|" * 98 + "\n" + "|\n" * 98 + "\n") * 2)


def most_headings(root: Path) -> None:
    page(root, "# H\n\n" + "## A\n\n### B\n\n#### C\n\n" * 660)


def most_items(root: Path) -> None:
    page(root, "# H\n\n" + ("- a\n" * 8_000 + "\n\n") * 3)


def most_paragraphs(root: Path) -> None:
    page(root, "# H\n\n" + "a\n\n" * 24_900)


def most_emphasis(root: Path) -> None:
    page(root, "# H\n\n" + ("*a* " * 8_000 + "\n\n") * 3)


def hidden_characters(root: Path) -> None:
    page(root, "# H\n\n" + ("a\u200d" * (RUN // 2) + "\n\n") * 40)


def hidden_references(root: Path) -> None:
    page(root, "# H\n\n" + ("&#x202e;" * (RUN // 8) + "\n\n") * 40)


def control_characters(root: Path) -> None:
    page(root, "# H\n\n" + ("a\u0001" * (RUN // 2) + "\n\n") * 40)


def marks(root: Path) -> None:
    text = "a" + "\u0315\u0300" * (RUN // 2)
    document(root, "\n\n".join(["a" + "\u0315\u0300" * 49_000] * 25))
    page(root, "# M\n\n" + record([text], f"{text}\n\n" * 3))


def short_paragraphs(root: Path) -> None:
    document(root, "a\n" * (DOCUMENT // 2 - 50) + "the words that stand here\n", lines=True)
    page(root, "# M\n\n" + record(["the words that stand here", "the words that stood here"]))


def blank_document(root: Path) -> None:
    document(root, "the words that stand here" + " \n" * (DOCUMENT // 2 - 100))
    page(root, "# M\n\n" + record(["the words that stand here", "the words that stood here"]))


def split_quotations(root: Path) -> None:
    document(root, _paragraphs("aaaa bbbb cccc "))
    run = " […] ".join(["aaaa bbbb cccc"] * 900)
    page(root, "# M\n\n" + record([run, run + " […] dddd bbbb cccc"] * 10))


def many_sources(root: Path) -> None:
    parts = ["# S\n"]
    for at in range(6):
        text = _paragraphs(f"w{at} ing the same ")
        (root / "seeds" / f"s{at}.txt").write_text(text, encoding="utf-8")
        parts.append(
            f":::{{source}} Slow {at}\n:id: SRC_SLOW{at or ''}\n:file: s{at}.txt\n:language: en\n"
            f":rights: none\n:sha256: {sha256(text.encode()).hexdigest()}\n:::\n"
        )
    page(root, "\n".join(parts), "sources/slow")
    page(root, "# M\n\n" + record([f"the same words {at}" for at in range(500)]))


def long_document(root: Path) -> None:
    document(root, "a " * (DOCUMENT // 2 + 1))
    page(root, "# M\n\n" + record(["a " * 20]))


def long_paragraph(root: Path) -> None:
    document(root, "a " * (PARAGRAPH // 2 + 1))
    page(root, "# M\n\n" + record(["a " * 20]))


ROWS = (
    Row("½ in a text and in its quotation", half_signs, ("check", "build")),
    Row("½ in ten texts and ten quotations", many_half_signs),
    Row("“twice” beside quotations of “twices”", vague_words),
    Row("twenty quotations of one letter in a document of it", one_letter),
    Row("thirty long quotations with one word wrong", long_near_misses),
    Row("1,000 short quotations with one word wrong", short_near_misses),
    Row("quotations of 900 runs", split_quotations),
    Row("500 wrong quotations beside six documents", many_sources),
    Row("a document of 2.5 million lines", short_paragraphs, says="lines"),
    Row("a document of 299,000 lines", most_lines),
    Row("a document of form feeds", form_feeds, says="lines"),
    Row("a document of line ends", blank_document, says="lines"),
    Row("combining marks", marks),
    Row("page breaks", page_breaks, says="lines"),
    Row("15,000 dates beside quotations of as many others", distinct_dates),
    Row("17,500 fractions beside quotations of as many others", distinct_numbers),
    Row("8,000 names with a number, in a text of that number", names_with_digits),
    Row("8,000 records with one alias", same_alias),
    Row("marks of quotations that never end", open_quotes),
    Row("8,000 links to records that do not exist", dead_links),
    Row("60,000 references to records that do not exist", dead_roles),
    Row("19,000 links to headings that do not exist", dead_anchors),
    Row("20,000 references to labels and terms that do not exist", dead_references),
    Row("100,000 unknown options", unknown_options),
    Row("44,000 names that look alike", near_names),
    Row("36,000 records", short_records, says="10,000 records"),
    Row("8,000 names that begin alike, in a text of their beginning", many_names),
    Row("40 tables of 8,000 columns and rows", wide_tables, says="PKB126"),
    Row("40 tables of 8,000 rows", long_tables, says="PKB126"),
    Row("35 list tables of 8,000 cells", list_tables, says="PKB126"),
    Row("150,000 headings", headings, says="PKB126"),
    Row("180,000 headings of three levels", deep_headings, says="PKB126"),
    Row("200,000 rules between paragraphs", rules_between, says="PKB126"),
    Row("480,000 items of lists", list_items, says="PKB126"),
    Row("600,000 paragraphs", paragraphs_of_a_letter, says="PKB126"),
    Row("480,000 words with emphasis", emphasis, says="PKB126"),
    Row("20,000 footnotes", footnotes, says="PKB126"),
    Row("the most cells of tables", most_cells, ("check", "build")),
    Row("the most headings", most_headings, ("check", "build")),
    Row("the most items of lists", most_items, ("check", "build")),
    Row("the most paragraphs", most_paragraphs, ("check", "build")),
    Row("the most emphasis", most_emphasis, ("check", "build")),
    Row("900,000 characters that nobody sees", hidden_characters),
    Row("220,000 references to characters that nobody sees", hidden_references),
    Row("900,000 control characters", control_characters),
    Row("a document of more than 5 MB", long_document, says="5 MB"),
    Row("a paragraph of more than 200,000 characters", long_paragraph, says="200,000"),
)


def main() -> None:
    """Print the table."""
    given = argparse.ArgumentParser()
    given.add_argument("--python", default=sys.executable)
    given.add_argument("--times", type=float, default=3)
    given.add_argument("--says", action="store_true", help="print what each says")
    given.add_argument("names", nargs="*")
    options = given.parse_args()
    print("| input | command | seconds | MB |\n|---|---|---|---|")
    for row in ROWS:
        if options.names and row.make.__name__ not in options.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            root = lay_out(Path(folder), row)
            for command in row.commands:
                found = run(root, command, options.python, options.times)
                end = "" if found.code in (0, 1) else f" (exit {found.code})"
                used = f"{found.seconds:.1f}{end} | {found.megabytes:.0f}"
                print(f"| {row.name} | {command} | {used} |", flush=True)
                if options.says or found.code not in (0, 1):
                    print(found.out[-300:], file=sys.stderr)


if __name__ == "__main__":
    main()
