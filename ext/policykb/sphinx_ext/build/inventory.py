"""Records in ``objects.inv``, so that other Sphinx projects refer to them with intersphinx.

They stand there as labels, which ``{external:ref}`` of any project finds. In the build itself they
are none: its pages refer to records with ``need`` only.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import INVENTORY_FILENAME

from policykb.sphinx_ext.shared import state

_HEAD = 4
"""Lines before the compressed part."""


def add(app: Sphinx, exception: Exception | None) -> None:
    """Add a label for each record to the inventory that Sphinx has written."""
    path = Path(app.outdir, INVENTORY_FILENAME)
    if exception is not None or app.builder.name not in ("html", "dirhtml") or not path.is_file():
        return
    *head, body = path.read_bytes().split(b"\n", _HEAD)
    # A build that found nothing to write has left the last one's file, labels and all.
    lines = dict.fromkeys([*zlib.decompress(body).splitlines(keepends=True), *_labels(app)])
    path.write_bytes(b"\n".join([*head, zlib.compress(b"".join(lines), 9)]))


def _labels(app: Sphinx) -> Iterator[bytes]:
    site = state.site_of(app)
    for entry in site.entries:
        docname = state.of(app).prefix + site.docname(entry)
        place = f"{app.builder.get_target_uri(docname)}#{entry.id}"
        title = " ".join(entry.title.split()) or entry.id
        yield f"{entry.id.lower()} std:label -1 {place} {title}\n".encode()
