"""``policykb mcp``: let an assistant look up, draft and check records (Model Context Protocol)."""

import argparse

from policykb.check import engine

EPILOG = """\
It answers on standard input and output; an assistant's program starts it. Nothing is fetched, and
nothing is written without --write. It needs the extra: pip install "policykb[mcp]".
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "--write", action="store_true", help="offer a tool that writes new pages without findings"
    )


def run(args: argparse.Namespace) -> int:
    """0 once the other side has ended."""
    try:
        from policykb.mcp.server import serve
    except ModuleNotFoundError as error:
        raise engine.LoadError(
            f"{error.name} is not installed; policykb mcp needs: pip install 'policykb[mcp]'"
        ) from None
    engine.load(args.root)
    serve(args.root, write=args.write)
    return 0
