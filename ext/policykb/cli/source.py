"""``policykb source``: make sources of documents, and compare them with their originals."""

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from policykb.base.ground import real
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import in_line
from policykb.cli.find import known_source
from policykb.cli.plans import print_patch
from policykb.cli.progress import seconds, shown
from policykb.documents.add import Added, plan, undescribed
from policykb.documents.extracted import Refused, Wish
from policykb.documents.verify import Verdict, verify
from policykb.edit.patch import patch
from policykb.edit.store import create
from policykb.model import SOURCE, TYPES
from policykb.text.characters import first_control
from policykb.text.counted import counted, word_count
from policykb.values.base import BadValue

EPILOG = """\
PDF, Word (.docx), HTML, text and messages (.eml). The text goes to the folder of sources, with the
original beside it and a record that pins both. Nothing is fetched. Without FILE, all documents
there that no record describes are taken.

  policykb source add report.pdf --url https://ports.example/report.pdf --dry-run
  policykb source verify                 is every text still that of its original?
  policykb source verify SRC_X --repin   propose the nearest passages for lost quotations
"""
FIELDS = (
    "title", "id", "headline", "author", "publisher", "published", "not_before", "url", "accessed",
    "archived", "language", "rights", "nature",
)  # fmt: skip
"""Fields that can be given; the others follow from the file."""
ONE = ("title", "id", "headline", "url", "archived")
"""Fields that no two documents share."""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    kinds = parser.add_subparsers(dest="doing", metavar="add|verify", required=True)
    adding = kinds.add_parser("add", help="take the text of documents and write their records")
    adding.add_argument("files", nargs="*", type=Path, metavar="FILE", help="the documents")
    adding.add_argument(
        "--dry-run", action="store_true", help="write nothing, and show the change as a patch"
    )
    adding.add_argument(
        "--keep-heads", action="store_true", help="keep lines that recur on every page"
    )
    adding.add_argument(
        "--whole", action="store_true", help="take all text of a web page, menus and all"
    )
    for name in FIELDS:
        said = TYPES[SOURCE].specs[name].description.replace("%", "%%")
        adding.add_argument(f"--{name.replace('_', '-')}", metavar="TEXT", help=said)
    checking = kinds.add_parser("verify", help="take the texts again and compare them")
    checking.add_argument("ids", nargs="*", metavar="SRC", help="only these sources")
    checking.add_argument(
        "--repin",
        action="store_true",
        help="propose the nearest passage for each quotation that is lost",
    )
    for one in (adding, checking):
        one.add_argument(
            "--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS
        )


def run(args: argparse.Namespace) -> int:
    """0 where all is well, 1 where a document is refused or differs."""
    base = engine.load(args.root)
    return _add(base, args) if args.doing == "add" else _verify(base, args)


def _add(base: Context, args: argparse.Namespace) -> int:
    files = args.files or list(undescribed(base))
    given = _given(base, args, len(files))
    code = 0
    for file in files:
        try:
            with seconds(in_line(str(file))) as stop:
                wish, ask = Wish(args.keep_heads, args.whole), partial(_language, stop)
                made = plan(base, file, given, wish, ask)
        except Refused as refused:
            print(in_line(f"{file}: not taken: {refused}"), file=sys.stderr)
            code = 1
            continue
        _tell(file, made)
        if args.dry_run:
            print_patch(_patch(made))
        else:
            base = _write(base, made)
    if not files:
        print("no document in the folder of sources is without a record", file=sys.stderr)
    return code


def _language(stop: Callable[[], None], file: Path) -> str:
    """The language of a document, asked on a terminal once the line is free; empty elsewhere and
    for an empty answer."""
    stop()
    while sys.stdin.isatty():
        said = f"{file}: its words do not tell its language; its tag, such as en or ja: "
        print(in_line(said), end="", file=sys.stderr, flush=True)
        tag = sys.stdin.readline().strip()
        try:
            TYPES[SOURCE].specs["language"].read(tag)
        except BadValue as bad:
            print(in_line(f"“{tag}” cannot be used: {bad.reason}"), file=sys.stderr)
            continue
        return tag
    return ""


