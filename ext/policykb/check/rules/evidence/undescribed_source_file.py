"""A file among the sources is described by no record."""

import posixpath

from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.text.similar import nearest_word


@finds("PKB312", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Every text under the folder of sources has its record, but for README, hidden files and
    coverage.toml, which lists what no record quotes; and for the originals of texts."""
    described, lost = _described(known)
    sources = known.evidence.sources.values()
    missing = [source.path.name for source in sources if source.problem == "missing"]
    originals = {entry.text("original") for entry in known.sources}
    found: list[str] = []
    for path in documents(known):
        name = path.rpartition("/")[2]
        if path in described or name in lost or (missing and nearest_word(name, missing)):
            continue
        if path in originals or _is_original(path, described):
            continue
        found.append(path)
    nameless = [entry for entry in known.sources if not entry.text("file")]
    if len(found) <= len(nameless):
        # Each may be the document of a source record that names none, which has a finding.
        return
    for path in found:
        shown = f"{known.settings.seeds}/{path}"
        help = f"write one with “:file: {path}” (policykb new source), or remove the file"
        yield rule.on_file(shown, f"{shown} is described by no source record", help=help)


def _described(known: Known) -> tuple[set[str], set[str]]:
    """The files that source records name; and the names of those that a record means, but with a
    path that cannot be read, or that a record of an unknown type has."""
    sources = known.sources
    described = {entry.text("file") for entry in sources}
    written = [entry.text("file") for entry in sources if "file" in entry.bad]
    written += known.lost_files
    return described, {text.strip().replace("\\", "/").rpartition("/")[2] for text in written}


def documents(known: Known) -> list[str]:
    """The files of the folder of sources that may need a record, by path within it."""
    top = f"{known.settings.seeds.rstrip('/')}/"
    found = [path.removeprefix(top) for path in known.ground.files if path.startswith(top)]
    return sorted(path for path in found if _may_need_one(path))


def _is_original(path: str, described: set[str]) -> bool:
    """Whether a text of the same name was taken from a file, or its ending is that of no text."""
    stem, ending = posixpath.splitext(path)
    known = {posixpath.splitext(one) for one in described}
    endings = {"", ".txt", ".md", *(other for _, other in known)}
    return ending.lower() not in endings or any(stem == one for one, _ in known)


def _may_need_one(path: str) -> bool:
    *folders, name = path.split("/")
    if any(folder.startswith(".") for folder in folders) or name.startswith("."):
        return False
    return not name.casefold().startswith("readme") and name != "coverage.toml"
