"""An image is fetched from elsewhere, or is of a kind that can carry a script."""

import re

from policykb.base.ground import read_bytes
from policykb.base.pictures import FIRST, NAMES, ending, is_picture
from policykb.check.rules.content.link_not_allowed import refused
from policykb.check.rules.link_targets import Local, resolve
from policykb.check.rules.rule import Findings, Known, Severity, finds, inlines
from policykb.markdown.page import Page, Place, RawRecord

_DRAWN = (".svg", ".svgz")
_SVG = "convert it to PNG or WebP: a drawing in SVG can run and load things"
_OTHER = "put a PNG, JPEG, WebP or GIF file beside the page and name it by its path"
_REMOTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:|//|\\\\)")


@finds("PKB708", Severity.ERROR, where="more than references")
def rule(page: Page, known: Known) -> Findings:
    """Images are PNG, JPEG, WebP or GIF files, by name and content, that stand beside pages."""
    for item, record in inlines(page, "image"):
        yield from _image(known, page, item.text, item.at, record)
    for block in page.blocks:
        if block.name in ("image", "figure") and block.argument:
            yield from _image(known, page, block.argument, block.argument_at, None)


def _image(known: Known, page: Page, target: str, at: int, record: RawRecord | None) -> Findings:
    extension = ending(target.partition("?")[0].partition("#")[0])
    if _REMOTE.match(target):
        message = "the image is not a file of this base"
    elif extension not in NAMES:
        message = f"the image is of type {extension or 'unknown'}"
    elif refused(known, page, target, toctree=True):
        message = "the image stands outside the base"
    elif not _is_sound(known, page, target, at):
        message = (
            f"the image is named {extension}, but its first bytes are not those of such a file"
        )
    else:
        return
    place = Place(page, at, at + max(len(target), 1))
    help = _SVG if extension in _DRAWN else _OTHER
    yield rule.at(place, message, record=record, help=help)


def _is_sound(known: Known, page: Page, target: str, at: int) -> bool:
    """Whether an image that is there is what its name says; a missing one is PKB602's."""
    path = resolve(known, (), Local(page, None, target, at, "", at))
    if path is None or not known.has_file(path):
        return True
    return is_picture(path, read_bytes(f"{known.root}/{path}", FIRST))