def _given(base: Context, args: argparse.Namespace, count: int) -> dict[str, str]:
    """Texts by field, each read by its type. Raises `LoadError`."""
    given = {name: " ".join((getattr(args, name) or "").split()) for name in FIELDS}
    for name, text in given.items():
        if text and count > 1 and name in ONE:
            raise engine.LoadError(f"--{name} is for one document, and there are {count}")
        if found := first_control(text):
            raise engine.LoadError(f"--{name}: it has a control character ({found})")
        try:
            TYPES[SOURCE].specs[name].read(text)
        except BadValue as bad:
            hint = f"did you mean {bad.suggestion}?" if bad.suggestion else f"write {bad.accepted}"
            said = f"--{name}: “{text}” cannot be used: {bad.reason}; {hint}"
            raise engine.LoadError(said) from None
    if given["id"] in base.by_id:
        raise engine.LoadError(f"--id: {given['id']} is the id of another record")
    if given["url"] and not given["accessed"]:
        given["accessed"] = base.today.isoformat()
    return {name: text for name, text in given.items() if text}


def _tell(file: Path, made: Added) -> None:
    """Tell what was taken, and what a person should look at; on standard error, beside a patch."""
    taken = made.taken
    pages = f"{counted(taken.pages, 'page')}, " if taken.pages else ""
    lines = [
        f"{file}: {pages}{counted(word_count(taken.text), 'word')}, {taken.extractor}",
        f"  {made.ident}, language {taken.language or 'not sure: give it with --language'}",
        f"  headline: {taken.headline or 'none found'}",
    ]
    lines += [f"  left out on the pages: {line}" for line in dict.fromkeys(taken.left_out)]
    lines += [f"  read otherwise by pypdf (indeterminate): {line}" for line in taken.doubtful]
    lines += [f"  {note}" for note in taken.notes]
    for line in lines:
        print(in_line(line), file=sys.stderr)


def _patch(made: Added) -> Iterator[str]:
    """The new text files as a patch; the original is no text."""
    for path, data in sorted(made.files.items()):
        if path in (made.text_path, made.record_path):
            yield from patch("", data.decode("utf-8"), "/dev/null", f"b/{path}")


def _write(base: Context, made: Added) -> Context:
    for path, data in made.files.items():
        create(real(base.root, path), data)
        print(in_line(f"Wrote {path}"))
    return engine.load(base.root)


def _verify(base: Context, args: argparse.Namespace) -> int:
    ids = [known_source(base, name) for name in args.ids]
    failed = 0
    entries = [
        one
        for one in base.entries
        if one.is_source and (one.id in ids if ids else one.text("original") or args.repin)
    ]
    for entry in shown(entries, "source"):
        try:
            found = verify(base, entry)
        except (Refused, OSError) as refused:
            failed += 1
            print(in_line(f"{entry.id}: {entry.text('original')}: not read: {refused}"))
            continue
        failed += bool(found.text or found.lost)
        for line in _said(found, repin=args.repin):
            print(in_line(line))
    print(f"{counted(len(entries), 'source')} compared, {failed} to look at")
    return 1 if failed else 0


def _said(found: Verdict, *, repin: bool) -> Iterator[str]:
    entry = found.entry
    if found.text:
        why = f"{found.entry.text('extractor') or 'another program'} took it before"
        other = f" ({why})" if found.is_other_reader else ""
        yield f"{entry.id}: {entry.text('file')} is not the text of its original{other}"
    for one, passage in found.lost:
        line, col = one.entry.page.position(one.raw.at)
        where = f"{one.entry.page.path}:{line}:{col}: {one.entry.name}"
        yield f"{where}: “{' '.join(one.raw.quote.split())}” no longer stands in {entry.id}"
        if repin:
            yield f"    nearest: “{passage}”" if passage else "    no passage is surely meant"
    if found.taken:
        for doubt in found.taken.doubtful:
            yield f"{entry.id}: read otherwise by pypdf (indeterminate): {doubt}"
    for one in found.doubtful:
        yield f"{entry.id}: {one.entry.name} quotes what both read otherwise"
