"""An image is fetched from elsewhere, or is of a kind that can carry a script."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.rules.content.link_not_allowed import refused
from policykb.check.rules.rule import Rule
from policykb.markdown.myst_inline import missed
from policykb.text.lazy import lazy

if TYPE_CHECKING:
    from policykb.base.index import Base
    from policykb.markdown.page import Page, RawRecord

KINDS = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_REMOTE = lazy(r"\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:|//|\\\\)")


def check(base: Base) -> Iterator[Diagnostic]:
    """Images are PNG, JPEG, WebP or GIF files that stand beside the pages."""
    for page, item, record in base.inlines["image"]:
        yield from _image(base, page, item.text, item.at, record)
    for page in base.pages:
        for block in page.blocks:
            if block.name in ("image", "figure") and block.argument:
                yield from _image(base, page, block.argument, block.argument_at, None)
    for page, one in missed(base.pages, "image"):
        yield from _image(base, page, one.text, one.start, None)


def _image(
    base: Base, page: Page, target: str, at: int, record: RawRecord | None
) -> Iterator[Diagnostic]:
    extension = posixpath.splitext(target.partition("?")[0].partition("#")[0])[1].lower()
    if _REMOTE().match(target):
        message = "the image is not a file of this base"
    elif extension not in KINDS:
        message = f"the image is of type {extension or 'unknown'}"
    elif refused(base, page, target, toctree=True):
        message = "the image stands outside the base"
    else:
        return
    yield RULE.at(
        page,
        at,
        at + max(len(target), 1),
        message,
        record=record,
        help="put a PNG, JPEG, WebP or GIF file beside the page and name it by its path",
    )


RULE = Rule("PKB708", "image-not-allowed", Severity.ERROR, check)
