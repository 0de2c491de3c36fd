"""``policykb schema``: write the files generated from the model, or check that they are current."""

import argparse
import sys

from policykb.base.ground import real
from policykb.base.settings import load as load_settings
from policykb.cli import reference
from policykb.edit.store import replace
from policykb.export import schema


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where a file differs"
    )


def run(args: argparse.Namespace) -> int:
    """0 when every file is as the model has it, 1 with ``--check`` where one is not."""
    stale = 0
    settings = load_settings(args.root)
    wanted = schema.documents(args.root, settings) | reference.documents(args.root, settings)
    for path in sorted({*(args.root / schema.FOLDER).glob("*.json")} - set(wanted)):
        stale += 1
        print(f"{schema.FOLDER}/{path.name}: belongs to no type; remove it", file=sys.stderr)
    for path, text in sorted(wanted.items()):
        name = path.relative_to(args.root).as_posix()
        data = text.encode("utf-8")
        if path.is_file() and path.read_bytes() == data:
            continue
        stale += 1
        if args.check:
            fault = "differs from the model" if path.is_file() else "is missing"
            print(f"{name}: {fault}; run: policykb schema", file=sys.stderr)
            continue
        real(args.root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data)
        print(f"{name}: written")
    return 1 if args.check and stale else 0
