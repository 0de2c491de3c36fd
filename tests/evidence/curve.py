"""How the time to find quotations grows with the size of their source.

``python -m tests.evidence.curve`` prints it, up to 4.5 MB and 200 quotations.
"""

import random
import tempfile
import time
from pathlib import Path

from policykb.evidence.document.closest import closest
from policykb.evidence.document.find import Failure, Match, find
from policykb.evidence.document.source import Source

PLAIN = "harbour bright silver north delta orchid meadow falcon copper ministry signed plan of the"
MIXED = f"{PLAIN} company’s “first” – agreement, 厚生労働省 申請 ½ café"


def write(path: Path, size: int, words: str) -> None:
    """Write a source of about ``size`` bytes, a paragraph of sixty words and a number each."""
    chance = random.Random(size)
    stock = words.split()
    with path.open("w", encoding="utf-8") as file:
        number = 0
        while file.tell() < size:
            number += 1
            text = " ".join(chance.choices(stock, k=60))
            file.write(f"Paragraph {number} says: {text}\n\n")


def quotes(source: Source, count: int) -> list[str]:
    """Passages of a source spread over it: as they stand, re-wrapped, in straight marks."""
    spans = source.paragraphs
    found = []
    for index in range(count):
        start, end = spans[index * len(spans) // count]
        words = source.text[start:end].split(" ")[:12]
        text = ("\n" if index % 2 else " ").join(words)
        found.append(text.replace("’", "'").replace("“", '"').replace("”", '"'))
    return found


def measure(size: int, words: str, count: int = 200, lost: int = 0) -> tuple[float, float]:
    """Seconds to read a source, and to find ``count`` quotations in it, ``lost`` of them false."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "big.txt", size, words)
        start = time.process_time()
        source = Source(Path(folder), "big.txt")
        number = len(source.paragraphs)
        reading = time.process_time() - start
        assert number > 1
        wanted = quotes(source, count)
        start = time.process_time()
        for quote in wanted:
            assert isinstance(find(source, quote), Match), quote
        for quote in wanted[:lost]:
            failure = find(source, f"{quote} nonsense")
            assert isinstance(failure, Failure)
            assert closest(source, failure.text) is not None
        return reading, time.process_time() - start


def main() -> None:
    """Print the curve."""
    print("   MB  text    read s  200 found s  and 20 not found s")
    for words, name in ((PLAIN, "ASCII"), (MIXED, "mixed")):
        for megabytes in (0.5, 1, 2, 4.5):
            reading, finding = measure(int(megabytes * 10**6), words)
            _, losing = measure(int(megabytes * 10**6), words, lost=20)
            print(f"{megabytes:5}  {name}  {reading:7.2f}  {finding:11.2f}  {losing:11.2f}")


if __name__ == "__main__":
    main()
