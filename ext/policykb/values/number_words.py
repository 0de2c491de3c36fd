"""English words for numbers, and groups that are numbers (a pair, a trio)."""

from __future__ import annotations

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)}
"""Lower-case word to number, 0 to 99, with hyphens, and a hundred."""

for _ten, _word in enumerate(_TENS, start=2):
    WORDS[_word] = _ten * 10
    for _unit in range(1, 10):
        WORDS[f"{_word}-{_UNITS[_unit]}"] = _ten * 10 + _unit
WORDS["hundred"] = 100
WORDS["dozen"] = 12

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
