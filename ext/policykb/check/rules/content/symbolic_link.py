"""Something among the pages or sources is a symbolic link."""

from policykb.check.rules.link_targets import is_named_source
from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB713", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Everything is a file or folder of this base, the folders of pages and sources too. A symbolic
    link could show any file of the machine. One that a source record names is PKB311's."""
    for path in known.ground.links:
        if not is_named_source(known, path):
            said = f"{path} is a symbolic link, which is not followed"
            yield rule.on_file(path, said, help="put the file or folder itself here")
