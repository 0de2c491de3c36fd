"""``policykb rename``: give a record another id."""

import argparse

from policykb.cli import plans
from policykb.edit.reshape.rename import rename

EPILOG = """\
Links, evidence and prose follow. The old id becomes a former one, so that its address still leads
to the record. A page that is named for the id gets its new name.

  policykb rename ORG_VESTA ORG_VESTA_LINES --diff
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("old", metavar="OLD", help="the id that the record has")
    parser.add_argument("new", metavar="NEW", help="the id that it is to have")
    plans.options(parser)


def run(args: argparse.Namespace) -> int:
    """0 where it is done."""
    return plans.carry_out(args, lambda base: rename(base, args.old, args.new))
