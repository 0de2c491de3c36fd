"""Run a process and tell what it took."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """Seconds of wall clock, seconds of processor, and the peak of memory in MB."""

    wall: float
    cpu: float
    peak: float
    code: int


def run(words: list[str], folder: Path) -> Taken:
    """Run a command once; its output is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(
        words,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1768435200"},
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    cpu = usage.ru_utime + usage.ru_stime
    return Taken(wall, cpu, usage.ru_maxrss / scale, process.returncode)


def best(folder: Path, times: int, *commands: list[str]) -> list[Taken]:
    """Run commands by turns, several times; of each the least wall time and the least processor
    time, since what is more came from elsewhere, and the highest peak."""
    rounds = [[run(words, folder) for words in commands] for _ in range(times)]
    return [
        Taken(
            min(one.wall for one in taken),
            min(one.cpu for one in taken),
            max(one.peak for one in taken),
            max(one.code for one in taken),
        )
        for taken in zip(*rounds, strict=True)
    ]
