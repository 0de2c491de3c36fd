"""A file among the pages is named so that it is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.check.known import Known

_ENDING = re.compile(r"\.[a-z]+(?:\.txt)?\s*\Z", re.IGNORECASE)


def check(known: Known) -> Iterator[Diagnostic]:
    """Pages end in `.md`; `.markdown`, `.MD` and `.md.txt` are those of other programs."""
    for path in known.ground.misnamed:
        name = path.rpartition("/")[2]
        yield RULE.on_file(
            path,
            f"{path} is not read, since its name does not end in .md",
            help=f"rename it to {_ENDING.sub('.md', name)}, or move it out of the pages",
        )


RULE = Rule("PKB132", "misnamed-page", Severity.ERROR, check)
