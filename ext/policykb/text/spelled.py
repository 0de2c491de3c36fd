"""The number that words spell: twenty-five, two and a half million, half a dozen, a trio."""

import re
from decimal import Decimal

from policykb.text.number_words import Grammar

_LONGEST = 12


def spelled(match: re.Match[str], words: Grammar) -> Decimal | None:
    """The number of a match of ``spelled``; None for words that spell none together ("several
    hundred", "seven eight")."""
    if match["group"]:
        return Decimal(words.groups.get(match["group"].lower(), 2))
    part = (Decimal("0.5") if match["half"] else Decimal("0.25")) if match["part"] else None
    if match["run"] is None:
        return part
    run = _split(match["run"])
    more = words.powers(match["scale"] or "")
    if match["vague"] or len(run) + len(more) > _LONGEST:
        return None
    found = _run(match, run, part, words)
    for power in more:
        found = None if found is None else found * power
    return found


def _run(
    match: re.Match[str], run: list[str], part: Decimal | None, words: Grammar
) -> Decimal | None:
    if words.power(run[0]) is not None and part is None and run[0] not in words.alone:
        return None
    found = _sum(run[1:] if run[0] in words.articles else run, words)
    if found is None or part is not None:
        return None if found is None or part is None else found * part
    if match["point"]:
        digits = _split(match["point"])[1:]
        found += Decimal("0." + "".join(str(words.words[word]) for word in digits[:_LONGEST]))
    if match["more"]:
        if words.power(run[-1]) is not None:
            return None
        found += Decimal("0.5") if match["more_half"] else Decimal("0.25")
    return found


def _split(text: str) -> list[str]:
    return re.split(r"[ -]", text.lower().strip(" -"))


def _sum(run: list[str], words: Grammar) -> Decimal | None:
    total, current, seen = 0, 0, ""
    for word in run:
        power = words.power(word)
        if word in words.joiners:
            if words.power(seen) is None and seen not in words.tens:
                return None
            continue
        if power is not None:
            if power < 1000:
                current = (current or 1) * power
            elif total and not current and words.power(seen) is not None:
                total *= power
            else:
                total += (current or 1) * power
                current = 0
        elif (seen and current % 10) or (current % 100 and words.words[word] >= 10):
            return None
        else:
            current += words.words[word]
        seen = word
    return Decimal(total + current)
