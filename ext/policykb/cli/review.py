"""``policykb review``: list how the sources show each fact, and the facts that a person has to
read."""

from __future__ import annotations

import argparse
import json
import sys

from policykb.check import engine
from policykb.evidence.review import listing, text

FORMATS = ("text", "json")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these records")
    parser.add_argument("--list", action="store_true", help="list every fact with its grade")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the list")


def run(args: argparse.Namespace) -> int:
    """Exit code 0: a fact to read is not a finding."""
    base = engine.load(args.root)
    for ident in args.ids:
        if ident not in base.by_id:
            near = base.nearest(ident)
            hint = f"; did you mean {near.id}?" if near else ""
            raise engine.LoadError(f"there is no record {ident}{hint}")
    found = listing(base.evidence, args.ids)
    if args.format == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(text(found, everything=args.list))
    return 0
