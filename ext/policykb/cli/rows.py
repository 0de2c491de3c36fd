"""A page for each row of a table: ``policykb new TYPE --rows FILE``."""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import in_line, visible
from policykb.cli.drafts import agreed, draft, given, left_to_do, said_alike, write
from policykb.evidence.review import graded, text
from policykb.model import TYPES
from policykb.text.counted import counted
from policykb.text.similar import nearest_word

_SIGNS = ",;\t"
"""What may stand between cells; in the first line none of them has another meaning."""


def run(args: argparse.Namespace) -> int:
    """0 where the pages are written or could be, or a person declines; 1 where nobody was asked and
    something stands in their way."""
    base, pages = _drafted(engine.load(args.root), args)
    left = _show(base, pages)
    many = counted(len(pages), "page")
    if args.yes or (sys.stdin.isatty() and agreed(f"Write {many}?")):
        write(args.root, base.settings.docs, pages)
        print(f"Wrote {many}.")
    else:
        print(f"Nothing was written; --yes writes {many}.")
        return 1 if left and not sys.stdin.isatty() else 0
    return 0


def _drafted(base: Context, args: argparse.Namespace) -> tuple[Context, dict[str, str]]:
    """The base with a page for each row, and those pages by path: a row may name one before it."""
    pages: dict[str, str] = {}
    for number, row in _rows(args):
        try:
            path, page = draft(base, args, {**given(args), **row}, asks=False)
        except engine.LoadError as error:
            raise engine.LoadError(f"row {number}: {error}") from None
        if (args.root / path).exists():
            raise engine.LoadError(f"row {number}: {path} exists already; nothing was written")
        pages[path] = page
        base = engine.with_text(base, path, page)
    if not pages:
        raise engine.LoadError("the table has no rows")
    return base, pages


def _rows(args: argparse.Namespace) -> Iterator[tuple[int, dict[str, str]]]:
    """The cells of each row by field, with the line it ends on."""
    lines = _read(args.rows).splitlines(keepends=True)
    sign = max(_SIGNS, key=lambda one: lines[0].count(one)) if lines else ","
    reader = csv.DictReader(lines, delimiter=sign, strict=True)
    try:
        names = _fields(args.type, reader.fieldnames or ())
        for row in reader:
            if None in row:
                raise engine.LoadError(f"row {reader.line_num} has more cells than the first line")
            cells = (cell or "" for cell in row.values())
            filled = {name: cell for name, cell in zip(names, cells, strict=True) if cell.strip()}
            if filled:
                yield reader.line_num, filled
    except csv.Error as error:
        raise engine.LoadError(f"row {reader.line_num} cannot be read: {error}") from None


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise engine.LoadError(f"{file} is not UTF-8") from None


def _fields(kind: str, columns: Sequence[str]) -> list[str]:
    """The field of each column. Raises `LoadError`."""
    names = [_field(kind, name) for name in columns]
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise engine.LoadError(f"two columns are named for {twice}; keep one of them")
    return names


def _field(kind: str, name: str) -> str:
    """The field that a column is named for. Raises `LoadError`."""
    specs = TYPES[kind].specs
    found = "_".join(name.strip().lower().replace("-", "_").split())
    if found not in specs:
        near = nearest_word(found, sorted(specs))
        hint = f"did you mean {near}?" if near else f"fields are {', '.join(specs)}"
        raise engine.LoadError(f"column “{name}” is no field of {kind}; {hint}")
    return found


def _show(base: Context, pages: dict[str, str]) -> bool:
    """The grade of each fact, then what stands in the pages' way; whether anything does."""
    ids = [entry.id for path in pages for entry in base.entries_at.get(path, ())]
    sys.stdout.write(visible(text(graded(base.evidence, ids), everything=True)))
    for path in pages:
        said_alike(base, path)
    if found := left_to_do(base, engine.run(base), pages):
        print(f"\nStill to do there:\n\n{found}")
    for path in pages:
        print(in_line(f"New page: {path}"))
    return bool(found)
