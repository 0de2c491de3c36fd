"""The original of a source is not there, or is not the one that was pinned."""

from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.evidence.document.original import Unread, digest
from policykb.values.digest import SHA256
from policykb.values.path import FILE


@finds("PKB320", Severity.ERROR)
def rule(known: Known) -> Findings:
    """The file that a source's text was taken from has the checksum that its record gives."""
    for entry in known.sources:
        file, pinned = entry.value("original", FILE), entry.value("original_sha256", SHA256)
        if not file or not pinned:
            continue
        path = f"{known.settings.seeds}/{file}"
        try:
            found = digest(known.root, path)
        except Unread as error:
            says, help = f"{path} {error}", "put the original there, or correct the path"
            yield rule.on_value(entry, "original", f"{entry.name}: {says}", help=help)
            continue
        if found != pinned:
            says = f"{entry.name}: {path} is not the file that was pinned"
            help = "restore the file, or take the text from it anew: policykb source add"
            yield rule.on_value(entry, "original_sha256", says, help=help)
