"""``policykb serve``: look at the site on this machine while editing."""

import argparse
from pathlib import Path

from policykb.check.report.text import in_line, visible


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="port on this machine (default: 8000)"
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="build once, whatever the check finds, tell the folder, and end",
    )


def _port(text: str) -> int:
    """A port, for ``--port``; 0 is any that is free."""
    if text.isdecimal() and int(text) < 1 << 16:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is no port; write a number from 0 to 65535")


def run(args: argparse.Namespace) -> int:
    """Runs until stopped, or with ``--once`` until built; 2 where the site cannot be built."""
    from policykb.sphinx_ext import preview
    from policykb.sphinx_ext import run as build

    try:
        if args.once:
            print(in_line(f"The site is in {preview.once(Path(args.root))}."))
        else:
            preview.serve(Path(args.root), args.port)
    except build.BuildFailed as error:
        print(visible(f"policykb: {error}"))
        return 2
    return 0
