"""``policykb export``: all records in one file, for other programs."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from policykb.check import engine

FORMATS = ("json", "csv")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("format", choices=FORMATS, help="the format to write")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a file, whole or not at all"
    )


def run(args: argparse.Namespace) -> int:
    """Always 0 once written: whether the base is sound is for ``check`` to say."""
    base = engine.load(args.root)
    data = import_module(f"policykb.export.{args.format}").render(base).encode("utf-8")
    if args.output is not None:
        from policykb.edit.store import replace

        if args.output.is_dir():
            raise engine.LoadError(f"{args.output} is a folder; name a file")
        replace(args.output, data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0
