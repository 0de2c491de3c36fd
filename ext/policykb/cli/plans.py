"""What `rename`, `merge` and `delete` share: show a plan, look at what it would bring, write it."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Iterable

from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import in_line, visible
from policykb.edit.reshape.plan import Plan, Refused


def options(parser: argparse.ArgumentParser) -> None:
    """Options of the three commands."""
    parser.add_argument(
        "--diff", action="store_true", help="show what would change, and write nothing"
    )
    parser.add_argument(
        "--anyway", action="store_true", help="write even where the check would find more than now"
    )


def carry_out(args: argparse.Namespace, make: Callable[[Context], Plan]) -> int:
    """0 where the plan is written, or could be; 1 where it would bring errors or warnings."""
    base, report = engine.check(args.root)
    try:
        plan = make(base)
        harm = plan.harm(report)
        if args.diff:
            print_patch(plan.diff())
        elif not harm or args.anyway:
            plan.apply()
    except Refused as error:
        raise engine.LoadError(str(error)) from None
    for line in plan.said:
        print(in_line(line), file=sys.stderr if args.diff else sys.stdout)
    for one in harm:
        place = f"{one.path}:{one.line}:{one.col}"
        print(in_line(f"{place}: it would bring {one.code}: {one.message}"), file=sys.stderr)
    if harm and not args.anyway:
        print("nothing was written; change that first, or give --anyway", file=sys.stderr)
    elif not args.diff:
        new = "".join(f" && rm {shlex.quote(path)}" for path in plan.moved.values())
        back = f"git restore .{new} takes it back, with all else not committed"
        print(in_line(f"written; git diff shows it, {back}"))
    return 1 if harm else 0


def print_patch(lines: Iterable[str]) -> None:
    """A patch is exact; on a terminal it is shown without what would steer that."""
    for line in lines:
        line = visible(line) if sys.stdout.isatty() else line
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
