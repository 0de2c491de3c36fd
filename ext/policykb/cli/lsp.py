"""``policykb lsp``: findings, completion and fixes in an editor (Language Server Protocol)."""

import argparse

from policykb.check import engine

EPILOG = """\
An editor starts it and speaks with it on standard input and output.
It needs the extra: pip install "policykb[lsp]".
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--stdio", action="store_true", help="what editors add; it is always so")


def run(args: argparse.Namespace) -> int:
    """0 once the editor has ended it."""
    try:
        from policykb.lsp.start import serve
    except ModuleNotFoundError as error:
        raise engine.LoadError(
            f"{error.name} is not installed; policykb lsp needs: pip install 'policykb[lsp]'"
        ) from None
    serve()
    return 0
