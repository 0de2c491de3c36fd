"""A Markdown link, or an entry of a table of contents, leads to a page that does not exist."""

import posixpath

from policykb.base.nearest import Names
from policykb.check.diagnostics import Findings, Severity
from policykb.check.rules.content.link_not_allowed import refused
from policykb.check.rules.link_targets import (
    Local,
    entries,
    is_label,
    is_local,
    is_pattern,
    local_links,
    matching,
    resolve,
)
from policykb.check.rules.rule import Block, Known, Page, Place, edit, finds, rewrite, safe
from policykb.markdown.myst import lines


@finds("PKB602", Severity.ERROR, where="more than references")
def rule(page: Page, known: Known) -> Findings:
    """Links between pages, and images, name files that are there; what may not be linked to at
    all is PKB707's."""
    yield from _contents(page, known)
    for link in local_links(page, known):
        if not link.path:
            continue
        found = resolve(known, known.paths, link)
        fix = renamed(link, found, known) if found else _meant(link, known)
        if found and fix is None:
            continue
        if link.kind == "link" and not _has_hash(link) and is_label(known, link.path):
            yield from _ambiguous(link, fix) if fix and found else _wordless(link, known)
            continue
        is_entry = link.kind == "entry"
        if link.kind != "doc" and refused(known, link.page, link.path, toctree=is_entry):
            continue
        said = f"the link leads to {link.path}, which does not exist"
        help = "correct the path, or remove the link"
        yield rule.misspelt(_place(link), link.record, said, fix, help)


def _place(link: Local) -> Place:
    return Place(link.page, link.start, link.start + len(link.path))


def _ambiguous(link: Local, fix: str) -> Findings:
    """A link that a build could take to a page or to a label, of which it takes the page."""
    place = _place(link)
    said = f"{link.path} is both a page and a label"
    help = f"write {fix} for the page, #{link.path} for the label"
    change = rewrite(link.page, (place.start, place.end), fix)
    yield rule.at(place, said, record=link.record, help=help, fix=change)


def _wordless(link: Local, known: Known) -> Findings:
    """A link to a label that would show no words: it has none, and what it names has no title."""
    if link.is_bare and not known.places.is_titled(link.path):
        said = f"the label {link.path} names no heading, so that the link shows no words"
        help = "write words between its brackets"
        yield rule.at(_place(link), said, record=link.record, help=help)


def _has_hash(link: Local) -> bool:
    """Whether # follows its path, though nothing may follow that: then no label is meant."""
    return link.page.text.startswith("#", link.start + len(link.path))


def renamed(link: Local, found: str, known: Known) -> str | None:
    """The name by which a build knows the page that a link leads to, where it has another:
    ``{doc}`` names it without ``.md``; a link has it before #, and where a label has the name."""
    ending = posixpath.splitext(found)[1]
    if link.kind == "project":
        return None if link.path.endswith(ending) else link.path + ending
    if link.kind != "link":
        is_wrong = link.kind == "doc" and link.path.endswith(".md")
        return link.path.removesuffix(".md") if is_wrong else None
    is_other = _has_hash(link) or link.path.lower() in known.places.labels
    if link.path.endswith(ending) or not is_other:
        return None
    return link.path + ending


def _contents(page: Page, known: Known) -> Findings:
    """What a table of contents lists beside what is there: its own page, a page twice, all pages
    that match where none does."""
    for block in page.blocks:
        if block.name != "toctree":
            continue
        seen = {page.path}
        for name, at in entries(block):
            if is_pattern(block, name):
                found = matching(known, page, name) - seen
                said = "" if found else f"no other page is named as {name} says"
            else:
                link = Local(page, None, name, at, "", at, "entry")
                target = resolve(known, known.paths, link) if is_local(known, page, name) else None
                found = {target} if target else set()
                said = f"the table of contents has {name} already" if found & seen else ""
                if target == page.path:
                    said = "the table of contents lists its own page"
            seen |= found
            if said:
                yield rule.at(Place(page, at, at + len(name)), said, help="remove it")
        yield from _spaced(page, block)


def _spaced(page: Page, block: Block) -> Findings:
    """Spaces around an entry, which Sphinx takes for a part of its name."""
    for at, line in lines(block):
        if line.strip() and line != line.strip():
            said = "spaces around an entry of a table of contents belong to its name"
            fix = safe(edit(page, at, at + len(line), line.strip()))
            yield rule.at(Place(page, at, at + len(line)), said, help="remove them", fix=fix)


def _meant(link: Local, known: Known) -> str | None:
    """The page that is most likely meant, as the link would name it."""
    name = link.path.rpartition("/")[2]
    bare = "." not in name
    if not bare and not name.endswith(".md"):
        return None
    names, paths = known.from_names(_bare if bare else _whole)
    near = names.word(known.guesses, name, 80.0)
    if near is None:
        return None
    fix = posixpath.relpath(paths[near], posixpath.dirname(link.page.path))
    return fix.removesuffix(".md") if bare else fix


def _whole(known: Known) -> tuple[Names, dict[str, str]]:
    """The pages by the names of their files."""
    paths = {path.rpartition("/")[2]: path for path in known.paths}
    return Names(list(paths)), paths


def _bare(known: Known) -> tuple[Names, dict[str, str]]:
    """The same without the ending."""
    paths = {path.rpartition("/")[2].removesuffix(".md"): path for path in known.paths}
    return Names(list(paths)), paths
