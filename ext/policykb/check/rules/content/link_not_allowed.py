"""A link leads where a page may not lead its readers."""

import posixpath
import re

from policykb.check.rules.link_targets import PROJECT, entries, is_label, whole_path
from policykb.check.rules.rule import Findings, Known, Severity, finds, inlines
from policykb.markdown.allowed import SCHEMES, has_login
from policykb.markdown.myst_inline import decoded
from policykb.markdown.page import Page, Place, RawRecord

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff\\]")

ADDRESSES = "; myst_url_schemes in conf.py says what addresses of your own become"


@finds("PKB707", Severity.ERROR, where="more than references")
def rule(page: Page, known: Known) -> Findings:
    """Links lead to pages of this base, or to https, http and mailto addresses."""
    for item, record in inlines(page, "link", "auto", "definition"):
        if item.kind != "auto" and is_label(known, item.text):
            continue
        place = Place(page, item.at, item.at + max(len(item.text), 1))
        yield from _target(known, place, item.text, record)
    for block in page.blocks:
        if block.name == "toctree":
            for name, at in entries(block):
                if name != "self":
                    place = Place(page, at, at + len(name))
                    yield from _target(known, place, name, toctree=True)
        elif block.name == "figure" and "target" in block.values:
            option = block.options["target"]
            end = option.at + max(len(option.value), 1)
            yield from _target(known, Place(page, option.at, end), option.value)


def _target(
    known: Known,
    place: Place,
    target: str,
    record: RawRecord | None = None,
    toctree: bool = False,
) -> Findings:
    reason = refused(known, place.page, target, toctree)
    if reason:
        help = "link to a page of this base, or to an address that begins with https://"
        help += ADDRESSES if "which is no address" in reason else ""
        yield rule.at(place, f"the link {reason}", record=record, help=help)


def refused(known: Known, page: Page, target: str, toctree: bool = False) -> str | None:
    """Why a target is refused, completing “the link …”; None where it is not. What a browser
    ignores in an address is taken out first."""
    from html import unescape

    plain = _IGNORED.sub("", unescape(target))
    bare = plain.lower()
    scheme = _SCHEME.match(bare)
    if bare.startswith(SCHEMES):
        return "carries a user name" if has_login(bare) else None
    if bare.startswith("//") or target.startswith("\\"):
        return "leads to another host without saying https://"
    if "\\" in target:
        return "has a backslash, which a browser takes for a slash; write /"
    if scheme and scheme[0] == PROJECT:
        return refused(known, page, target[len(PROJECT) :], toctree)
    if scheme and _becomes(page, scheme[0]).startswith(SCHEMES):
        return None
    if scheme:
        return f"begins with {scheme[0]}, which is no address of a page"
    path = decoded(plain.partition("#")[0].partition("?")[0])
    if not path:
        return None
    docs, full = known.settings.docs, whole_path(known, page, path)
    if full != docs and not full.startswith(docs + "/"):
        return "leads out of the base"
    extension = posixpath.splitext(path)[1]
    if extension and extension != ".md" and not toctree and known.has_file(full):
        return f"leads to a file of type {extension}, which the site would publish"
    return None


def _becomes(page: Page, scheme: str) -> str:
    """The address that the project makes of one that begins so; empty where it makes none."""
    return dict(page.grammar.schemes).get(scheme.removesuffix(":"), "")
