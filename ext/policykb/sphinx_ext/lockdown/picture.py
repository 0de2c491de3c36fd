"""The pictures of pages, published from the very bytes that were looked at.

What a page names is read once. If it is a picture, the bytes are kept beside the doctrees, in a
folder named by their checksum, and that file is what Sphinx publishes: neither a twin for another
language, which would stand beside the picture itself, nor a file put in its place since.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote

from sphinx.application import Sphinx

from policykb.base import ground
from policykb.base.pictures import is_picture
from policykb.sphinx_ext.shared import notes, state

FOLDER = "policykb-pictures"


def kept(app: Sphinx, address: str) -> str | None:
    """The address, as Sphinx takes it in this page, of the kept copy of a picture; None for what is
    no picture among the pages."""
    if any(odd in address for odd in ("//", ":", "\\", "%00")):
        return None
    rests_on = notes.of(app.env, app.env.docname).rests_on
    for name in dict.fromkeys((address, unquote(address))):
        path = _path(app, name)
        rests_on[f"picture {path}"] = checksum(app, path)
        if state.base_of(app).has_file(path):
            return _copy(app, path)
    return None


def _path(app: Sphinx, address: str) -> str:
    """The path, relative to the root, that an address names."""
    known = state.of(app)
    file = os.path.relpath(app.env.relfn2path(address, app.env.docname)[1], known.source)
    return f"{known.settings.docs.rstrip('/')}/{Path(file).as_posix()}"


def checksum(app: Sphinx, path: str) -> str:
    """The checksum of a plain file; empty where there is none."""
    data = _read(app, path)
    return "" if data is None else _digest(data)


def _read(app: Sphinx, path: str) -> bytes | None:
    with suppress(OSError):
        return ground.read(state.of(app).root, path) if state.base_of(app).has_file(path) else None
    return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()


def _copy(app: Sphinx, path: str) -> str | None:
    """Keep a file, if it is a picture; the page is read again when it changes."""
    app.env.note_dependency(os.path.relpath(state.of(app).root / path, app.srcdir))
    data = _read(app, path)
    if data is None or not is_picture(path, data):
        return None
    copy = Path(app.doctreedir, FOLDER, _digest(data), Path(path).name)
    if not copy.is_file():
        copy.parent.mkdir(parents=True, exist_ok=True)
        part = copy.with_name(f"{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(copy)
    return "/" + Path(os.path.relpath(copy, app.srcdir)).as_posix()
