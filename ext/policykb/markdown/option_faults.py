"""Where the mistake is in options that YAML cannot read, which it may notice only lines later."""

from __future__ import annotations

import re

from myst_parser.parsers.options import TokenizeError, options_to_tokens

OPEN = "found unexpected end of stream"
"""The message of YAML about a quotation mark that is not closed."""

_QUOTED = re.compile(r"[^\s:'\"#][^:]*: +(?=['\"])")


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
