"""Options as MyST's own tokenizer reads them; and where the mistake is in those that it cannot
read, which it may notice only lines later."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from myst_parser.parsers.options import KeyToken, TokenizeError, ValueToken, options_to_tokens

from policykb.markdown.page import Fault, Option

OPEN = "found unexpected end of stream"
"""The message of YAML about a quotation mark that is not closed."""

_QUOTED = re.compile(r"[^\s:'\"#][^:]*: +(?=['\"])")


def read(pieces: list[tuple[int, str]]) -> tuple[list[Option] | None, list[Fault]]:
    """The options in some lines, given with their offsets in the page, or None; and the faults."""
    lines = _Lines(pieces)
    try:
        tokens, state = options_to_tokens("\n".join(lines.texts))
    except TokenizeError as error:
        return None, [lines.fault(error)]
    return [lines.option(*pair) for pair in tokens], [*lines.comments(state.comment_lines)]


class _Lines:
    """Lines with their offsets in the page, and with where each begins when they are joined."""

    def __init__(self, pieces: list[tuple[int, str]]) -> None:
        self.offsets = [at for at, _ in pieces]
        self.texts = [line for _, line in pieces]
        self.begins = [0, *accumulate(len(line) + 1 for line in self.texts)][:-1]

    def row(self, index: int) -> int:
        """The number of the line in which a character of the joined text stands."""
        return bisect_right(self.begins, index) - 1

    def offset(self, index: int) -> int:
        """Where a character of the joined text stands in the page."""
        row = self.row(index)
        return self.offsets[row] + index - self.begins[row]

    def option(self, key: KeyToken, value: ValueToken | None) -> Option:
        name_at = self.offset(key.start.index)
        if value is None:
            end = self.offset(key.end.index) + 1
            return Option(key.value, "", name_at, end, end)
        at, end = self.offset(value.start.index), self.offset(value.end.index)
        return Option(key.value, value.value, name_at, at, end)

    def comments(self, rows: Iterable[int]) -> Iterator[Fault]:
        """What follows # in some lines, which is not read."""
        for row in rows:
            if row < len(self.texts):
                begin, line = self.offsets[row], self.texts[row]
                column = line.find("#") if line.lstrip().startswith("#") else line.find(" #") + 1
                end = begin + len(line)
                yield Fault("truncated-option", begin + column, end, None, line.strip())

    def fault(self, error: TokenizeError) -> Fault:
        index, problem = at_fault(self.texts, error)
        index = min(index, self.begins[-1] + len(self.texts[-1]))
        row = self.row(index)
        end = self.offsets[row] + len(self.texts[row])
        return Fault("void-options", self.offset(index), end, None, problem)


def at_fault(lines: list[str], error: TokenizeError) -> tuple[int, str]:
    """The index of the mistake in the lines, joined, and what YAML says of it."""
    index = error.problem_mark.index
    begin = 0
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        quoted = _QUOTED.match(line)
        if begin <= index and quoted and not after.startswith(" ") and _is_open(line):
            return begin + quoted.end(), OPEN
        begin += len(line) + 1
    if error.context_mark is not None and error.context != "while scanning a double-quoted scalar":
        return error.context_mark.index, error.problem
    if error.problem.startswith("expected ':'"):
        # It was looked for up to the next line.
        text = "\n".join(lines)
        return text.rfind("\n", 0, len(text[:index].rstrip())) + 1, error.problem
    return index, error.problem


def _is_open(line: str) -> bool:
    try:
        options_to_tokens(line)
    except TokenizeError as error:
        return error.problem == OPEN
    return False
