"""The sources as a BibTeX bibliography; the keys are their ids."""

from policykb.check.context import Context
from policykb.export.bibliography import source_bibtex, sources
from policykb.export.format import Export, Records


def render(base: Context, made: Records) -> str:
    """One entry a source, by id."""
    return "".join(f"{source_bibtex(one)}\n\n" for one in sources(base))


EXPORT = Export("bibtex", "the sources as a bibliography for LaTeX", render, "sources.bib")
