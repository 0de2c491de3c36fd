"""``policykb check``: the whole base is read, findings within PATH are reported."""

import argparse
import datetime
import gc
import sys
from importlib import import_module
from pathlib import Path

from policykb.base.ground import is_page
from policykb.base.settings import Settings, SettingsError, file_of
from policykb.base.settings import load as load_settings
from policykb.check import color, engine, second_process, within
from policykb.check.context import Context
from policykb.check.reading import collector_paused
from policykb.check.report import formats

STDIN = Path("-")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="report only these; - reads one page from standard input (see --stdin-filename)",
    )
    parser.add_argument(
        "--stdin-filename",
        type=Path,
        metavar="PATH",
        help="the page whose text standard input has, saved or not; for editors",
    )
    parser.add_argument("--format", choices=formats(), default="text", help="how to print findings")
    parser.add_argument(
        "--statistics",
        action="store_const",
        const="statistics",
        dest="format",
        help="count the findings of each rule instead of printing them",
    )
    parser.add_argument(
        "--select", action="append", metavar="CODES", help="report only these rules"
    )
    parser.add_argument("--ignore", action="append", metavar="CODES", help="leave these rules out")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only; no fact is graded")
    parser.add_argument("--notes", action="store_true", help="print notes as well")
    parser.add_argument(
        "--color",
        choices=color.CHOICES,
        default="auto",
        help="whether to color (default: on a terminal; NO_COLOR and FORCE_COLOR change that)",
    )
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 even where findings remain"
    )
    parser.add_argument("--today", type=day, metavar="DATE", help="the day to count from")
    parser.add_argument("--watch", action="store_true", help="check again after every change")
    parser.add_argument(
        "--update-baseline",
        action="store_true",
        help="take what is fixed out of the baseline, or write it where there is none yet",
    )


def day(text: str) -> datetime.date:
    """A calendar day, for ``--today``."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write YYYY-MM-DD") from None


def run(args: argparse.Namespace) -> int:
    """0 clean, 1 an error or warning remains."""
    color.CHOICE.set(args.color)
    settings = _settings(args)
    if args.watch:
        from policykb.check.watch import watch

        return watch(args.root, lambda: _settings(args), args.today, args.paths)
    with collector_paused():
        code = _once(args, settings)
        gc.freeze()  # Everything is kept until the end, so that nothing need look through it.
    return code


def _settings(args: argparse.Namespace) -> Settings:
    """The settings, with the choice of rules that the command line gives."""
    settings = load_settings(args.root)
    if args.select:
        settings.select = codes(args.select) or [""]
    settings.ignore += codes(args.ignore)
    return settings


def _once(args: argparse.Namespace, settings: Settings) -> int:
    base = engine.load(args.root, settings, args.today)
    if STDIN in args.paths or args.stdin_filename:
        base, args.paths = _from_stdin(base, args), [args.stdin_filename]
    else:
        within.refuse_nothing(base, args.paths)
    if not args.quiet and second_process.worth_it(base):
        report = second_process.run(base)
    else:
        report = engine.run(base, errors_only=args.quiet, keep=False)
    if args.update_baseline:
        if not settings.baseline:
            raise SettingsError(
                f"{file_of(args.root)}: there is no baseline; name its file in the settings: "
                'baseline = "known.txt"'
            )
        from policykb.check.suppress import update_baseline

        count = update_baseline(base, report.diagnostics)
        print(f"{settings.baseline}: {count} known findings")
        return 0
    if args.paths:
        report.diagnostics = within.only_paths(
            report.diagnostics, args.root, args.paths, missing_ok=args.stdin_filename is not None
        )
    form = import_module(f"policykb.check.report.{args.format}")
    if getattr(form, "FOR_PEOPLE", False) and not args.notes:
        report.hide_notes()
    sys.stdout.write(form.render(report, base))
    return 1 if report.failed and not args.exit_zero else 0


def _from_stdin(base: Context, args: argparse.Namespace) -> Context:
    """The base with the text of standard input for one of its pages, or for a new one."""
    if args.paths != [STDIN] or not args.stdin_filename:
        raise engine.LoadError(
            "to check what an editor has: policykb check - --stdin-filename PATH, the text on "
            "standard input"
        )
    (path,) = within.inside(args.root, [args.stdin_filename], missing_ok=True)
    if not is_page(path, base.settings):
        raise engine.LoadError(f"{args.stdin_filename} is no page of “{base.settings.docs}”")
    return engine.with_text(base, path, sys.stdin.buffer.read())


def codes(given: list[str] | None) -> list[str]:
    """Rule codes from repeated, comma-separated options."""
    return [
        code.strip().upper() for item in given or () for code in item.split(",") if code.strip()
    ]
