"""A value asks to be computed."""

import re

from policykb.check.rules.rule import Entry, Findings, Severity, finds

_COMPUTED = re.compile(r"\[\[[^\]\n]*(?:\]\])?|<<[^\n]*?(?:>>|$)|\{\{[^\n]*?(?:\}\}|$)|\{%[^\n]*")


@finds("PKB704", Severity.ERROR)
def rule(entry: Entry) -> Findings:
    """``[[f()]]``, ``<<…>>``, ``{{…}}`` and ``{%…%}`` in a title or an option are no values."""
    block, text = entry.raw.block, entry.page.text
    words = block.argument + text[block.inner : block.body]
    if not ("[" in words or "<" in words or "{" in words):
        return
    found = _COMPUTED.search(block.argument)
    if found:
        span = block.argument_at + found.start(), block.argument_at + found.end()
        yield rule.in_record(entry, span, SAYS, field="title", help=HELP)
    for name, value in entry.raw.values.items():
        if "[[" in value or "<<" in value or "{{" in value or "{%" in value:
            option = entry.raw.options[name]
            found = _COMPUTED.search(text, option.at, option.end)
            if found:
                yield rule.in_record(entry, found.span(), SAYS, field=name, help=HELP)


SAYS = "a value is written out, never computed"
HELP = "write the value itself"
