"""Run policykb as if the system had nothing of what Unix alone has: ``python -m
tests.cli.like_windows check …``, or without words to import every module of the package.

What is gone: modules, functions and flags of ``os``, signals, the start of a process by a fork, and
texts that are read or written without an encoding.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pkgutil
import runpy
import signal
import sys
import warnings

MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog")
OF_OS = """
    fork forkpty register_at_fork sched_getaffinity getuid geteuid getgid getegid chown mkfifo
    killpg setsid O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECTORY O_SYNC
""".split()
EXTRAS = ("policykb.lsp", "policykb.mcp")
"""Their libraries ask the system for its name and go by that."""
SIGNALS = ("SIGALRM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGCHLD")


def take_away() -> None:
    """Take away what Windows does not have."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in ((os, OF_OS), (signal, SIGNALS)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    multiprocessing.set_start_method("spawn")
    warnings.filterwarnings("error", category=EncodingWarning, module=r"policykb(\..*)?$")


def import_all() -> None:
    """Import every module of the package, but for the program itself."""
    import policykb

    for module in pkgutil.walk_packages(policykb.__path__, "policykb."):
        if not module.name.endswith("__main__") and not module.name.startswith(EXTRAS):
            _import(module.name)


def _import(name: str) -> None:
    """Import a module; one that reads documents may lack its library, which is an extra."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if not name.startswith("policykb.documents.") or error.name in MODULES:
            raise


if __name__ == "__main__":
    take_away()
    if len(sys.argv) == 1:
        import_all()
    else:
        runpy.run_module("policykb", run_name="__main__", alter_sys=True)
