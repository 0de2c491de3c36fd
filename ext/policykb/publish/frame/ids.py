"""The ids that the frame gives a written page, so that no heading of the page gets one of them."""

from __future__ import annotations

from policykb.base.briefs import FOLDER

_ALL = ("site-nav", "jump", "main")
_ON = {
    "index": ("hero-q", "briefs", "chain", "types"),
    "about": ("marks", "found", "reviewed", "kinds-of-records", "imprint"),
}
_ON_BRIEFS = ("cite", "rests-on")


def of(docname: str) -> tuple[str, ...]:
    """The ids around the text of a page."""
    brief = docname.startswith(f"{FOLDER}/")
    return (*_ALL, *_ON.get(docname, ()), *(_ON_BRIEFS if brief else ()))
