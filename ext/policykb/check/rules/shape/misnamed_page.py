"""A file among the pages is named so that it is not read."""

import re

from policykb.check.rules.rule import Findings, Known, Severity, finds

_ENDING = re.compile(r"\.[a-z]+(?:\.txt)?\s*\Z", re.IGNORECASE)


@finds("PKB132", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Pages end in `.md`; `.markdown`, `.MD` and `.md.txt` are those of other programs, and `.rst`
    those of another markup."""
    for path in known.ground.misnamed:
        name = path.rpartition("/")[2]
        is_other = name.lower().endswith((".rst", ".rst.txt"))
        way = "write it in Markdown" if is_other else f"rename it to {_ENDING.sub('.md', name)}"
        said = f"{path} is not read, since its name does not end in .md"
        yield rule.on_file(path, said, help=f"{way}, or move it out of the pages")
