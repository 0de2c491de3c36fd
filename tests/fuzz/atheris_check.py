"""Coverage-guided fuzzing of the reading and checking of pages, by hand:

    python -m pip install atheris
    python -m tests.fuzz.atheris_check -max_total_time=600 CORPUS_FOLDER

Atheris (not in the lock: it has wheels for Linux on x86-64 only) keeps inputs that reach new code
in the corpus folder and stops at the first exception, with the input in a file beside it. An input
is a page, or where its first byte is odd, bytes that choose how the base is broken.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

# Not in the lock, so not known to a type checker either.
atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["policykb"]):
    from policykb.base.settings import Settings
    from policykb.check import engine
    from policykb.check.report import text as text_render
    from policykb.check.rules.catalog import all_rules
    from policykb.edit.fix import fix
    from policykb.export import csv as csv_export
    from policykb.export import json as json_export

    all_rules(Settings())
    mutate: Any = import_module("tests.fuzz.mutate")

FOLDER = tempfile.TemporaryDirectory()
ROOT = Path(FOLDER.name, "base")


def one_input(data: bytes) -> None:
    """Check, fix and export a base."""
    if data[:1] and data[0] % 2:
        files = mutate.broken(data[1:])
        files.pop("pyproject.toml")
    else:
        files = mutate.broken(b"")
        files["docs/ventures/quaylight.md"] = data[1:]
    mutate.write(ROOT, files)
    base, report = engine.check(ROOT)
    text_render.render(report, base)
    json_export.render(base)
    csv_export.render(base)
    fix(base, report, lambda item: item.fix is not None)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
