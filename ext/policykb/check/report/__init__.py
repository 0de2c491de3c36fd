"""One output format per file; each has ``render(report, base) -> str``, and ``FOR_PEOPLE`` where
people read it: then notes are only counted, unless they are asked for."""

from pathlib import Path


def formats() -> list[str]:
    """The names of all formats: those of the files here."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
