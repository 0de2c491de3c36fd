"""Which of the proposed fixes can be applied together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from policykb.check.diagnostics import Diagnostic, Edit
from policykb.edit.written import Files, Misplaced


@dataclass(slots=True)
class Chosen:
    """Fixes that do not touch one another: the findings they fix, and the edits by path."""

    findings: list[Diagnostic] = field(default_factory=list)
    edits: dict[str, list[Edit]] = field(default_factory=dict)

    def apply(self, files: Files) -> dict[str, bytes]:
        """The new bytes of every file that is edited."""
        return {path: files[path].edited(edits) for path, edits in self.edits.items()}


def choose(findings: Iterable[Diagnostic], files: Files) -> Chosen:
    """The fixes of ``findings`` in order, without those that overlap an earlier one (they get
    their turn in the next round) or that reach outside ``files``."""
    chosen = Chosen()
    taken = defaultdict[str, list[tuple[int, int, str]]](list)
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        try:
            spans = [(edit, (*files[edit.path].span(edit), edit.text)) for edit in edits]
        except (KeyError, Misplaced):
            continue
        fresh = [(edit, span) for edit, span in spans if span not in taken[edit.path]]
        if not edits or any(
            span[0] <= end and start <= span[1]
            for edit, span in fresh
            for start, end, _ in taken[edit.path]
        ):
            continue
        chosen.findings.append(finding)
        for edit, span in fresh:
            taken[edit.path].append(span)
            chosen.edits.setdefault(edit.path, []).append(edit)
    return chosen
