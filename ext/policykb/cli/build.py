"""``policykb build``: check, then build the site into a fresh folder and put it in place whole."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from policykb.base.ground import real
from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.edit import temporary

DEFAULT = Path("_build/html")
OLD = "old"
"""The folder of the old site, while the new one is put in its place."""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="DIR",
        help=f"where the site goes (default: {DEFAULT} in the base's top folder); a folder that "
        "holds anything but a built site is left alone",
    )


def run(args: argparse.Namespace) -> int:
    """0 built, 1 findings remain and nothing was built, 2 the build itself failed."""
    from policykb.check.report.text import in_line, render

    settings = load_settings(args.root)
    base, report = engine.check(args.root, settings=settings)
    report.hide_notes()
    sys.stdout.write(render(report, base))
    sys.stdout.flush()
    if report.failed:
        print("Nothing is built until the errors and warnings above are fixed.")
        return 1
    if not base.pages:
        raise engine.LoadError(
            f"“{settings.docs}” has no page yet; policykb new writes a first one"
        )
    from policykb.sphinx_ext import run as build

    target: Path = (args.output or real(args.root, DEFAULT.as_posix())).absolute()
    if not replaceable(target):
        print(
            f"policykb: {target} holds something other than a built site; "
            "choose another folder with -o",
            file=sys.stderr,
        )
        return 2
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary.sweep(target.parent, rescue=lambda left: rescue(left, target))
    with temporary.folder_beside(target) as work:
        made, doctrees = work / "html", work / "doctrees"
        checked = base, report
        order = build.Order(
            args.root, settings, made, doctrees, checked, strict=True, fresh=True, advises=True
        )
        try:
            status = build.run(order)
        except build.BuildFailed as error:
            print(f"policykb: {error}", file=sys.stderr)
            return 2
        if status:
            print("The site is not replaced: the build reported what stands above.")
            return 1
        put_in_place(made, target, work / OLD)
    print(in_line(f"The site is in {args.output or DEFAULT}."))
    return 0


def replaceable(folder: Path) -> bool:
    """Whether a folder is absent, empty, or a site that Sphinx built."""
    return not folder.exists() or (
        folder.is_dir() and ((folder / ".buildinfo").is_file() or not any(folder.iterdir()))
    )


def put_in_place(made: Path, target: Path, old: Path) -> None:
    """Exchange two folders: a reader finds the old site or the new one. Where the system cannot do
    that in one step, a run that is killed between two leaves what `rescue` puts back."""
    if target.exists() and exchanged(made, target):
        return
    if target.exists():
        target.rename(old)
    made.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def rescue(left: Path, target: Path) -> None:
    """Put back the old site from the rest of a killed run that had not put the new site in
    place."""
    if (left / OLD).is_dir() and not target.exists():
        (left / OLD).rename(target)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot (only Linux can)."""
    import ctypes

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    here = -100  # AT_FDCWD: paths are read as everywhere else
    swap = 2  # RENAME_EXCHANGE
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), swap) == 0)
