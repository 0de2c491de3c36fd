"""``policykb export``: all records in one file, for other programs."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policykb.base.conf import read as read_conf
from policykb.check import engine
from policykb.check.context import Context
from policykb.compare.revision import opened
from policykb.edit.store import replace
from policykb.export.catalog import found, written
from policykb.export.records import Records, address_of
from policykb.text.counted import counted


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    formats = found()
    parser.add_argument("format", choices=formats, help="the format to write")
    width = max(map(len, formats))
    lines = (f"  {name:{width}}  {one.what}" for name, one in formats.items())
    parser.epilog = "\n".join(("formats:", *lines))
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a file, whole or not at all"
    )
    parser.add_argument(
        "--at",
        metavar="REV",
        help="as a git revision had it, or as it stood at the end of a day such as 2026-01-31; "
        "grades are those of today's rules",
    )


def run(args: argparse.Namespace) -> int:
    """Always 0 once written: whether the base is sound is for ``check`` to say."""
    export = found()[args.format]
    if args.output is not None and args.output.is_dir():
        raise engine.LoadError(f"{args.output} is a folder; name a file")
    with _base(args.root, args.at) as base:
        made = Records(base, address_of(base))
        data = written(export, base, made)
    if args.output is not None:
        replace(args.output, data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    if export.name == "json":
        _tell_refused(made)
    return 0


def _tell_refused(made: Records) -> None:
    """Say how many facts are not shown by what they quote; on standard error, beside the data."""
    count = sum(fact.grade == "refused" for facts in made.graded.values() for fact in facts)
    if count:
        said = f"{counted(count, 'fact')} {'is' if count == 1 else 'are'} refused"
        print(f"{said}, and marked so in the export; policykb check tells why", file=sys.stderr)


@contextmanager
def _base(root: Path, at: str | None) -> Iterator[Context]:
    """The base as the files are now, or as git has it."""
    if at is None:
        yield engine.load(root)
        return
    with opened(root, at) as (folder, settings, day):
        yield engine.load(folder, settings, day, read_conf(root, settings))
