"""``policykb delete``: take a record away."""

import argparse
import sys

from policykb.check.context import Context
from policykb.cli import plans
from policykb.cli.impact import use_line
from policykb.edit.reshape.delete import Rests, delete
from policykb.edit.reshape.plan import Plan

EPILOG = """\
While something rests on the record, that is listed and nothing is done. With --gap, links to it
become gaps with the reason given, and mentions become its name. What is quoted from a source has to
be quoted from another first. A page that git does not have as it is, is deleted only with --anyway.

  policykb delete EVT_SEA_TRIAL
  policykb delete ORG_VESTA --gap "the report was withdrawn" --diff
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("id", metavar="ID", help="the record")
    parser.add_argument(
        "--gap", default="", metavar="WHY", help="turn links to it into gaps with this reason"
    )
    plans.options(parser)


def run(args: argparse.Namespace) -> int:
    """0 where it is done, 2 while something rests on the record or git does not have its page."""
    return plans.carry_out(args, lambda base: _deleted(base, args))


def _deleted(base: Context, args: argparse.Namespace) -> Plan:
    try:
        return delete(base, args.id, " ".join(args.gap.split()))
    except Rests as error:
        print("".join(map(use_line, error.uses)), end="", file=sys.stderr)
        raise
