"""As many broken bases as there is time for: ``python -m tests.fuzz.long SECONDS [SEED]``.

Every command runs on every base. What fails is printed with the bytes that made the base; the end
tells how many were tried, and the slowest.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.fuzz.mutate import broken, write
from tests.fuzz.run import READING, WRITING, hold

BUDGET = 5.0
"""Seconds that a command may take on a base of a few small pages."""


def main(seconds: float, seed: int) -> int:
    """The number of failures."""
    chance = random.Random(seed)
    tried = failed = 0
    slowest = 0.0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "base")
        while time.monotonic() < end:
            data = chance.randbytes(chance.randint(3, 120))
            for words in (*READING, *WRITING):
                if words in WRITING or words is READING[0]:
                    write(root, broken(data))
                began = time.monotonic()
                tried += 1
                try:
                    hold(root, words)
                except Exception:
                    failed += 1
                    print(f"{data.hex()} {words}\n{traceback.format_exc(limit=-4)}", flush=True)
                took = time.monotonic() - began
                slowest = max(slowest, took)
                if took > BUDGET:
                    failed += 1
                    print(f"{data.hex()} {words}: {took:.1f} s", flush=True)
    print(f"seed {seed}: {tried:,} commands, {failed} failed, the slowest took {slowest:.2f} s")
    return failed


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]]
    sys.exit(1 if main(given[0], int(given[1]) if len(given) > 1 else 0) else 0)
