"""``policykb diff``: tell what a change does to the records."""

import argparse
import datetime
import sys
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from policykb.base.conf import read as read_conf
from policykb.base.today import today as day_of
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Report
from policykb.cli.check import day
from policykb.compare.compare import compare
from policykb.compare.reading import stamps, to_read
from policykb.compare.revision import lay_out, merge_base

FORMATS = ("text", "markdown", "json")
EPILOG = """\
The first line says whether the newer state blocks, and why. Exit code 1 means that it does.

  policykb diff main                       your files against the branch main
  policykb diff main...                    against where your branch left main
  policykb diff v1 v2 --format markdown    two revisions, as a comment for a pull request
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("base", metavar="BASE", help="the older state: a git revision")
    parser.add_argument(
        "head",
        metavar="HEAD",
        nargs="?",
        help="the newer state: a git revision; by default the files as they are now",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it")
    parser.add_argument("--today", type=day, metavar="DATE", help="the day to count from")


def run(args: argparse.Namespace) -> int:
    """0 where the newer state is clean, 1 where an error or warning remains in it."""
    older, dots, newer = args.base.partition("...")
    if dots:
        args.head = args.head or newer or None
        older = merge_base(args.root, older or "HEAD", args.head or "HEAD")
    render = import_module(f"policykb.compare.{args.format}").render
    with ExitStack() as folders:
        before, old = state(args.root, older, args.today, folders)
        after, new = state(args.root, args.head, args.today, folders)
        found = compare(before, after)
        found.to_read, found.stamps = to_read(before, after), stamps(before, after)
    sys.stdout.write(render(found, new, old))
    return 1 if new.failed else 0


def state(
    root: Path, revision: str | None, today: datetime.date | None, folders: ExitStack
) -> tuple[Context, Report]:
    """The base at a revision, or as the files are now, with its findings; ``folders`` keeps those
    of a revision for as long as it is open."""
    if revision is None:
        return engine.check(root, today=today)
    folder = Path(folders.enter_context(TemporaryDirectory(prefix="policykb-")))
    settings = lay_out(root, revision, folder)
    conf = read_conf(root, settings)
    return engine.check(folder, settings=settings, today=today or day_of(root), conf=conf)
