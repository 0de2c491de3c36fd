"""The Pagefind index: one entry for each record, so that records on a shared page are found
apart, and one for each brief."""

from __future__ import annotations

import asyncio
from pathlib import Path
from shutil import rmtree

from policykb.pages.site import Site

FOLDER = "pagefind"


def write(site: Site, outdir: Path) -> None:
    """Index the site into ``outdir/pagefind``, replacing what is there."""
    rmtree(outdir / FOLDER, ignore_errors=True)
    asyncio.run(_write(site, outdir))


async def _write(site: Site, outdir: Path) -> None:
    from pagefind.index import IndexConfig, PagefindIndex

    async with PagefindIndex(config=IndexConfig(output_path=str(outdir / FOLDER))) as index:
        for entry in site.entries:
            await index.add_custom_record(
                url=site.href(entry.id, "index"),
                content=entry.title,
                language="en",
                meta={"title": entry.title},
                filters={"Type": [entry.model.LABEL]},
            )
