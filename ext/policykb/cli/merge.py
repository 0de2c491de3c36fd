"""``policykb merge``: make one record of two that mean the same."""

import argparse
import sys

from policykb.check.context import Context
from policykb.check.report.text import visible
from policykb.cli import plans
from policykb.cli.explain import record
from policykb.edit.reshape.merge import merge
from policykb.edit.reshape.plan import Plan

EPILOG = """\
The record kept gets the names of the other, the fields that it has not, its quotations and its
words. Where they differ, its value stays and the other is told. The other's id becomes a former
one. Read the text afterwards: the words of both stand one behind the other.

  policykb merge ORG_VESTA ORG_VESTA_LINES --diff
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("keep", metavar="KEEP", help="the record that stays")
    parser.add_argument("gone", metavar="GONE", help="the record that becomes part of it")
    plans.options(parser)


def run(args: argparse.Namespace) -> int:
    """0 where it is done; both records are shown first."""
    return plans.carry_out(args, lambda base: _merged(base, args))


def _merged(base: Context, args: argparse.Namespace) -> Plan:
    plan = merge(base, args.keep, args.gone)
    for ident in (args.keep, args.gone):
        text = visible("\n".join(record(base, base.by_id[ident])))
        print(f"{text}\n", file=sys.stderr if args.diff else sys.stdout)
    return plan
