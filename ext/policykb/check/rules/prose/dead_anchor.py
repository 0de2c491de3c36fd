"""A Markdown link, a reference or a footnote's mark leads to what the pages do not have."""

from policykb.base.nearest import Names
from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.places import MADE, Places
from policykb.check.rules.labels import (
    OPTION,
    REF,
    TERM,
    labels_elsewhere,
    lost_notes,
    ref_target,
    spaced,
)
from policykb.check.rules.link_targets import Local, local_links, resolve
from policykb.check.rules.rule import Known, Page, Place, RawRecord, finds, inlines
from policykb.markdown.anchors import is_option
from policykb.markdown.inline import Inline


@finds("PKB603", Severity.ERROR, where="more than references")
def rule(page: Page, known: Known) -> Findings:
    """What stands after # is a heading or a label of the page it leads to; what a ``{ref}`` names
    is a label of some page, a ``{term}`` is explained in a glossary, an ``{option}`` described,
    and a footnote is on its page."""
    yield from _links(page, known)
    for item, record in inlines(page, "role"):
        if item.name in REF:
            yield from _reference(page, item, record, known)
        elif item.name in TERM:
            yield from _term(page, item, record, known)
        elif item.name in OPTION:
            yield from _option(page, item, record, known)
    yield from _notes(page, known)


def _notes(page: Page, known: Known) -> Findings:
    for name, start, end, record, notes in lost_notes(page):
        near = Names(sorted(notes)).word(known.guesses, name)
        said = f"the page has no footnote [^{name}]"
        help = f"write the footnote on a line of its own: [^{name}]: …"
        yield rule.misspelt(Place(page, start, end), record, said, near, help, "[^{}]")


def _reference(page: Page, item: Inline, record: RawRecord | None, known: Known) -> Findings:
    label, start, end = ref_target(item)
    if not label or known.from_names(labels_elsewhere):
        return
    if spaced(label) in known.places.labels or spaced(label) in MADE:
        if "<" not in item.text and not known.places.is_titled(label):
            said = f"the label {label} names no heading, so that the reference shows no words"
            help = f"write words of your own: {{{item.name}}}`words <{label}>`"
            yield rule.at(Place(page, start, end), said, record=record, help=help)
        return
    near = known.places.label_names.word(known.guesses, label)
    help = f"write ({label})= on a line before the heading that is meant"
    if label in known.by_id:
        help = f"write {{need}}`{label}` for the record"
    said = f"the reference leads to the label {label}, which no page has"
    yield rule.misspelt(Place(page, start, end), record, said, near, help)


def _term(page: Page, item: Inline, record: RawRecord | None, known: Known) -> Findings:
    term, start, end = ref_target(item)
    if term and spaced(term) not in known.places.terms:
        near = known.places.term_names.word(known.guesses, term)
        said, help = f"no glossary explains “{term}”", "explain it in a {glossary}"
        yield rule.misspelt(Place(page, start, end), record, said, near, help)


def _option(page: Page, item: Inline, record: RawRecord | None, known: Known) -> Findings:
    name, start, end = ref_target(item)
    if name and not is_option(page, item, name, known.places.options):
        said = f"no page describes the option “{name}”"
        help = "describe it in an {option} block, or write it as code: `--option`"
        yield rule.at(Place(page, start, end), said, record=record, help=help)


def _links(page: Page, known: Known) -> Findings:
    for link in local_links(page, known):
        if link.path and not link.anchor:
            continue
        path = resolve(known, known.paths, link) if link.path else link.page.path
        if path is None or path not in known.paths:
            continue
        if not link.path and not link.anchor:
            help = "write what it leads to after #, or remove the link"
            span = link.start, link.start + 1
            yield rule.at(Place(link.page, *span), "the link leads nowhere", help=help)
        elif not _has(known.places, path, link):
            yield _dead(known, path, link)
        elif link.is_bare and not link.path and not _is_titled(known.places, path, link):
            said = f"the label {link.anchor} names no heading, so that the link shows no words"
            span = link.anchor_at, link.anchor_at + len(link.anchor)
            help = "write words between its brackets"
            yield rule.at(Place(link.page, *span), said, record=link.record, help=help)


def _has(places: Places, path: str, link: Local) -> bool:
    """Whether a link's anchor is there. On the link's own page it may be a label of any page,
    whatever the case; on another, a heading of the first levels or a label."""
    anchor = unquoted(link.anchor)
    if not link.path:
        return anchor in places.headings(path) or anchor.lower() in places.labels
    depth = link.page.grammar.depth
    return anchor in places.headings(path, depth) or anchor in places.labels_of(path)


def _is_titled(places: Places, path: str, link: Local) -> bool:
    """Whether the anchor is a heading's, or a label's whose place has a title."""
    anchor = unquoted(link.anchor)
    return anchor in places.headings(path) or places.is_titled(anchor)


def _dead(known: Known, path: str, link: Local) -> Diagnostic:
    place = Place(link.page, link.anchor_at, link.anchor_at + len(link.anchor))
    said = f"the link leads to #{link.anchor}, which"
    if record := known.by_id.get(link.anchor.upper()):
        # MyST finds headings and labels by #, no records.
        said, help = f"{said} is a record and no heading", f"write {{need}}`{record.id}`"
        return rule.at(place, said, record=link.record, help=help)
    near = known.places.names_of(path).word(known.guesses, link.anchor.lower())
    said, help = f"{said} {path} does not have", "correct what stands after #"
    return rule.misspelt(place, link.record, said, near, help, "#{}")


def unquoted(anchor: str) -> str:
    """An anchor without percent signs, as browsers copy those that are not ASCII."""
    from urllib.parse import unquote

    return unquote(anchor) if "%" in anchor else anchor
