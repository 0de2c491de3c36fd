"""``policykb find``: records by any name, passages of sources ready to quote."""

import argparse

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import visible
from policykb.edit.find.passages import find_passages
from policykb.edit.find.records import find_records
from policykb.evidence.document.page_breaks import page_words
from policykb.markdown.new_page import evidence
from policykb.model import SOURCE, TYPES

EPILOG = """\
Names may be mistyped or partial. A passage comes as an evidence block to paste into a record; put
the fields it shows in place of “text”.

  policykb find Alfresa
  policykb find "subsidy accepted" --from SRC_BIOSIMILAR_JV
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("text", nargs="+", metavar="TEXT", help="a name, or words of a source")
    parser.add_argument(
        "--type", action="append", choices=list(TYPES), default=[], help="only records of this type"
    )
    parser.add_argument(
        "--from",
        action="append",
        default=[],
        dest="sources",
        metavar="SRC",
        help="only passages of this source",
    )
    parser.add_argument(
        "--limit", type=int, default=5, metavar="N", help="passages to show (5 by default)"
    )


def run(args: argparse.Namespace) -> int:
    """Always 0: finding nothing is an answer."""
    base = engine.load(args.root)
    text = " ".join(args.text)
    records = [] if args.sources else find_records(base, text, tuple(args.type))
    sources = [known_source(base, name) for name in args.sources]
    passages = [] if args.type else find_passages(base, text, sources, args.limit)
    found = ["".join(_record(entry, said) for entry, said in records)] if records else []
    for passage in passages:
        block = evidence(passage.source.id, passage.quote, ("text",))
        pages = page_words(passage.pages)
        where = f"{pages}, " if pages else ""
        lacks = " and ".join(f"“{word}”" for word in passage.missing)
        where += f"paragraph {passage.paragraph}{f', without {lacks}' if lacks else ''}"
        found.append(f"{passage.source.id}, {where}:\n\n{block}")
    print(visible("\n".join(found) or f"Nothing found for “{text}”.\n"), end="")
    return 0


def _record(entry: Entry, said: str) -> str:
    also = "" if said == entry.title or said in entry.id else f", also “{said}”"
    where = f"{entry.page.path}:{entry.raw.line}"
    return f"{entry.id}  {entry.title}{also} ({entry.model.label.lower()})  {where}\n"


def known_source(base: Context, name: str) -> str:
    """The id of a source given by id or name. Raises `LoadError` if there is none."""
    found = base.by_id.get(name)
    named = [found] if found else base.by_name.get(name, [])
    source = next((entry for entry in named if entry.is_source), None)
    if source is not None:
        return source.id
    near = base.nearest(name, (SOURCE,))
    hint = f"; did you mean {near.id} (“{near.title}”)?" if near else ""
    raise engine.LoadError(f"there is no source {name}{hint}")
