"""``policykb impact``: what rests on a record or a source."""

import argparse
import json

from policykb.check import engine
from policykb.check.report.text import in_line
from policykb.edit.reshape.uses import Use, entry_of, uses

FORMATS = ("text", "json")
EPILOG = """\
Links from other records, mentions in prose, links to the page and, of a source, the quotations from
it. With --quote only the quotations from a source that have some words.

  policykb impact PRG_HEF
  policykb impact SRC_NOTICE --quote "has been open"
"""
_MOST = 100


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("id", metavar="ID", help="the record or source")
    parser.add_argument("--quote", metavar="WORDS", help="only quotations with these words")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the list")


def run(args: argparse.Namespace) -> int:
    """Always 0: that nothing rests on it is an answer."""
    base = engine.load(args.root)
    found = uses(base, entry_of(base, args.id))
    if args.quote:
        words = " ".join(args.quote.split()).casefold()
        found = [one for one in found if one.kind == "quotation" and words in one.words.casefold()]
    if args.format == "json":
        print(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1))
    else:
        print("".join(map(use_line, found)) or f"Nothing rests on {args.id}.\n", end="")
    return 0


def use_line(use: Use) -> str:
    """A use for a terminal."""
    what = " ".join(filter(None, (use.kind, use.record, use.field)))
    words = f": “{use.words[:_MOST]}”" if use.words and use.kind != "link" else ""
    return in_line(f"{use.path}:{use.line}: {what}{words}") + "\n"
