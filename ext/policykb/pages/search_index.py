"""The Pagefind index: one entry for each record, so that records on a shared page are found
apart, and one for each brief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from typing import Any

from policykb.pages.pagefind_service import write_index
from policykb.pages.site import Site

FOLDER = "pagefind"


def write(site: Site, outdir: Path) -> None:
    """Index the site into ``outdir/pagefind``, replacing what is there."""
    rmtree(outdir / FOLDER, ignore_errors=True)
    write_index(records(site), outdir / FOLDER)


def records(site: Site) -> Iterator[dict[str, Any]]:
    """What the index is given."""
    for entry in site.entries:
        yield {
            "url": site.href(entry.id, "index"),
            "content": entry.title,
            "language": "en",
            "meta": {"title": entry.title},
            "filters": {"Type": [entry.model.LABEL]},
        }
