"""``policykb review``: read passage by passage what a machine cannot judge, or list the grades."""

import argparse
import datetime
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import in_line, visible
from policykb.check.rules.evidence.fact_to_read import SAYS
from policykb.cli.check import day
from policykb.cli.diff import state
from policykb.cli.find import known_source
from policykb.cli.progress import shown
from policykb.compare.compare import compare
from policykb.edit.review.doubts import Doubt, read
from policykb.edit.review.passages import waiting
from policykb.edit.review.session import Talk, session
from policykb.evidence.review import graded, listing, text
from policykb.model import TYPES
from policykb.text.counted import counted
from policykb.values.base import BadValue
from policykb.values.review import REVIEW, VERSION

FORMATS = ("text", "json")
EPILOG = """\
Each passage is shown in its paragraph, with the facts that rest on it and what else of their kind
stands there. A record whose every passage you answer with y is stamped with the day and a key of
what it says; when that changes, the stamp no longer holds. Nothing else is written, and nothing is
committed.

  policykb review                        what nobody has read, most doubtful first
  policykb review --since main           only what a branch changes
  policykb review --list --format json   every fact with its grade, for other programs
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these records")
    parser.add_argument("--list", action="store_true", help="list every fact with its grade")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the list")
    parser.add_argument("--type", choices=list(TYPES), help="only records of this type")
    parser.add_argument("--source", metavar="SRC", help="only records that quote this source")
    parser.add_argument(
        "--since", metavar="REV", help="only records that changed since a git revision"
    )
    parser.add_argument(
        "--doubts",
        metavar="FILE",
        help="doubts of another reader in JSON, shown first; - for standard input with --list",
    )
    parser.add_argument(
        "--initials", type=_initials, default="", metavar="AB", help="who reads, for the stamp"
    )
    parser.add_argument("--today", type=day, metavar="DATE", help="the day of the stamp")


def run(args: argparse.Namespace) -> int:
    """Exit code 0: a fact to read is not a finding."""
    base = engine.load(args.root)
    doubts = _doubts(args, base)
    ids = _chosen(args, base)
    if args.list or args.format == "json":
        return _list(args, base, ids, doubts)
    if not ids:
        print("no record is of that kind")
        return 0
    queue = [entry.id for entry in waiting(base, ids, doubts, _shown)]
    if not queue:
        print("every record was read as it stands")
        return 0
    return _talk(args, queue, doubts)


def _shown(entries: list[Entry]) -> Iterator[Entry]:
    """The same records, telling how many are done: grading many takes a while."""
    return shown(entries, "record")


def _list(args: argparse.Namespace, base: Context, ids: list[str], doubts: list[Doubt]) -> int:
    limited = bool(args.ids or args.type or args.source or args.since)
    wanted = ids if limited else None
    if args.format != "json":
        found = graded(base.evidence, wanted, _shown)
        sys.stdout.write(visible(text(found, everything=args.list)))
        keys = {key for one in found for key in one.why}
        sys.stdout.writelines(f"{key}: {said}\n" for key, (said, _) in SAYS.items() if key in keys)
        return 0
    told = listing(base.evidence, wanted, _shown)
    for one in told["facts"] if doubts else ():
        mine = [each for each in doubts if each.record == one["record"]]
        mine = [each for each in mine if each.field in ("", one["field"])]
        if why := [each.why for each in mine if each.value in ("", one["value"])]:
            one["doubts"] = why
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0


def _talk(args: argparse.Namespace, queue: list[str], doubts: list[Doubt]) -> int:
    talk = Talk(
        args.root, input, lambda line: print(in_line(line)), _open_editor,
        args.today or datetime.datetime.now(datetime.UTC).date(), args.initials, doubts,
    )  # fmt: skip
    print(f"{counted(len(queue), 'record')} to read")
    session(talk, queue)
    print(f"{len(talk.stamped)} stamped, {len(talk.refused)} found wrong")
    for ident in talk.refused:
        print(in_line(f"  {ident}: correct it, then policykb review {ident}"))
    return 0


def _initials(text: str) -> str:
    """Initials as a stamp can have them. Raises `ArgumentTypeError`."""
    try:
        REVIEW.parse(f"2000-01-01 {VERSION}.aaaaaa {text}".rstrip(" "))
    except BadValue:
        raise argparse.ArgumentTypeError("write a letter and up to 15 more, such as AB") from None
    return text


def _open_editor(path: Path, line: int) -> None:
    """The page in $VISUAL or $EDITOR, at a line where the editor understands that."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(command)
    except ValueError:  # a quotation mark that nothing closes
        words = [command]
    place = [] if words and Path(words[0]).stem in ("notepad", "code") else [f"+{line}"]
    try:
        subprocess.run([*words, *place, str(path)], check=False)
    except OSError as error:
        print(in_line(f"{words[0]}: {error.strerror}; set EDITOR, or edit {path}:{line} yourself"))


def _doubts(args: argparse.Namespace, base: Context) -> list[Doubt]:
    if not args.doubts:
        return []
    if args.doubts == "-" and not args.list:
        raise engine.LoadError("your answers come from standard input: give --doubts a file")
    try:
        data = sys.stdin.read() if args.doubts == "-" else Path(args.doubts).read_text("utf-8")
    except UnicodeDecodeError:
        raise engine.LoadError(f"{args.doubts} is not UTF-8") from None
    return read(data, base)


def _chosen(args: argparse.Namespace, base: Context) -> list[str]:
    """The ids of the records that the options choose, in the order of pages."""
    for ident in args.ids:
        engine.record(base, ident)
    wanted = set(args.ids) or set(base.by_id)
    if args.source:
        source = known_source(base, args.source)
        wanted &= {one.entry.id for one in base.evidence.quoting(source)}
    if args.since:
        wanted &= _changed(args, base)
    return [
        entry.id for entry in base.entries if entry.id in wanted and args.type in (None, entry.type)
    ]


def _changed(args: argparse.Namespace, base: Context) -> set[str]:
    with ExitStack() as folders:
        before, _ = state(args.root, args.since, None, folders)
    return {one.id for one in compare(before, base).records if one.change != "removed"}
