"""Something among the pages or sources is a symbolic link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.link_targets import is_named_source
from policykb.check.rules.rule import Rule

if TYPE_CHECKING:
    from policykb.check.known import Known


def check(known: Known) -> Iterator[Diagnostic]:
    """Everything is a file or folder of this base, the folders of pages and sources too. A symbolic
    link could show any file of the machine. One that a source record names is PKB311's."""
    for path in known.ground.links:
        if not is_named_source(known, path):
            yield RULE.on_file(
                path,
                f"{path} is a symbolic link, which is not followed",
                help="put the file or folder itself here",
            )


RULE = Rule("PKB713", "symbolic-link", Severity.ERROR, check)
