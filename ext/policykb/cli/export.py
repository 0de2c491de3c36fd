"""``policykb export``: all records in one file, for other programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from policykb.check import engine
from policykb.export.catalog import found, written


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    formats = found()
    parser.add_argument("format", choices=formats, help="the format to write")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    width = max(map(len, formats))
    lines = (f"  {name:{width}}  {one.what}" for name, one in formats.items())
    parser.epilog = "\n".join(("formats:", *lines))
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a file, whole or not at all"
    )


def run(args: argparse.Namespace) -> int:
    """Always 0 once written: whether the base is sound is for ``check`` to say."""
    base = engine.load(args.root)
    data = written(found()[args.format], base)
    if args.output is not None:
        from policykb.edit.store import replace

        if args.output.is_dir():
            raise engine.LoadError(f"{args.output} is a folder; name a file")
        replace(args.output, data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0
