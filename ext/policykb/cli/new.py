"""``policykb new``: the page of a new record."""

import argparse
import sys
from pathlib import Path

from policykb.check import engine
from policykb.check.report.text import in_line
from policykb.cli.drafts import (
    FLAGS,
    agreed,
    draft,
    given,
    left_to_do,
    said_alike,
    write,
)
from policykb.markdown.new_page import describe
from policykb.model import TYPES

EPILOG = """\
Fields can be given as options; on a terminal, what is required and was not given is asked for.
The page is written in the folder of its type and never over another one.

  policykb new org --title "Borealis Shipping" --kind company
  policykb new jv --title Quaylight --from SRC_NOTICE --about "joint venture"
  policykb new org --help        the fields of an organization
  policykb new person --rows people.csv --from SRC_NOTICE     a page for each row of a table
  policykb new --snippets        snippets of all types for Visual Studio Code
"""


def add(parser: argparse.ArgumentParser) -> None:
    """An own parser for every type, its options made from the model."""
    parser.add_argument(
        "--snippets", action="store_true", help="print snippets for Visual Studio Code"
    )
    types = parser.add_subparsers(dest="type", metavar="TYPE")
    for name, model in TYPES.items():
        label = model.label.lower()
        sub = types.add_parser(name, help=label, description=f"Write the page of a new {label}.")
        for field, spec in model.specs.items():
            flag = FLAGS.get(field, field)
            names = dict.fromkeys((f"--{flag}", f"--{flag.replace('_', '-')}"))
            rank = "Required. " if spec.required and field != "id" else ""
            sub.add_argument(
                *names,
                dest=f"field_{field}",
                metavar="TEXT",
                help=(rank + describe(spec)).replace("%", "%%"),
            )
        sub.set_defaults(sources=[], about=[])
        if not model.editorial:
            sub.add_argument(
                "--from",
                action="append",
                dest="sources",
                metavar="SRC",
                help="propose quotations from this source",
            )
            said = "words the quotations are to hold"
            sub.add_argument("--about", action="append", metavar="PHRASE", help=said)
        sub.add_argument(
            "--rows",
            metavar="FILE",
            help="a page for each row of a CSV file (- for standard input); its columns are title "
            "and other fields, options hold for all rows, and grades are shown first",
        )
        sub.add_argument("--yes", action="store_true", help="write the rows without a question")
        sub.add_argument(
            "--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS
        )


def _once(args: argparse.Namespace) -> str | None:
    """What the option `about` says. Raises `LoadError` where it stands twice: one would be lost."""
    said: list[str] = args.about
    if len(said) > 1:
        named = "about" in TYPES[args.type].specs
        hint = f"; the field about is --{FLAGS['about']}" if named else ""
        raise engine.LoadError(f"--about is given twice{hint}; nothing was written")
    return next(iter(said), None)


def run(args: argparse.Namespace) -> int:
    """0 when the page is written; what it still lacks is printed."""
    if args.snippets:
        from policykb.markdown.snippets import as_json

        print(as_json())
        return 0
    if args.type is None:
        raise engine.LoadError(f"of which type? policykb new with one of {', '.join(TYPES)}")
    args.about = _once(args)
    if args.rows is not None:
        from policykb.cli.rows import run as run_rows

        return run_rows(args)
    base = engine.load(args.root)
    path, text = draft(base, args, given(args), asks=sys.stdin.isatty())
    found = said_alike(engine.with_text(base, path, text), path)
    if found and sys.stdin.isatty() and not agreed("Write it all the same?"):
        print("Nothing was written.")
        return 0
    write(args.root, base.settings.docs, {path: text})
    return _tell(args.root, path)


def _tell(root: Path, path: str) -> int:
    base, report = engine.check(root)
    print(in_line(f"Wrote {path}"))
    if found := left_to_do(base, report, {path}):
        print(f"Still to do there:\n\n{found}", end="")
    return 0
