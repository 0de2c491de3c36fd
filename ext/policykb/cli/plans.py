"""What `rename`, `merge` and `delete` share: show a plan, look at what it would bring, write it."""

import argparse
import shlex
import sys
from collections.abc import Callable, Iterable

from policykb.base import git
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import in_line, visible
from policykb.edit.reshape.plan import Plan


def options(parser: argparse.ArgumentParser) -> None:
    """Options of the three commands."""
    parser.add_argument(
        "--diff", action="store_true", help="show what would change, and write nothing"
    )
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="write even where the check would find more than now, or the only copy of a page goes",
    )


def carry_out(args: argparse.Namespace, make: Callable[[Context], Plan]) -> int:
    """0 where the plan is written, or could be; 1 where it would bring errors or warnings; 2 where
    it would take the only copy of a page."""
    base, report = engine.check(args.root)
    plan = make(base)
    harm = plan.harm(report)
    loose = git.not_kept(base.root, plan.touched())
    only = [path for path in loose if path in plan.lost and not args.anyway]
    stops = bool(harm or only) and not args.anyway
    if args.diff:
        print_patch(plan.diff())
    if args.diff or not stops:  # What is refused is not told as if it were done.
        for line in plan.said:
            print(in_line(line), file=sys.stderr if args.diff else sys.stdout)
    if not (args.diff or stops):
        plan.apply()
    for one in harm:
        said = f"{one.path}:{one.line}:{one.col}: it would bring {one.code}: {one.message}"
        print(in_line(said), file=sys.stderr)
    for path in only:
        said = f"{path} is not in git as it is: nothing would bring it back; commit it first"
        print(in_line(said), file=sys.stderr)
    if stops:
        print("nothing was written; change that first, or give --anyway", file=sys.stderr)
    elif not args.diff:
        print(in_line(f"written; {_way_back(plan, loose)}"))
    return 2 if only else 1 if harm else 0


def _way_back(plan: Plan, loose: list[str]) -> str:
    """How to take back what is written, only where git has all of it."""
    if loose and plan.back:
        return f"git does not have {', '.join(loose)} as it was; {plan.back} gives the old id back"
    if loose:
        are = "is not in git as it was" if len(loose) == 1 else "are not in git as they were"
        return (
            f"{', '.join(loose)} {are}: nothing brings {'it' if len(loose) == 1 else 'them'} back"
        )
    new = "".join(f" && rm {shlex.quote(path)}" for path in plan.moved.values())
    shows = "policykb diff HEAD" if new else "git diff"  # Which leaves out new pages.
    return f"{shows} shows it, git restore .{new} takes it back, with all else not committed"


def print_patch(lines: Iterable[str]) -> None:
    """A patch is exact; on a terminal it is shown without what would steer that."""
    for line in lines:
        line = visible(line) if sys.stdout.isatty() else line
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
