"""``policykb serve``: look at the site on this machine while editing."""

from __future__ import annotations

import argparse
from pathlib import Path

from policykb.check.report.text import visible


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="port on this machine (default: 8000)"
    )
    parser.add_argument(
        "--once", action="store_true", help="build once, without watching for changes"
    )


def run(args: argparse.Namespace) -> int:
    """Runs until stopped; 2 where the site cannot be built or the port is taken."""
    from policykb.sphinx_ext import run as build
    from policykb.sphinx_ext.build import preview

    try:
        preview.serve(Path(args.root), args.port, watch=not args.once)
    except build.BuildFailed as error:
        print(visible(f"policykb: {error}"))
        return 2
    return 0
