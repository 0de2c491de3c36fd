"""``policykb init``: a base of one's own, with an example of each kind of record."""

import argparse
import re
import shlex
import sys
from pathlib import Path
from shutil import which

from policykb.check.reading import LoadError
from policykb.check.report.text import in_line, visible
from policykb.edit import start
from policykb.edit.start import Answers
from policykb.values.base import BadValue
from policykb.values.language import LANGUAGE

EPILOG = """\
On a terminal, what is not given is asked for. The folder must be empty; an environment in .venv and
a fresh clone of an empty repository do no harm. Nothing is fetched, no file is written over.

  policykb init harbor --title "Harbor policy" --field "shore power in ports"
  policykb init . --repository OWNER/NAME
"""
OPTIONS = {
    "title": ("TEXT", "the base's name, shown on the site", "the folder's name"),
    "field": (
        "TEXT",
        "what its records tell of, such as “shore power in ports”",
        "public policy",
    ),
    "language": ("TAG", "the language of its pages, such as en or ja", "en"),
    "publisher": ("TEXT", "who publishes it", "none"),
    "license": ("TEXT", "the license of the records' own words", "CC BY 4.0"),
    "repository": ("OWNER/NAME", "where it will stand on GitHub", "none"),
    "requirement": ("TEXT", "what its workflow gives pip to install", "policykb, this version"),
}
ASKED = ("title", "field", "language", "publisher", "repository")
_REPOSITORY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._-]+")
_ON_GITHUB = re.compile(r"^(?:https?://github\.com/|git@github\.com:)|(?:\.git)?/?$")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options. The folder takes the place of ``--root``."""
    parser.add_argument("root", type=Path, metavar="DIR", help="the new base's top folder")
    for name, (kind, said, default) in OPTIONS.items():
        parser.add_argument(f"--{name}", metavar=kind, help=f"{said} (default: {default})")


def run(args: argparse.Namespace) -> int:
    """0 when the base is written; 2, and nothing is written, where something is in its place."""
    folder: Path = args.root
    try:
        found = start.in_the_way(folder)
    except NotADirectoryError:
        raise LoadError(f"{folder} is a file; name a new folder or an empty one") from None
    if found:
        some = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
        raise LoadError(
            f"{folder} is not empty ({some}); name a new folder or an empty one; "
            "nothing was written"
        )
    answers = _answers(args)
    written = start.write(folder, answers)
    here = Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    where = "this folder" if shown == Path() else shown
    print(in_line(f"Wrote {len(written)} files in {where}."))
    if not start.has_pages(answers.language):
        print(in_line(f"Its pages are in English: there are none in {answers.language} yet."))
    _tell_next(shown)
    if not args.requirement:
        print(
            f"requirements.txt names {answers.requirement}. Where no package index has it, write "
            "there what pip can\ninstall instead, or begin with --requirement."
        )
    return 0


def _answers(args: argparse.Namespace) -> Answers:
    """The answers given or, on a terminal, asked for."""
    name = args.root.resolve().name
    defaults = vars(Answers(name if name and not _fault("title", name) else "policykb"))
    given = {name: _one_line(name, getattr(args, name) or "") for name in OPTIONS}
    if sys.stdin.isatty():
        for name in ASKED:
            given[name] = given[name] or _ask(name, defaults[name] or OPTIONS[name][2])
    return Answers(**{name: given[name] or defaults[name] for name in OPTIONS})


def _ask(name: str, default: str) -> str:
    while True:
        said = input(f"{name}: {OPTIONS[name][1]} [{default}]? ")
        try:
            return _one_line(name, said)
        except LoadError as error:
            print(visible(str(error)))


def _one_line(name: str, text: str) -> str:
    """An answer in one line, checked. Raises `LoadError`."""
    text = " ".join(text.split())
    fault = _fault(name, text) if text else ""
    if fault:
        raise LoadError(f"--{name}: {fault}; nothing was written")
    return _ON_GITHUB.sub("", text) if name == "repository" else text


def _fault(name: str, text: str) -> str:
    """What is wrong with an answer, and what to write instead; empty if it can be used."""
    if not text.isprintable():
        return "it holds a character that nobody sees; type it anew"
    if len(text) > 200:
        return "it is longer than 200 characters; say it shorter"
    if name == "repository" and not _REPOSITORY.fullmatch(_ON_GITHUB.sub("", text)):
        return f"“{text}” is no repository; write OWNER/NAME"
    if name == "language":
        try:
            LANGUAGE.parse(text)
        except BadValue as bad:
            return f"“{text}” cannot be used: {bad.reason}; write {bad.accepted}"
    return ""


def _command() -> str:
    """What starts policykb, also where its environment is not active."""
    found = which("python")
    if found and Path(found).parent == Path(sys.executable).parent:
        return "python -m policykb"
    return "policykb" if which("policykb") else f"{shlex.quote(sys.executable)} -m policykb"


def _tell_next(folder: Path) -> None:
    lines = ["", "Next:"]
    if folder != Path():
        name = f"./{folder}" if str(folder).startswith("-") else str(folder)
        lines.append(f"  cd {shlex.quote(name)}")
    command = _command()
    lines += [
        f"  {command} check     what is wrong, where, and how to fix it",
        f"  {command} serve     the site on this machine, built again after every change",
        "  README.md tells how it is published, and how the examples make room for your records.",
    ]
    print("\n".join(in_line(line) for line in lines))
