"""The command line: finds the command, turns what goes wrong into one plain line."""

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, cast

from policykb.check.report.text import Plain, in_line
from policykb.cli.words import Unknown, refused, type_first

COMMANDS = {
    "init": "begin a base of your own, with an example of each kind of record",
    "check": "check the whole base and report what is wrong, with its place and its fix",
    "new": "write the page of a new record, with its fields explained",
    "source": "make sources of documents, and compare them with their originals",
    "find": "find records by any name, and passages of sources ready to quote",
    "fix": "apply the fixes that the findings propose",
    "review": "list what the sources show of each fact, and what a person has to read",
    "rename": "give a record another id, wherever the old one stands",
    "merge": "make one record of two that mean the same",
    "delete": "take a record away, or list what rests on it",
    "impact": "list what rests on a record or a source",
    "rules": "list all rules, with what each finds",
    "explain": "tell of a rule, a setting, or a record and where its sources say what it states",
    "diff": "tell what changed since a git revision, in terms of the records",
    "build": "check, then build the site",
    "serve": "look at the site on this machine, built again after every change",
    "export": "write all records in one file, for other programs",
    "lsp": "show findings, completion and fixes in an editor (Language Server Protocol)",
    "mcp": "let an assistant look up, draft and check records (Model Context Protocol)",
    "schema": "write the JSON Schemas of the record types, or check that they are current",
}
"""Command names with their one-line help, in the order shown."""

OF_TYPES = ("new", "find", "schema")
"""Commands that name the types of records before they read a base."""

EPILOG = """\
from an idea to a sound record:
  policykb find "harbour fund"           is it there already? which passages speak of it?
  policykb new program --title "…"       write its page; what is required is asked for
  policykb check                         what is wrong, where, and how to fix it
  policykb fix --diff                    see the fixes that need no thought; fix applies them
  policykb diff main                     what your change means, and whether it blocks

policykb COMMAND --help tells more of a command, policykb explain CODE more of a finding.
Tab completion: eval "$(policykb --completion bash)", likewise zsh and fish.

exit codes: 0 clean; 1 an error or warning remains (notes never fail);
2 policykb or its configuration failed.
"""


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser; with ``only``, the other commands are named but not loaded."""
    top = argparse.ArgumentParser(
        prog="policykb",
        description="A type checker for policy knowledge: typed records, checked relations, and "
        "a quotation for every fact.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    top.add_argument(
        "--completion", choices=("bash", "zsh", "fish"), help="print what makes a shell complete"
    )
    # With its own “prog”, argparse need not lay out the usage, for which it loads half the library.
    commands = top.add_subparsers(dest="command", metavar="COMMAND", prog="policykb")
    for name, help_text in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=help_text,
            description=f"{help_text[0].upper()}{help_text[1:]}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name != "init":  # It names the folder itself.
            sub.add_argument(
                "--root", type=Path, default=None, metavar="DIR", help="the base's top folder"
            )
        if only in (None, name):
            module = import_module(f"policykb.cli.{name}")
            sub.epilog = getattr(module, "EPILOG", None)
            module.add(sub)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        _write_anything(stream)
    errors = sys.stderr
    sys.stderr = cast("TextIO", Plain(errors))
    try:
        return _run(argv)
    finally:
        sys.stderr = errors


def _run(argv: list[str]) -> int:
    only = next((word for word in argv if word in COMMANDS), None)
    if argv[:1] == ["--complete"]:
        return _complete(argv[1:], only)
    if only in OF_TYPES and not _knows_types(argv):
        return 2
    top = parser(only or "")
    if argv and not argv[0].startswith("-") and argv[0] not in COMMANDS:
        _refuse(top, argv[0])
    try:
        args = _parsed(top, argv)
    except Unknown as error:
        print(in_line(f"policykb: {error}"), file=sys.stderr)
        return 2
    if args.version:
        from policykb.version import __version__

        print(f"policykb {__version__}")
        return 0
    if args.completion:
        from policykb.cli.completion import SCRIPTS

        print(SCRIPTS[args.completion], end="")
        return 0
    if args.command is None:
        top.print_help()
        return 2
    return _command(args)


def _parsed(top: argparse.ArgumentParser, argv: list[str]) -> argparse.Namespace:
    """What the words ask for. Raises `Unknown`."""
    args, unknown = top.parse_known_args(type_first(argv) if argv[:1] == ["new"] else argv)
    if unknown:
        raise Unknown(refused(top, args, unknown))
    return args


def _refuse(top: argparse.ArgumentParser, word: str) -> None:
    from policykb.text.similar import nearest_word

    near = nearest_word(word, list(COMMANDS))
    hint = f"did you mean {near}?" if near else f"commands are {', '.join(COMMANDS)}"
    top.error(in_line(f"there is no command “{word}”; {hint}"))


def _command(args: argparse.Namespace) -> int:
    """Run the command that is asked for; tell in plain words what keeps it from its work."""
    from policykb.base.root import find_root
    from policykb.base.settings import SettingsError
    from policykb.check.engine import ForeignCrash, LoadError

    try:
        args.root = find_root(args.root)
        code: int = import_module(f"policykb.cli.{args.command}").run(args)
        if not sys.stdout.closed:
            sys.stdout.flush()
        return code
    except (LoadError, SettingsError, ForeignCrash) as error:
        if isinstance(error, ForeignCrash) and os.environ.get("POLICYKB_TRACEBACK"):
            raise
        # What others' rules fail with is told in two lines, all else in one a fault.
        lines = map(in_line, map(str, error.args))
        said = str(error) if isinstance(error, ForeignCrash) else "\n".join(lines)
        print(f"policykb: {said}", file=sys.stderr)
    except BrokenPipeError:
        _drop_output()
    except KeyboardInterrupt:
        print("policykb: stopped", file=sys.stderr)
        return 130
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(in_line(f"policykb: {where}{error.strerror or error}"), file=sys.stderr)
    except Exception as error:
        if os.environ.get("POLICYKB_TRACEBACK"):
            raise
        print(
            f"policykb: a fault in policykb itself: {type(error).__name__}: {error}\n"
            "  this is no fault of your pages; run again with POLICYKB_TRACEBACK=1 and report it",
            file=sys.stderr,
        )
    return 2


def _knows_types(words: list[str]) -> bool:
    """Take up the types of the base that a command is about; tells where they cannot be read."""
    from policykb.base.root import find_root
    from policykb.base.settings import SettingsError, load
    from policykb.model import use

    try:
        use(load(find_root(_given_root(words))).model)
    except SettingsError as error:
        print(f"policykb: {error}", file=sys.stderr)
        return False
    return True


def _given_root(words: list[str]) -> Path | None:
    """The folder after ``--root``, before the words are parsed."""
    given = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    given.add_argument("--root", type=Path, nargs="?")
    root: Path | None = given.parse_known_args(words)[0].root
    return root


def _complete(words: list[str], only: str | None) -> int:
    from policykb.cli.completion import candidates

    if only in OF_TYPES:
        _knows_types(words)
    try:
        print("\n".join(candidates(words, parser(only or ""))), flush=True)
    except BrokenPipeError:
        _drop_output()
    return 0


def _drop_output() -> None:
    """Nobody reads on: what is left in the buffer must not be written when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_anything(stream: TextIO) -> None:
    """Let a stream take every character: UTF-8 and plain line ends in files and pipes, whatever
    the machine's habit, and on a terminal an escape for what it cannot show."""
    if not isinstance(stream, TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")
