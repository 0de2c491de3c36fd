"""A page's front matter sets more than what describes the page."""

import re

from policykb.check.rules.rule import Findings, Page, Place, Severity, finds, rewrite
from policykb.check.rules.yaml_records import written_as_front_matter
from policykb.markdown.allowed import FRONT_MATTER

_LINE = re.compile(r"([A-Za-z_][\w-]*):(?:[ ]++[^\s&*!|>{\[%@`\"'#?-][^\n#{}\[\]]*+)?[ ]*(?:#.*)?")
_QUOTED = re.compile(r"[A-Za-z_][\w-]*:[ ]+(?:\"[^\"\\\n]*\"|'[^'\n]*')[ ]*")


@finds("PKB712", Severity.ERROR)
def rule(page: Page) -> Findings:
    """Front matter is plain ``key: value`` lines with known keys. Anything else could switch on
    what content may not use. A record that is written as front matter is told as one mistake."""
    text = page.text
    if not text.startswith("---"):
        return
    record = written_as_front_matter(page)
    if record is not None:
        start = text.find("\n") + 1
        yield rule.at(
            Place(page, start, page.line_end(start)),
            "front matter describes a page; a record is a directive",
            help=f"write its keys as options: “{record.opening}”, then a line “:key: value” for "
            "each",
            fix=rewrite(page, (0, record.end), record.text),
        )
        return
    at = text.find("\n") + 1
    refused = False
    while 0 < at < len(text):
        end = page.line_end(at)
        line = text[at:end]
        if line.startswith(("---", "...")):
            break
        within = line.startswith((" ", "\t")) and refused
        if line.strip() and not line.startswith("#") and not within:
            match = _LINE.fullmatch(line)
            key = match[1] if match else line.partition(":")[0]
            good = match is not None or _QUOTED.fullmatch(line) is not None
            refused = not good or key not in FRONT_MATTER
            if refused:
                yield rule.at(
                    Place(page, at, end),
                    f"front matter may not set “{key.strip()}”"
                    if key not in FRONT_MATTER
                    else f"front matter has only plain values, unlike this {key}",
                    help=f"its keys: {', '.join(sorted(FRONT_MATTER))}, each on one line",
                )
        at = end + 1
