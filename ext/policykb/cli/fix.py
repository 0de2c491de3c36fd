"""``policykb fix``: apply the fixes that findings propose."""

import argparse
import sys
from pathlib import Path

from policykb.base.ground import real
from policykb.base.settings import Settings
from policykb.base.settings import load as load_settings
from policykb.check import engine, within
from policykb.check.diagnostics import Diagnostic, Report, Severity
from policykb.check.report.text import in_line
from policykb.cli.check import codes, day
from policykb.cli.plans import print_patch
from policykb.edit.fix import Outcome, Wanted, fix
from policykb.edit.patch import patch
from policykb.edit.repin import repin
from policykb.edit.store import replace
from policykb.edit.temporary import sweep
from policykb.edit.upgrade import apply, plan
from policykb.text.counted import counted

EPILOG = """\
A fix is safe where only one is possible: one near id, field or word, a date in another spelling,
full-width punctuation. --unsafe adds those that a person should look at, such as a quotation set
right after its source. Nothing but the fixed words changes in a file, and a fix that would leave
its file with more errors is not applied, but named.

  policykb fix --diff            show what would change, and write nothing
  policykb fix                   apply the safe fixes
  policykb fix --unsafe docs/events/settlement.md
  policykb fix --repin SRC_X     the document of SRC_X was replaced on purpose
  policykb fix --upgrade         folders and settings get the names they have in this version
"""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="fix only these")
    parser.add_argument(
        "--unsafe", action="store_true", help="also apply fixes that a person should look at"
    )
    parser.add_argument(
        "--diff", action="store_true", help="show what would change, and write nothing"
    )
    parser.add_argument("--select", action="append", metavar="CODES", help="fix only these rules")
    parser.add_argument("--ignore", action="append", metavar="CODES", help="leave these rules out")
    parser.add_argument("--today", type=day, metavar="DATE", help="the day to count from")
    parser.add_argument(
        "--repin",
        metavar="SRC",
        help="pin the changed document of a source anew, and list the quotations to look at",
    )
    parser.add_argument(
        "--upgrade",
        action="store_true",
        help="bring a base of an earlier version to the names of this one, and fix nothing else",
    )


def run(args: argparse.Namespace) -> int:
    """0 clean, 1 an error or warning remains."""
    settings = load_settings(args.root)
    if args.upgrade:
        return _upgrade(args, settings)
    base, report = engine.check(args.root, settings=settings, today=args.today)
    if args.repin:
        outcome, hints = repin(base, report, args.repin)
    else:
        outcome, hints = fix(base, report, _wanted(args)), []
    if args.diff:
        _show(outcome)
    else:
        sweep(args.root / settings.docs, deep=True)
        _store(args.root, outcome)
    for line in hints:
        print(in_line(line), file=sys.stderr if args.diff else sys.stdout)
    _tell(outcome, args)
    return 1 if (report if args.diff else outcome.after).failed else 0


def _upgrade(args: argparse.Namespace, settings: Settings) -> int:
    """0 where no former name is left, 1 with ``--diff`` where one is; it is told what is done."""
    made = plan(args.root, settings)
    lines = [*made.said()]
    for line in lines:
        print(in_line(line))
    if not lines:
        print("nothing to upgrade; policykb check tells the rest")
    elif not args.diff:
        apply(args.root, made)
        print(f"{counted(len(lines), 'file')} upgraded; policykb check tells what remains")
    return 1 if lines and args.diff else 0


def _wanted(args: argparse.Namespace) -> Wanted:
    """Whether a finding's fix is asked for. Raises `LoadError` for a path outside the base."""
    within.inside(args.root, args.paths)
    select, ignore = tuple(codes(args.select)), tuple(codes(args.ignore))
    kinds = ("safe", "unsafe") if args.unsafe else ("safe",)

    def wanted(item: Diagnostic) -> bool:
        return (
            item.fix is not None
            and item.fix.applicability in kinds
            and (not select or item.code.startswith(select))
            and not (ignore and item.code.startswith(ignore))
            and (not args.paths or bool(within.only_paths([item], args.root, args.paths)))
        )

    return wanted


def _show(outcome: Outcome) -> None:
    for path, data in sorted(outcome.files.changed.items()):
        old, new = (one.decode("utf-8") for one in (outcome.files.original(path), data))
        print_patch(patch(old, new, f"a/{path}", f"b/{path}"))


def _store(root: Path, outcome: Outcome) -> None:
    for path, data in sorted(outcome.files.changed.items()):
        target = real(root, path)
        if target.read_bytes() != outcome.files.original(path):
            raise engine.LoadError(f"{path} changed meanwhile; run policykb fix again")
        replace(target, data)


def _tell(outcome: Outcome, args: argparse.Namespace) -> None:
    """Tell what was done and what remains; on standard error if standard output is a patch."""
    out = sys.stderr if args.diff else sys.stdout
    word = "would fix" if args.diff else "fixed"
    for item in outcome.fixed:
        place = f"{item.path}:{item.line}:{item.col}"
        print(in_line(f"{place}: {word} {item.code}: {item.message}"), file=out)
    for item, new in outcome.left:
        place = f"{item.path}:{item.line}:{item.col}"
        said = f"its fix would bring {new.code} at {new.path}:{new.line}:{new.col}: {new.message}"
        print(in_line(f"{place}: left {item.code} as it is: {said}"), file=out)
    count, files = len(outcome.fixed), len(outcome.files.changed)
    said = "nothing to fix"
    if args.repin:
        word = "would be pinned" if args.diff else "is pinned"
        said = f"{args.repin} {word if files else 'is pinned already'} to its document as it is"
    elif files:
        done = "would be fixed" if args.diff else "fixed"
        said = f"{counted(count, 'finding')} {done} in {counted(files, 'file')}"
    print(in_line(f"{said}; {_remaining(outcome.after, args)}"), file=out)


def _remaining(report: Report, args: argparse.Namespace) -> str:
    failing = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    if not failing:
        return "no error or warning remains"
    count = len(failing)
    said = "1 error or warning remains" if count == 1 else f"{count:,} errors or warnings remain"
    unsafe = sum(item.fix is not None and item.fix.applicability == "unsafe" for item in failing)
    if unsafe and not args.unsafe:
        said += f", {unsafe} with a fix to look at: policykb fix --unsafe --diff"
    return f"{said}; policykb check shows them"
