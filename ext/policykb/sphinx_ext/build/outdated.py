"""Pages that are read again though their file is no newer, and the titles that a page shows of
others.

Sphinx reads a page again when its file is newer. But an edit can keep the old time; and a page may
rest on a picture, on another page or on a twin of its record that came or went. Nor does Sphinx
write a page again when a title that a link of it shows has changed.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

from policykb.sphinx_ext.lockdown import picture
from policykb.sphinx_ext.shared import notes, state


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Note the things that a page rests on, and the titles that it will show."""
    docname, kept = app.env.docname, notes.of(app.env, app.env.docname)
    if not state.of(app).is_ours(docname):
        return
    for name in ("text", "twins", *(f"page {name}" for name in _pages(app.env, doctree))):
        kept.rests_on[name] = _now(app, docname, name)
    kept.shows = sorted(set(_shown(app.env, doctree)))


def _now(app: Sphinx, docname: str, name: str) -> str:
    """The state of one thing that a page rests on."""
    kind, _, rest = name.partition(" ")
    page = state.of(app).pages.get(docname)
    if kind == "picture":
        return picture.checksum(app, rest)
    if kind == "page":
        return str(rest in app.env.found_docs)
    if page is None:
        return ""
    if kind == "twins":
        pairs = state.base_of(app).duplicates
        return " ".join(sorted({two.id for pair in pairs for two in pair if two.page is page}))
    return blake2b(page.text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _pages(env: BuildEnvironment, doctree: nodes.document) -> Iterator[str]:
    """The pages that links and lists of a page name, be they there or not."""
    for tree in doctree.findall(addnodes.toctree):
        yield from tree["includefiles"]
    for link in doctree.findall(addnodes.pending_xref):
        if link["reftype"] == "myst" and link["refdomain"] == "doc":
            yield link["reftarget"]
        elif link["reftype"] == "myst":
            path = env.relfn2path(link["reftarget"].partition("#")[0], env.docname)[1]
            name = env.path2doc(path)
            if name:
                yield os.path.normpath(name)


def _shown(env: BuildEnvironment, doctree: nodes.document) -> Iterator[tuple[str, str, str]]:
    for link in doctree.findall(addnodes.pending_xref):
        kind, target = link["reftype"], link["reftarget"]
        if kind == "myst":
            kind = "doc" if link["refdomain"] == "doc" else "any"
        elif kind == "doc":
            target = docname_join(env.docname, target)
        yield kind, target, link.get("reftargetid") or ""


def references_now(env: BuildEnvironment, docname: str) -> Iterator[str]:
    """The titles and places of all that a page refers to, as they are now."""
    std = env.domains.standard_domain
    for kind, target, anchor in notes.of(env, docname).shows:
        name = target.lower()
        labels = std.labels.get(name), std.anonlabels.get(name)
        if kind == "doc":
            title = env.titles.get(target)
            slugs = env.metadata[target].get("myst_slugs", {}) if title is not None else {}
            label = std.anonlabels.get(anchor.lower()) if anchor else None
            yield repr((title and title.astext(), slugs.get(anchor), label))
        elif kind == "option":
            yield repr(sorted(std.progoptions.items(), key=repr))
        else:
            yield repr((labels, std.objects.get(("term", name)), std.objects.get(("term", target))))


def outdated(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """The pages to read again, since something that they rest on is no longer as it was."""
    return [
        docname
        for docname, noted in notes.all_of(env).items()
        if docname in env.found_docs
        and any(_now(app, docname, name) != was for name, was in noted.rests_on.items())
    ]
