"""English words for numbers, and groups that are numbers (a pair, a trio)."""

from __future__ import annotations

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORDS: dict[str, int] = {word: number for number, word in enumerate(UNITS)}
"""Lower-case word to number, 0 to 99, with hyphens, and a hundred."""

for _ten, _word in enumerate(TENS, start=2):
    WORDS[_word] = _ten * 10
    for _unit in range(1, 10):
        WORDS[f"{_word}-{UNITS[_unit]}"] = _ten * 10 + _unit
WORDS["hundred"] = 100
WORDS["dozen"] = 12

SCALES: dict[str, int] = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
}
"""Lower-case word for a scale to its power of ten."""

GROUPS: dict[str, int] = {
    "both": 2,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "quartet": 4,
    "quintet": 5,
    "sextet": 6,
}
"""Lower-case word for a group to the number in it."""
