"""Which of the proposed fixes can be applied together."""

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
    taken: dict[str, list[tuple[int, int, str]]] = {}
    for finding in findings:
        if finding.fix is None:
            continue
        spans: list[tuple[Edit, int, int]] = []
        try:
            spans = [(edit, *files[edit.path].span(edit)) for edit in finding.fix.edits]
        except (KeyError, Misplaced):
            continue
        fresh: list[tuple[Edit, int, int]] = []
        for edit, start, end in spans:
            others = taken.get(edit.path, ())
            if (start, end, edit.text) in others:
                continue
            if any(start <= last and first <= end for first, last, _ in others):
                break
            fresh.append((edit, start, end))
        else:
            chosen.findings.append(finding)
            for edit, start, end in fresh:
                taken.setdefault(edit.path, []).append((start, end, edit.text))
                chosen.edits.setdefault(edit.path, []).append(edit)
    return chosen
